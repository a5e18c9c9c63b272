/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fio-hist - the histograms of completion latency that fio writes with --write_hist_log
 *
 *	505, 1, 16384, 0, 0, 0, ... 17, 23, ... 0
 *
 * Time in ms, direction, block size, and how many latencies since the row
 * before fell into each bin. What comes after the last row fio does not log.
 * A latency is known to a bin (fio_hist/bins): so are the percentiles, and the
 * mean to the average width of those that count.
 */
#include <stdlib.h>

#include "core/memory.h"
#include "ingest/formats/fio/metrics.h"
#include "ingest/formats/fio/scan.h"
#include "ingest/formats/fio_hist/bins.h"
#include "ingest/formats/fio_log/histogram.h"
#include "ingest/formats/fio_log/windows.h"
#include "ingest/log/bad_rows.h"
#include "ingest/log/format.h"

enum { DIRECTIONS = 3 };

static const uint64_t count_limit = UINT64_C(1) << 40; /* per bin and row: days of any device */
static const uint64_t time_limit = UINT64_C(1) << 46;
static const uint64_t absolute_time = UINT64_C(100000000000); /* three years in ms: since 1970 */

/* In hundredths of a percent. */
static const unsigned percentiles[] = { 100, 500, 1000, 5000, 9000, 9500, 9900, 9990, 9999 };

struct hist_row {
	uint64_t time;
	uint64_t direction;
	size_t bin_count;
	uint64_t bins[HIST_BINS];
};

struct hist_stream {
	size_t first_line;
	uint64_t count;
	struct windows windows; /* sums of latencies, and their number */
	uint64_t bins[HIST_BINS];
};

struct state {
	struct hist_bins bins; /* as in the first row */
	struct hist_stream *streams[DIRECTIONS];
	bool has_rows;
	bool is_absolute;
	uint64_t earliest; /* ms */
	struct bad_rows bad_rows;
};

static bool scan_column(struct slice *at, uint64_t *number)
{
	return scan_blanks(at) && scan_integer(at, number) && scan_blanks(at);
}

static bool scan_row(struct slice at, struct hist_row *row)
{
	uint64_t size;

	if (!scan_column(&at, &row->time) || !scan_char(&at, ',') ||
		!scan_column(&at, &row->direction) || !scan_char(&at, ',') ||
		!scan_column(&at, &size))
		return false;
	for (row->bin_count = 0; row->bin_count < HIST_BINS && scan_char(&at, ',');) {
		uint64_t *bin = &row->bins[row->bin_count++];

		if (!scan_column(&at, bin) || *bin >= count_limit)
			return false;
	}
	return scan_end(&at) && row->direction < DIRECTIONS && row->time < time_limit;
}

static struct hist_stream *stream_of(struct state *state, const struct hist_row *row, size_t line)
{
	struct hist_stream **stream = &state->streams[row->direction];

	if (!*stream) {
		*stream = memory_allocate(1, sizeof **stream);
		(*stream)->first_line = line;
		windows_init(&(*stream)->windows, state->is_absolute ? (int64_t)row->time : 0);
	}
	return *stream;
}

static void add_row(struct state *state, const struct hist_row *row, size_t line)
{
	struct hist_stream *stream = stream_of(state, row, line);
	double sum = 0;
	uint64_t count = 0;

	for (size_t i = 0; i < row->bin_count; i++) {
		if (row->bins[i] == 0)
			continue;
		count += row->bins[i];
		sum += (double)row->bins[i] * (double)hist_bin_middle(&state->bins, i);
		stream->bins[i] += row->bins[i];
	}
	stream->count += count;
	if (row->time < state->earliest)
		state->earliest = row->time;
	windows_add(&stream->windows, (int64_t)row->time, sum, (double)count, line);
}

static bool begin_rows(struct state *state, const struct hist_row *row)
{
	if (!hist_bins_find(&state->bins, row->bin_count))
		return false;
	state->has_rows = true;
	state->earliest = row->time;
	state->is_absolute = row->time >= absolute_time;
	return true;
}

static bool is_histogram_log(const struct state *state, const struct sink *sink)
{
	struct slice name;

	return state->has_rows || (sink_quantity(sink, &name) && slice_equals(name, "clat_hist"));
}

static bool looks_like_row(struct slice text)
{
	return !slice_is_empty(text) &&
	       ((*text.start >= '0' && *text.start <= '9') || slice_contains(text, ", "));
}

static bool fio_hist_line(void *memory, const struct line *line, struct sink *sink)
{
	struct state *state = memory;
	struct hist_row row;

	if (!line->cut && !line->overwritten && scan_row(line->text, &row) &&
		(state->has_rows ? row.bin_count == state->bins.count : begin_rows(state, &row))) {
		add_row(state, &row, line->number);
		return true;
	}
	if (!is_histogram_log(state, sink) || !looks_like_row(line->text))
		return false;
	bad_rows_add(&state->bad_rows, line, "fio-hist", "a row that cannot be read", sink);
	return true;
}

/* A direction, on its way to the sink. */
struct target {
	const struct state *state;
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
		figure.reading = fio_reading_divided(
			figure.reading, target->state->bins.per_second);
	if (!figure.is_interval)
		figure.line = target->stream->first_line;
	fio_figure_add(&figure, target->sink);
}

static void add_mean(const struct target *target)
{
	const struct hist_bins *bins = &target->state->bins;
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
	const struct hist_bins *bins = &target->state->bins;
	size_t bin = find_bin(target, percentile_rank(hundredths, target->stream->count));

	if (bin + 1 < bins->count)
		add(target,
			(struct fio_figure){
				.statistic = FIO_PERCENTILE, .percentile = hundredths / 100.0 },
			(double)hist_bin_middle(bins, bin), (double)hist_bin_width(bins, bin));
}

static void add_series(const struct target *target)
{
	int64_t start = target->state->is_absolute ? (int64_t)target->state->earliest : 0;

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
	const struct hist_bins *bins = &target->state->bins;
	uint64_t endless = target->stream->bins[bins->count - 1];

	if (endless)
		sink_add_problem(target->sink, PROBLEM_INVALID, target->stream->first_line,
			"%llu latencies of %.3g s or more, of which fio's histograms say no more: "
			"no mean",
			(unsigned long long)endless,
			(double)hist_bin_start(bins, bins->count - 1) / bins->per_second);
	else
		add_mean(target);
	for (size_t i = 0; i < sizeof percentiles / sizeof *percentiles; i++)
		add_percentile(target, percentiles[i]);
	add(target, (struct fio_figure){ .statistic = FIO_COUNT }, (double)target->stream->count,
		1);
	if (!endless)
		add_series(target);
}

static void fio_hist_end(void *memory, struct sink *sink)
{
	struct state *state = memory;

	for (size_t i = 0; i < DIRECTIONS; i++) {
		struct target target = { state, state->streams[i], (enum fio_direction)i, sink };

		if (!target.stream)
			continue;
		if (target.stream->count)
			report_direction(&target);
		windows_release(&state->streams[i]->windows);
		free(state->streams[i]);
	}
	bad_rows_end(&state->bad_rows, "fio-hist", sink);
}

const struct format fio_hist_format = {
	.name = "fio-hist",
	.summary = "fio's logs of latency histograms",
	.state_size = sizeof(struct state),
	.line = fio_hist_line,
	.end = fio_hist_end,
};
