/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fio_hist/report - what the histograms of a log come to */
#include "ingest/formats/fio_hist/report.h"

#include "ingest/formats/fio/metrics.h"
#include "ingest/formats/fio/scan.h"
#include "ingest/formats/fio_log/histogram.h"

/* A direction, on its way to the sink. */
struct target {
	const struct hist_log *log;
	const struct hist_stream *stream;
	enum fio_direction direction;
	struct sink *sink;
};

static void add(const struct target *target, struct fio_figure figure, double value, double width)
{
	figure.direction = target->direction;
	figure.quantity = FIO_LATENCY_HISTOGRAM;
	figure.reading = (struct reading){ value, width };
	if (figure.statistic != FIO_COUNT)
		figure.reading = fio_reading_divided(figure.reading, target->log->bins.per_second);
	if (!figure.is_interval)
		figure.line = target->stream->first_line;
	fio_figure_add(&figure, target->sink);
}

static void add_mean(const struct target *target)
{
	const struct hist_bins *bins = &target->log->bins;
	double count = (double)target->stream->count;
	double sum = 0;
	double width = 0;

	for (size_t i = 0; i < bins->count; i++) {
		sum += (double)target->stream->bins[i] * (double)hist_bin_middle(bins, i);
		width += (double)target->stream->bins[i] * (double)hist_bin_width(bins, i);
	}
	add(target, (struct fio_figure){ .statistic = FIO_MEAN }, sum / count, width / count);
}

static size_t find_bin(const struct target *target, uint64_t rank)
{
	size_t bin = 0;

	for (uint64_t seen = target->stream->bins[0]; seen < rank;)
		seen += target->stream->bins[++bin];
	return bin;
}

static void add_percentile(const struct target *target, unsigned hundredths)
{
	const struct hist_bins *bins = &target->log->bins;
	size_t bin = find_bin(target, percentile_rank(hundredths, target->stream->count));

	if (bin + 1 < bins->count)
		add(target,
			(struct fio_figure){
				.statistic = FIO_PERCENTILE, .percentile = hundredths / 100.0 },
			(double)hist_bin_middle(bins, bin), (double)hist_bin_width(bins, bin));
}

static void add_series(const struct target *target)
{
	int64_t start = target->log->is_absolute ? (int64_t)target->log->earliest : 0;

	for (size_t i = 0; i < WINDOWS_COUNT; i++) {
		const struct window *window = &target->stream->windows.items[i];

		if (window->weight > 0)
			add(target,
				(struct fio_figure){
					.statistic = FIO_MEAN,
					.line = window->line,
					.is_interval = true,
					.time = (double)(window->last - start) / 1e3,
				},
				window->sum / window->weight, 1);
	}
}

/* The last bin has no end: where a latency fell into it there is no mean. */
static void report_direction(const struct target *target)
{
	const struct hist_bins *bins = &target->log->bins;
	uint64_t endless = target->stream->bins[bins->count - 1];

	if (endless)
		sink_add_problem(target->sink, PROBLEM_INVALID, target->stream->first_line,
			"%llu latencies of %.3g s or more, of which fio's histograms say no more: "
			"no mean",
			(unsigned long long)endless,
			(double)hist_bin_start(bins, bins->count - 1) / bins->per_second);
	else
		add_mean(target);
	for (size_t i = 0; i < PERCENTILE_COUNT; i++)
		add_percentile(target, reported_percentiles[i]);
	add(target, (struct fio_figure){ .statistic = FIO_COUNT }, (double)target->stream->count,
		1);
	if (!endless)
		add_series(target);
}

void hist_report(const struct hist_log *log, struct sink *sink)
{
	for (size_t i = 0; i < HIST_DIRECTIONS; i++) {
		struct target target = { log, log->streams[i], (enum fio_direction)i, sink };

		if (target.stream && target.stream->count)
			report_direction(&target);
	}
}
