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
#include "ingest/formats/fio_hist/report.h"
#include "ingest/formats/fio_log/row.h"
#include "ingest/log/bad_rows.h"
#include "ingest/log/format.h"

static const uint64_t count_limit = UINT64_C(1) << 40; /* per bin and row: days of any device */
static const uint64_t time_limit = UINT64_C(1) << 46;

struct hist_row {
	uint64_t time;
	uint64_t direction;
	size_t bin_count;
	uint64_t bins[HIST_BINS];
};

struct state {
	struct hist_log log;
	bool has_rows;
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
	return scan_end(&at) && row->direction < HIST_DIRECTIONS && row->time < time_limit;
}

static struct hist_stream *stream_of(struct hist_log *log, const struct hist_row *row, size_t line)
{
	struct hist_stream **stream = &log->streams[row->direction];

	if (!*stream) {
		*stream = memory_allocate(1, sizeof **stream);
		(*stream)->first_line = line;
		windows_init(&(*stream)->windows, log->is_absolute ? (int64_t)row->time : 0);
	}
	return *stream;
}

static void add_row(struct hist_log *log, const struct hist_row *row, size_t line)
{
	struct hist_stream *stream = stream_of(log, row, line);
	double sum = 0;
	uint64_t count = 0;

	for (size_t i = 0; i < row->bin_count; i++) {
		if (row->bins[i] == 0)
			continue;
		count += row->bins[i];
		sum += (double)row->bins[i] * (double)hist_bin_middle(&log->bins, i);
		stream->bins[i] += row->bins[i];
	}
	stream->count += count;
	if (row->time < log->earliest)
		log->earliest = row->time;
	windows_add(&stream->windows, (int64_t)row->time, sum, (double)count, line);
}

static bool begin_rows(struct state *state, const struct hist_row *row)
{
	if (!hist_bins_find(&state->log.bins, row->bin_count))
		return false;
	state->has_rows = true;
	state->log.earliest = row->time;
	state->log.is_absolute = fio_log_is_absolute(row->time);
	return true;
}

static bool is_histogram_log(const struct state *state, const struct sink *sink)
{
	struct slice name;

	return state->has_rows || (sink_quantity(sink, &name) && slice_equals(name, "clat_hist"));
}

static bool fio_hist_line(void *memory, const struct line *line, struct sink *sink)
{
	struct state *state = memory;
	struct hist_row row;

	if (!line->cut && !line->overwritten && scan_row(line->text, &row) &&
		(state->has_rows ? row.bin_count == state->log.bins.count
				 : begin_rows(state, &row))) {
		add_row(&state->log, &row, line->number);
		return true;
	}
	if (!fio_log_looks_like_row(line->text) || !is_histogram_log(state, sink))
		return false;
	bad_rows_add(&state->bad_rows, line, "fio-hist", "a row that cannot be read", sink);
	return true;
}

static void fio_hist_end(void *memory, struct sink *sink)
{
	struct state *state = memory;

	hist_report(&state->log, sink);
	for (size_t i = 0; i < HIST_DIRECTIONS; i++) {
		if (!state->log.streams[i])
			continue;
		windows_release(&state->log.streams[i]->windows);
		free(state->log.streams[i]);
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
