/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fio-log - the logs that fio writes with --write_lat_log and its kin
 *
 *	1, 221023, 0, 16384, 0
 *	2, 114527, 1, 16384, 0
 *	11, 1631117, 0, 16384, 0
 *
 * A row for each I/O, or for each window of --log_avg_msec (see fio_log/row).
 * What the second column measures only the log's name says, or the user; the
 * first row decides what the columns are. Rows may be in any order. There may
 * be tens of millions: block() takes those that are just as fio prints them.
 */
#include "ingest/formats/fio_log/average.h"
#include "ingest/formats/fio_log/report.h"
#include "ingest/log/bad_rows.h"
#include "ingest/log/command.h"
#include "ingest/log/format.h"

static const struct {
	const char *name;
	enum fio_quantity quantity;
	enum fio_log_kind kind;
} quantities[] = {
	{ "lat", FIO_LATENCY, FIO_LOG_LATENCY },
	{ "clat", FIO_COMPLETION_LATENCY, FIO_LOG_LATENCY },
	{ "slat", FIO_SUBMISSION_LATENCY, FIO_LOG_LATENCY },
	{ "bw", FIO_BANDWIDTH, FIO_LOG_BANDWIDTH },
	{ "iops", FIO_IOPS, FIO_LOG_IOPS },
};

struct state {
	bool is_begun;
	bool is_named; /* what it measures is known */
	bool has_rows;
	struct fio_log log;
	size_t nameless; /* rows of a log that is not */
	size_t first_nameless;
	struct bad_rows bad_rows;
};

static void begin(struct state *state, const struct sink *sink)
{
	struct slice name;

	state->is_begun = true;
	if (!sink_quantity(sink, &name))
		return;
	for (size_t i = 0; i < sizeof quantities / sizeof *quantities; i++) {
		if (!slice_equals(name, quantities[i].name))
			continue;
		state->is_named = true;
		state->log.quantity = quantities[i].quantity;
		state->log.kind = quantities[i].kind;
	}
}

/*
 * fio 1 averaged rates always, fio 2 long without saying so in the size: but an
 * IOPS of a single I/O is 1, and the user may know.
 */
static bool is_average(const struct fio_log *log, const struct fio_log_row *row, struct sink *sink)
{
	const char *unit = sink_unit(sink);

	if (row->columns < 4)
		return log->kind != FIO_LOG_LATENCY;
	if (row->size == 0)
		return true;
	if (log->kind == FIO_LOG_BANDWIDTH)
		return unit && slice_equals(slice_of(unit), "KiB/s");
	return log->kind == FIO_LOG_IOPS && row->value != 1;
}

static uint64_t window_of(const struct sink *sink)
{
	struct slice value;
	uint64_t window;

	if (!command_option(sink_command(sink, "fio"), "fio", "log_avg_msec", &value) ||
		!scan_integer(&value, &window) || !slice_is_empty(value) ||
		fio_log_is_absolute(window))
		return 0;
	return window;
}

static void begin_rows(struct state *state, const struct fio_log_row *row, struct sink *sink)
{
	state->has_rows = true;
	state->log.columns = row->columns;
	state->log.has_size = row->size > 0;
	state->log.has_maximum = row->has_maximum;
	state->log.is_average = is_average(&state->log, row, sink);
	state->log.is_absolute = fio_log_is_absolute(row->time);
	state->log.usual = window_of(sink);
}

static bool has_columns(const struct fio_log *log, const struct fio_log_row *row)
{
	return row->columns == log->columns && row->has_maximum == log->has_maximum;
}

/* Whether a row is of the same kind as the first, whose columns it has. */
static bool fits(const struct fio_log *log, const struct fio_log_row *row)
{
	return (row->size > 0) == log->has_size &&
	       fio_log_is_absolute(row->time) == log->is_absolute;
}

