/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fio_log/series - how the mean or the rate of a direction went during the run */
#include "ingest/formats/fio_log/series.h"

#include "ingest/formats/fio/scan.h"
#include "ingest/formats/fio_log/average.h"

struct points {
	const struct fio_log_stream *stream;
	struct fio_log_time time;
	double per_unit;
	struct fio_figure figure; /* what all points have in common */
	struct sink *sink;
};

/* A point, of a value in the unit of the log. */
static void add_point(struct points *points, int64_t time, double value, double resolution)
{
	points->figure.time = (double)(time - points->time.start) / 1e3;
	points->figure.reading = fio_reading_divided(
		(struct reading){ value, resolution }, points->per_unit);
	fio_figure_add(&points->figure, points->sink);
}

static int64_t end_of(const struct windows *windows, size_t window)
{
	return windows_start(windows, window) + windows->width;
}

static void add_latencies(struct points *points)
{
	const struct windows *windows = &points->stream->windows;

	for (size_t i = 0; i < WINDOWS_COUNT; i++) {
		const struct window *window = &windows->items[i];

		if (window->weight == 0)
			continue;
		points->figure.line = window->line;
		add_point(points, end_of(windows, i), window->sum / window->weight, 1);
	}
}

/* The rate in each window that the run fills. */
static void add_rates(struct points *points)
{
	const struct windows *windows = &points->stream->windows;
	double seconds = (double)windows->width / 1e3;

	for (size_t i = 0; i < WINDOWS_COUNT; i++) {
		const struct window *window = &windows->items[i];
		double rate = window->sum / seconds;

		if (windows_start(windows, i) < points->time.start ||
			end_of(windows, i) > points->time.end)
			continue;
		if (window->weight > 0)
			points->figure.line = window->line;
		add_point(points, end_of(windows, i), rate, rate / (double)windows->width);
	}
}

/* The rows of 0 that fio did not write while nothing was done. */
static void add_idle(struct points *points, int64_t from, int64_t to)
{
	int64_t usual = (int64_t)points->stream->usual;

	for (int64_t time = from + usual; 2 * (to - time) > usual; time += usual)
		add_point(points, time, 0, 1);
}

/* The average of a window; in one that is wide and has few rows, a rate was 0 for the rest. */
static double average_of(const struct points *points, const struct window *window)
{
	double width = (double)points->stream->windows.width;
	double idle = width - window->weight;
	bool is_rate = points->stream->kind != FIO_LOG_LATENCY;

	return window->sum /
	       (is_rate && 2 * idle > 3 * (double)points->stream->usual ? width : window->weight);
}

static void add_averages(struct points *points)
{
	const struct windows *windows = &points->stream->windows;
	bool is_rate = points->stream->kind != FIO_LOG_LATENCY;
	bool is_wide = windows->width >= (int64_t)points->stream->usual;
	const struct window *before = NULL;

	for (size_t i = 0; i < WINDOWS_COUNT; i++) {
		const struct window *window = &windows->items[i];

		if (window->weight > 0) {
			if (before && is_rate && !is_wide &&
				!fio_log_average_is_window(
					points->stream, (uint64_t)(window->last - before->last)))
				add_idle(points, before->last, window->last);
			points->figure.line = window->line;
			add_point(points, window->last, average_of(points, window), 1);
			before = window;
		} else if (before && is_rate && is_wide && end_of(windows, i) <= points->time.end) {
			add_point(points, end_of(windows, i), 0, 1);
		}
	}
	if (before && is_rate && !is_wide)
		add_idle(points, before->last, points->time.end);
}

void fio_log_series_add(
	const struct fio_log *log, enum fio_direction direction, double per_unit, struct sink *sink)
{
	struct fio_log_stream *stream = log->streams[direction];
	bool is_latency = log->kind == FIO_LOG_LATENCY;
	struct points points = {
		.stream = stream,
		.time = fio_log_time_of(log),
		.per_unit = is_latency || log->is_average ? per_unit : 1,
		.figure = {
			.direction = direction,
			.quantity = log->quantity,
			.statistic = is_latency ? FIO_MEAN : FIO_VALUE,
			.line = stream->first_line,
			.is_interval = true,
		},
		.sink = sink,
	};

	windows_find(&stream->windows, points.time.start);
	windows_find(&stream->windows, points.time.end - 1);
	if (log->is_average)
		add_averages(&points);
	else if (is_latency)
		add_latencies(&points);
	else
		add_rates(&points);
}
