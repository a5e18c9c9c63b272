/* SPDX-License-Identifier: GPL-3.0-or-later */
/* iperf/csv_results - what a run of iperf 2 that is over comes to */
#include "ingest/formats/iperf/csv_results.h"

#include <string.h>

#include "ingest/formats/iperf/duration.h"
#include "ingest/formats/iperf/figures.h"

bool iperf_csv_is_same_way(const struct iperf_csv_stream *a, const struct iperf_csv_stream *b)
{
	const struct iperf_csv_connection *one = &a->connection;
	const struct iperf_csv_connection *other = &b->connection;

	return (one->local.port == other->local.port || one->peer.port == other->peer.port) &&
	       strcmp(one->local.address, other->local.address) == 0 &&
	       strcmp(one->peer.address, other->peer.address) == 0;
}

static void begin_result(struct iperf_csv_run *run, struct sink *sink)
{
	if (!run->has_begun)
		sink_begin_result(sink);
	run->has_begun = false;
}

static void report_row(struct iperf_csv_run *run, const struct iperf_row *row, struct sink *sink)
{
	begin_result(run, sink);
	if (iperf_is_cut_short(row->seconds.value, run->has_series, sink))
		sink_add_problem(sink, PROBLEM_FAILED, row->line,
			"too short to be the result: %g B in %g s of the %g s asked for",
			row->bytes.value, row->seconds.value, iperf_seconds_asked(sink));
	else
		iperf_row_report(row, NULL, sink);
}

static bool has_whole(const struct iperf_csv_stream *stream)
{
	return stream->progress == IPERF_CSV_HELD || stream->progress == IPERF_CSV_WHOLE;
}

/* Whether the sum that was printed is that of these streams; the server's reports have none. */
static bool is_sum_of(const struct iperf_csv_run *run, const struct iperf_row *streams)
{
	return has_whole(&run->sum) && !run->has_server_reports &&
	       run->sum.row.bytes.value == streams->bytes.value;
}

static void report_way(
	struct iperf_csv_run *run, const struct iperf_csv_stream *first, struct sink *sink)
{
	struct iperf_row sum = { 0 };
	size_t unfinished = 0;

	for (size_t i = 0; i < run->count; i++) {
		struct iperf_csv_stream *stream = &run->streams[i];

		if (!iperf_csv_is_same_way(first, stream))
			continue;
		stream->is_reported = true;
		if (has_whole(stream))
			iperf_row_add(&sum, &stream->row);
		else
			unfinished = stream->line;
	}
	if (unfinished) {
		begin_result(run, sink);
		sink_add_problem(sink, PROBLEM_FAILED, unfinished, "no final line");
	} else {
		report_row(run, is_sum_of(run, &sum) ? &run->sum.row : &sum, sink);
	}
}

/* Only the sums may have been kept of a log. */
static void report_sum_alone(struct iperf_csv_run *run, struct sink *sink)
{
	if (has_whole(&run->sum)) {
		report_row(run, &run->sum.row, sink);
	} else if (run->sum.progress == IPERF_CSV_IN_SERIES) {
		begin_result(run, sink);
		sink_add_problem(sink, PROBLEM_FAILED, run->sum.line, "no final line");
	}
}

void iperf_csv_results_report(struct iperf_csv_run *run, struct sink *sink)
{
	if (run->count == 0)
		report_sum_alone(run, sink);
	for (size_t i = 0; i < run->count; i++)
		if (!run->streams[i].is_reported)
			report_way(run, &run->streams[i], sink);
}
