/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * free - memory and swap, as free(1) of procps, busybox and toybox prints them
 *
 *	$ free -m
 *	               total        used        free      shared  buff/cache   available
 *	Mem:           24105         308       23830           8         188       23797
 *	Swap:              0           0           0
 *
 * A table begins with its header or, where that was left out, with Mem:; each
 * of its lines may be followed by an empty one. The log seldom says the unit:
 * free_unit. With -L, where repeats follow each other without a newline:
 *
 *	SwapUse       524288 CachUse      4970480  MemUse      9120440 MemFree      2210312
 *
 * and when it goes wrong:
 *
 *	free: invalid option -- 'L'
 */
#include <string.h>

#include "ingest/formats/free/row.h"
#include "ingest/formats/free/table.h"
#include "ingest/formats/free/unit.h"
#include "ingest/log/format.h"

enum {
	QUOTE_LIMIT = 200, /* bytes of a line quoted in a problem */
};

struct free_state {
	struct free_table table;
	size_t last_line; /* of the table */
};

/* An empty line may be between. */
static bool follows(const struct free_state *state, const struct line *line)
{
	return state->last_line && line->number <= state->last_line + 2;
}

static bool in_table(const struct free_state *state, const struct line *line)
{
	const struct free_table *table = &state->table;

	return follows(state, line) && (table->header.count || table->rows[FREE_MEMORY].line);
}

static void finish_table(struct free_state *state, struct sink *sink)
{
	if (state->table.rows[FREE_MEMORY].line || state->table.rows[FREE_ONE_LINE].line)
		free_table_report(&state->table, sink);
	state->table = (struct free_table){ .header.count = 0 };
}

static void begin_table(struct free_state *state, struct sink *sink)
{
	finish_table(state, sink);
	state->table.unit = free_unit_find(sink);
}

static int quote_length(struct slice text)
{
	size_t length = slice_length(text);

	return (int)(length < QUOTE_LIMIT ? length : QUOTE_LIMIT);
}

static void report_unreadable(const struct line *line, struct sink *sink)
{
	sink_add_problem(sink, PROBLEM_UNREADABLE, line->number, "a row of free is not whole: %.*s",
		quote_length(line->text), line->text.start);
}

static bool header_line(
	struct free_state *state, const struct line *line, struct slice text, struct sink *sink)
{
	struct free_header header;

	if (!free_header_read(&header, text))
		return false;
	begin_table(state, sink);
	state->table.header = header;
	state->last_line = line->number;
	return true;
}

/* Whether nobody but free would print a line with this label here. */
static bool is_surely_ours(const struct free_table *table, enum free_row_kind kind)
{
	switch (kind) {
	case FREE_MEMORY:
		return table->header.count > 0;
	case FREE_WITHOUT_CACHE:
	case FREE_WITHOUT_BUFFERS:
	case FREE_SWAP:
		return true;
	default:
		return false;
	}
}

static bool row_line(
	struct free_state *state, const struct line *line, struct slice text, struct sink *sink)
{
	struct free_table *table = &state->table;
	struct free_row row = { .line = line->number };
	enum free_row_kind kind;

	if (!free_row_scan_label(&text, &kind))
		return false;
	if (kind == FREE_MEMORY && (!in_table(state, line) || table->rows[kind].line))
		begin_table(state, sink);
	else if (!in_table(state, line) || table->rows[kind].line)
		return false;
	if (!free_row_scan_numbers(&text, table->unit.prefix, &row) ||
		!free_table_add(table, kind, &row)) {
		if (!is_surely_ours(table, kind))
			return false;
		report_unreadable(line, sink);
	}
	state->last_line = line->number;
	return true;
}

static bool one_line(
	struct free_state *state, const struct line *line, struct slice text, struct sink *sink)
{
	if (!slice_starts_with(text, "SwapUse "))
		return false;
	do {
		struct free_row row = { .line = line->number };

		begin_table(state, sink);
		if (!free_row_scan_one_line(&text, state->table.unit.prefix, &row)) {
			report_unreadable(line, sink);
			break;
		}
		state->table.rows[FREE_ONE_LINE] = row;
	} while (!scan_end(&text));
	state->last_line = line->number;
	return true;
}

/* "free: " alone may be anybody's word: what free says of itself is known. */
static bool error_line(const struct line *line, struct slice text, struct sink *sink)
{
	static const struct {
		const char *words;
		enum problem_status status;
	} errors[] = {
		{ "invalid option", PROBLEM_UNSUPPORTED },
		{ "unrecognized option", PROBLEM_UNSUPPORTED },
		{ "unit options", PROBLEM_FAILED },
		{ "argument", PROBLEM_FAILED },
		{ "meminfo", PROBLEM_FAILED },
		{ "memory info", PROBLEM_FAILED },
	};

	if (!slice_starts_with(text, "free: "))
		return false;
	for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
		if (!slice_contains(text, errors[i].words))
			continue;
		sink_add_problem(sink, errors[i].status, line->number, "%.*s", quote_length(text),
			text.start);
		return true;
	}
	return false;
}

/* The lines of free --help and -V that have numbers. */
static bool is_help(struct slice text)
{
	return slice_equals(text, "--si            use powers of 1000 not 1024") ||
	       slice_equals(text, "For more details see free(1).") ||
	       slice_starts_with(text, "free from procps");
}

static bool free_line(void *format_state, const struct line *line, struct sink *sink)
{
	struct free_state *state = format_state;
	struct slice text = slice_trim(line->text);

	if (header_line(state, line, text, sink) || row_line(state, line, text, sink) ||
		one_line(state, line, text, sink) || error_line(line, text, sink) || is_help(text))
		return true;
	return false;
}

static void free_end(void *state, struct sink *sink)
{
	finish_table(state, sink);
}

static const char *const signs[] = {
	":",
	"：",
	"total",
	"SwapUse ",
	"free",
	"use powers of 1000",
	NULL,
};

const struct format free_format = {
	.name = "free",
	.summary = "memory and swap, as free(1) prints them",
	.state_size = sizeof(struct free_state),
	.signs = signs,
	.line = free_line,
	.end = free_end,
};
