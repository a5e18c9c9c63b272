/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * iperf/intervals - the rows of a run's intervals, made into the series of its first result
 */
#ifndef INGEST_FORMATS_IPERF_INTERVALS_H
#define INGEST_FORMATS_IPERF_INTERVALS_H

#include "ingest/formats/iperf/streams.h"
#include "ingest/log/sink.h"

/* There are intervals: then the rows that were held are the first of them. */
void iperf_run_begin_series(struct iperf_run *run);

void iperf_run_take_interval(
	struct iperf_run *run, struct iperf_stream *stream, const struct iperf_row *row);

/*
 * What iperf_run_add_row() does with a row of a later interval (start > 0) of a
 * stream that is known: false when it is none.
 */
bool iperf_run_add_interval(
	struct iperf_run *run, const struct iperf_label *label, const struct iperf_row *row);

/* The interval is over: an interval that not all streams printed has no sum. */
void iperf_run_end_interval(struct iperf_run *run);

/* The series comes before the rest of its result. */
void iperf_run_report_series(struct iperf_run *run, struct sink *sink);

#endif
