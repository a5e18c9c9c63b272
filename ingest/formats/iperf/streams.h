/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * iperf/streams - what is kept of a run of iperf 2: its streams, and how far each is
 */
#ifndef INGEST_FORMATS_IPERF_STREAMS_H
#define INGEST_FORMATS_IPERF_STREAMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ingest/formats/iperf/failure.h"
#include "ingest/formats/iperf/row.h"
#include "ingest/formats/iperf/series.h"

enum iperf_progress {
	IPERF_CONNECTED,
	IPERF_HELD,      /* one row from 0: the first interval, or the whole */
	IPERF_IN_SERIES, /* intervals, and no whole yet */
	IPERF_WHOLE,
};

struct iperf_stream {
	struct iperf_label label;
	bool is_announced;  /* by a line "local ... connected with ..." */
	bool is_closed;     /* its label is another's now */
	bool is_other_way;  /* not what the client sends to the server */
	uint64_t peer_port; /* 0: not known */
	enum iperf_progress progress;
	struct iperf_row row; /* held, or of the whole */
	size_t line;          /* the last about it */
};

/* All zero when a log begins. */
struct iperf_run {
	struct iperf_stream *streams;
	size_t count;
	size_t capacity;
	size_t last;             /* the stream whose row was the last */
	struct iperf_stream sum; /* the [SUM] rows */
	size_t whole_count;
	bool has_series; /* -i was given */
	bool has_begun;  /* a result, by its series */
	bool has_server_reports;
	struct iperf_sum interval; /* the rows of the interval that is being printed */
	struct iperf_series series;
	struct iperf_failure failure;

	uint64_t client_port; /* that the client connects to; 0: no client's banner in this run */
	size_t client_line;
	size_t server_line;
	bool has_reported; /* in this log */
};

static inline bool iperf_stream_has_label(
	const struct iperf_stream *stream, const struct iperf_label *label)
{
	return !stream->is_closed && iperf_label_equals(&stream->label, label);
}

/* The stream that has the label now, which is looked for from run->last on; NULL: none. */
struct iperf_stream *iperf_run_search_stream(
	struct iperf_run *run, const struct iperf_label *label);

/* The same: most rows are of the stream that the last one was of. */
static inline struct iperf_stream *iperf_run_find_stream(
	struct iperf_run *run, const struct iperf_label *label)
{
	if (run->last < run->count && iperf_stream_has_label(&run->streams[run->last], label))
		return &run->streams[run->last];
	return iperf_run_search_stream(run, label);
}

/* Whether the stream's last row is there. */
bool iperf_stream_is_whole(const struct iperf_stream *stream);

/* Whether there are streams of the other way, or of the client's own. */
bool iperf_run_has_way(const struct iperf_run *run, bool other);
bool iperf_run_has_two_ways(const struct iperf_run *run);

/* Whether a run is on: a banner or a connection was seen. */
static inline bool iperf_run_is_on(const struct iperf_run *run)
{
	return run->count || run->client_line || run->server_line;
}

#endif
