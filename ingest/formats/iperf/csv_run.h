/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * iperf/csv_run - the rows of a run of iperf 2, made into results
 *
 * There are no banners: a row tells by its connection what it belongs to. A
 * run's streams (-P) are one result, their sum; another way (-d) is another. A
 * server's row of the same connection, whose ends are swapped, counts instead
 * of the client's.
 *
 * With -i a stream prints its intervals and then the whole, and both the first
 * interval and the whole begin at 0. So the first row is held until the next
 * one of the connection tells. The intervals of the first way become a series.
 */
#ifndef INGEST_FORMATS_IPERF_CSV_RUN_H
#define INGEST_FORMATS_IPERF_CSV_RUN_H

#include <stdbool.h>
#include <stddef.h>

#include "ingest/formats/iperf/csv_row.h"
#include "ingest/formats/iperf/series.h"
#include "ingest/log/sink.h"

enum iperf_csv_progress {
	IPERF_CSV_NONE,
	IPERF_CSV_HELD,      /* one row from 0: the first interval, or the whole */
	IPERF_CSV_IN_SERIES, /* intervals, and no whole yet */
	IPERF_CSV_WHOLE,
};

struct iperf_csv_stream {
	struct iperf_csv_connection connection;
	enum iperf_csv_progress progress;
	struct iperf_row row; /* held, or of the whole */
	size_t line;          /* the last about it */
	bool is_reported;
};

/* All zero when a log begins. */
struct iperf_csv_run {
	struct iperf_csv_stream *streams;
	size_t count;
	size_t capacity;
	size_t last;                 /* the stream whose row was the last */
	struct iperf_csv_stream sum; /* the rows of id -1 */
	struct iperf_sum interval;   /* the rows of the interval that is being printed */
	struct iperf_series series;
	double printed; /* when the last row was */
	bool has_series;
	bool has_begun; /* a result, by its series */
	bool has_server_reports;
	bool has_failed; /* that was reported: there is no result */
};

/* Ends the run before, if the row is of the next one. */
void iperf_csv_run_begin_row(
	struct iperf_csv_run *run, const struct iperf_csv_row *row, struct sink *sink);

void iperf_csv_run_add_row(
	struct iperf_csv_run *run, const struct iperf_csv_row *row, struct sink *sink);

/* Whether a run is on. */
bool iperf_csv_run_is_on(const struct iperf_csv_run *run);

/* The log is over. */
void iperf_csv_run_end(struct iperf_csv_run *run, struct sink *sink);

#endif
