/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * iperf/run - what iperf 2 says of its connections, made into results
 *
 * A run begins with a banner, or with a connection once all those before have
 * their last row. Its connections are
 * - a client's streams (-P), which are one result: their sum;
 * - the two ways of a client's -d and --full-duplex: a result each;
 * - a server's connections, one result where it prints a [SUM] that is theirs,
 *   and a result each where it does not, since they may be different clients'.
 *
 * With -i a stream prints its intervals and then the whole, and both the first
 * interval and the whole begin at 0. So the first row is held until the next
 * one tells: alone it is the whole, before another it was the first interval.
 *
 * The intervals of the run's first result become its series. Those of a second
 * way would have to be kept until the first is over, and are left out.
 */
#ifndef INGEST_FORMATS_IPERF_RUN_H
#define INGEST_FORMATS_IPERF_RUN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/lines.h"
#include "ingest/formats/iperf/failure.h"
#include "ingest/formats/iperf/row.h"
#include "ingest/formats/iperf/series.h"
#include "ingest/log/sink.h"

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

void iperf_run_begin_client(struct iperf_run *run, uint64_t port, size_t line, struct sink *sink);
void iperf_run_begin_server(struct iperf_run *run, size_t line, struct sink *sink);

void iperf_run_connect(struct iperf_run *run, const struct iperf_label *label, uint64_t peer_port,
	size_t line, struct sink *sink);

void iperf_run_add_row(struct iperf_run *run, const struct iperf_label *label,
	const struct iperf_row *row, struct sink *sink);

/* What the server received of a client's datagrams: it replaces what the client sent. */
void iperf_run_add_server_report(
	struct iperf_run *run, const struct iperf_label *label, const struct iperf_row *row);

void iperf_run_add_out_of_order(
	struct iperf_run *run, const struct iperf_label *label, struct iperf_count count);

/*
 * An error was printed: the run counts for nothing. That is said at once, or
 * with the figures of the row that may follow.
 */
void iperf_run_fail(struct iperf_run *run, struct slice text, size_t line, struct sink *sink);

/* The stream that has the label now; NULL: none. */
struct iperf_stream *iperf_run_find_stream(struct iperf_run *run, const struct iperf_label *label);

/* Whether the stream's last row is there. */
bool iperf_stream_is_whole(const struct iperf_stream *stream);

/* Whether there are streams of the other way, or of the client's own. */
bool iperf_run_has_way(const struct iperf_run *run, bool other);
bool iperf_run_has_two_ways(const struct iperf_run *run);

/* Whether a run is on: a banner or a connection was seen. */
bool iperf_run_is_on(const struct iperf_run *run);

/* The log is over. */
void iperf_run_end(struct iperf_run *run, struct sink *sink);

#endif