static inline void add_row(struct fio_log *log, const struct fio_log_row *row, size_t line)
{
	struct fio_log_stream **stream = &log->streams[row->direction];

	if (!*stream) {
		*stream = fio_log_stream_new(log->kind, log->is_absolute, row->time, line);
		(*stream)->usual = log->usual;
	}
	log->fifth |= row->fifth;
	if (log->is_average)
		fio_log_average_add(*stream, row, line);
	else
		fio_log_stream_add(*stream, row, line);
}

static void report_bad(struct state *state, const struct line *line, struct sink *sink)
{
	bad_rows_add(&state->bad_rows, line, "fio-log", "a row that cannot be read", sink);
}

/* Without a name, only what is in the form of nothing else. */
static bool take_nameless(
	struct state *state, const struct fio_log_row *row, const struct line *line)
{
	if (row->columns < 4 || !slice_contains(line->text, ", "))
		return false;
	if (state->nameless++ == 0)
		state->first_nameless = line->number;
	return true;
}

static bool fio_log_line(void *memory, const struct line *line, struct sink *sink)
{
	struct state *state = memory;
	struct fio_log_row row;

	if (!state->is_begun)
		begin(state, sink);
	if (line->cut || line->overwritten || !fio_log_row_scan(line->text, &row)) {
		if (!state->is_named || !fio_log_looks_like_row(line->text))
			return false;
		report_bad(state, line, sink);
		return true;
	}
	if (!state->is_named)
		return take_nameless(state, &row, line);
	if (!state->has_rows)
		begin_rows(state, &row, sink);
	if (has_columns(&state->log, &row) && fits(&state->log, &row)) {
		state->log.has_hexadecimal |= row.has_hexadecimal;
		add_row(&state->log, &row, line->number);
	} else {
		report_bad(state, line, sink);
	}
	return true;
}

static void fio_log_block(void *memory, struct block *block, struct sink *sink)
{
	struct state *state = memory;
	struct fio_log_row row = { .columns = state->log.columns };
	struct slice rest = block->text;

	(void)sink;
	if (!state->has_rows || state->log.columns < 4 || state->log.has_maximum)
		return;
	while (!slice_is_empty(block->text)) {
		if (!fio_log_row_next(&rest, &row) || !fits(&state->log, &row))
			return;
		add_row(&state->log, &row, block->number++);
		block->text.start = rest.start;
	}
}

static void report_nameless(const struct state *state, struct sink *sink)
{
	if (state->nameless)
		sink_add_problem(sink, PROBLEM_UNREADABLE, state->first_nameless,
			"%zu rows as in a log of fio's, whose name does not say what they are: "
			"NAME_clat.1.log would, or -s quantity=clat",
			state->nameless);
}

static void finish(struct fio_log_stream *stream)
{
	if (!stream)
		return;
	fio_log_stream_finish(stream);
	fio_log_average_finish(stream);
}

/* fio writes an empty slat log for an engine that does not queue. */
static void fio_log_end(void *memory, struct sink *sink)
{
	struct state *state = memory;

	if (!state->is_begun)
		begin(state, sink);
	if (state->is_named && state->log.quantity == FIO_SUBMISSION_LATENCY)
		sink_allow_nothing(sink);
	for (size_t i = 0; i < FIO_LOG_DIRECTIONS; i++)
		finish(state->log.streams[i]);
	if (state->has_rows)
		fio_log_report(&state->log, sink);
	report_nameless(state, sink);
	bad_rows_end(&state->bad_rows, "fio-log", sink);
	for (size_t i = 0; i < FIO_LOG_DIRECTIONS; i++)
		fio_log_stream_free(state->log.streams[i]);
}

const struct format fio_log_format = {
	.name = "fio-log",
	.summary = "fio's logs of latencies, bandwidth and IOPS, per I/O or averaged",
	.state_size = sizeof(struct state),
	.line = fio_log_line,
	.block = fio_log_block,
	.end = fio_log_end,
};
