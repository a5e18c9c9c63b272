/* SPDX-License-Identifier: GPL-3.0-or-later */
/* iperf/intervals - the rows of a run's intervals, made into the series of its first result */
#include "ingest/formats/iperf/intervals.h"

/* How many streams must print an interval before its sum is one: the first, and others of its way. */
static size_t streams_of_series(const struct iperf_run *run)
{
	size_t count = 1;

	for (size_t i = 1; i < run->count; i++)
		count += run->streams[i].is_other_way == run->streams[0].is_other_way;
	return count;
}

void iperf_run_end_interval(struct iperf_run *run)
{
	const struct iperf_row *row = &run->interval.row;
	bool is_sum = run->interval.is_printed || (row->streams == streams_of_series(run) &&
							  (row->streams == 1 || run->client_port));

	if (row->streams && is_sum && !run->failure.line) {
		run->has_begun = true;
		iperf_series_add(&run->series, row);
	}
	run->interval.row.streams = 0;
	run->interval.is_printed = false;
}

void iperf_run_take_interval(
	struct iperf_run *run, struct iperf_stream *stream, const struct iperf_row *row)
{
	bool is_sum = stream == &run->sum;
	bool is_ours = is_sum ? run->count != 1 && !iperf_run_has_two_ways(run)
			      : stream->is_other_way == run->streams[0].is_other_way;

	stream->progress = IPERF_IN_SERIES;
	if (!is_ours)
		return;
	if (row->start != run->interval.row.start)
		iperf_run_end_interval(run);
	iperf_sum_add(&run->interval, row, is_sum);
}

void iperf_run_begin_series(struct iperf_run *run)
{
	if (run->has_series)
		return;
	run->has_series = true;
	for (size_t i = 0; i < run->count; i++)
		if (run->streams[i].progress == IPERF_HELD)
			iperf_run_take_interval(run, &run->streams[i], &run->streams[i].row);
	if (run->sum.progress == IPERF_HELD)
		iperf_run_take_interval(run, &run->sum, &run->sum.row);
}

bool iperf_run_add_interval(
	struct iperf_run *run, const struct iperf_label *label, const struct iperf_row *row)
{
	struct iperf_stream *stream = label->is_sum ? &run->sum : iperf_run_find_stream(run, label);

	if (row->start <= 0 || !stream || !iperf_run_is_on(run))
		return false;
	stream->line = row->line;
	iperf_run_begin_series(run);
	iperf_run_take_interval(run, stream, row);
	return true;
}

void iperf_run_report_series(struct iperf_run *run, struct sink *sink)
{
	if (!run->has_begun)
		return;
	sink_begin_result(sink);
	iperf_series_report(&run->series, NULL, sink);
}
