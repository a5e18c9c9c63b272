/* SPDX-License-Identifier: GPL-3.0-or-later */
/* iperf/results - what a run of iperf 2 that is over comes to */
#include "ingest/formats/iperf/results.h"

#include <math.h>

#include "ingest/formats/iperf/duration.h"
#include "ingest/formats/iperf/figures.h"

static void begin_result(struct iperf_run *run, struct sink *sink)
{
	if (!run->has_begun)
		sink_begin_result(sink);
	run->has_begun = false;
	run->has_reported = true;
}

static void report_result(struct iperf_run *run, const struct iperf_row *row, struct sink *sink)
{
	begin_result(run, sink);
	if (run->client_port && iperf_is_cut_short(row->seconds.value, run->has_series, sink))
		sink_add_problem(sink, PROBLEM_FAILED, row->line,
			"too short to be the result: %g B in %g s of the %g s asked for",
			row->bytes.value, row->seconds.value, iperf_seconds_asked(sink));
	else if (row->bytes.value <= 0 && row->seconds.value <= 0)
		sink_add_problem(sink, PROBLEM_FAILED, row->line, "0 B in 0 s");
	else
		iperf_row_report(row, NULL, sink);
}

static void report_no_final_line(struct iperf_run *run, size_t line, struct sink *sink)
{
	begin_result(run, sink);
	sink_add_problem(sink, PROBLEM_FAILED, line, "no final line");
}

static void report_each(struct iperf_run *run, bool other, bool is_over, struct sink *sink)
{
	for (size_t i = 0; i < run->count; i++) {
		const struct iperf_stream *stream = &run->streams[i];

		if (stream->is_other_way != other)
			continue;
		if (iperf_stream_is_whole(stream))
			report_result(run, &stream->row, sink);
		else if (is_over)
			report_no_final_line(run, stream->line, sink);
	}
}

/*
 * Whether the [SUM] row is that of these streams. In 2.0.5 the sum of a server
 * with -i counts the last interval twice; with two ways it is of both.
 */
static bool is_sum_of(const struct iperf_run *run, const struct iperf_row *streams)
{
	const struct iperf_row *row = &run->sum.row;

	return iperf_stream_is_whole(&run->sum) && streams->streams > 1 &&
	       !iperf_run_has_two_ways(run) && !run->has_server_reports &&
	       fabs(row->bytes.value - streams->bytes.value) <=
		       row->bytes.resolution + streams->bytes.resolution;
}

static void report_way(struct iperf_run *run, bool other, bool is_over, struct sink *sink)
{
	struct iperf_row sum = { 0 };
	size_t unfinished = 0;
	bool is_printed;

	if (!iperf_run_has_way(run, other))
		return;
	for (size_t i = 0; i < run->count; i++) {
		const struct iperf_stream *stream = &run->streams[i];

		if (stream->is_other_way == other && iperf_stream_is_whole(stream))
			iperf_row_add(&sum, &stream->row);
		else if (stream->is_other_way == other && is_over)
			unfinished = stream->line;
	}
	is_printed = !unfinished && is_sum_of(run, &sum);
	if (!run->client_port && !is_printed)
		report_each(run, other, is_over, sink);
	else if (unfinished)
		report_no_final_line(run, unfinished, sink);
	else
		report_result(run, is_printed ? &run->sum.row : &sum, sink);
}

static void report_failure(struct iperf_run *run, struct sink *sink)
{
	if (run->count)
		begin_result(run, sink);
	run->has_reported = true;
	iperf_failure_report(&run->failure, sink);
}

static void report_ways(struct iperf_run *run, bool is_over, struct sink *sink)
{
	bool first = run->count && run->streams[0].is_other_way;

	report_way(run, first, is_over, sink);
	report_way(run, !first, is_over, sink);
	if (run->count == 0 && iperf_stream_is_whole(&run->sum))
		report_result(run, &run->sum.row, sink);
	else if (run->count == 0 && run->sum.progress == IPERF_IN_SERIES)
		report_no_final_line(run, run->sum.line, sink);
	else if (run->count == 0 && run->client_line)
		sink_add_problem(sink, PROBLEM_FAILED, run->client_line,
			"no result: a client's banner only");
}

void iperf_results_report(struct iperf_run *run, bool is_over, struct sink *sink)
{
	if (run->failure.line)
		report_failure(run, sink);
	else
		report_ways(run, is_over, sink);
}
