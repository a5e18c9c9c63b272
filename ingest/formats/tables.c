/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * tables - the tables of a report that people wrote, and what it concludes
 *
 *	## dd (MB/s)
 *
 *	| System | Status  | Write     | Read       |
 *	| ------ | ------- | --------: | ---------: |
 *	| Docker | Stable  | [129] 126 |     260(C) |
 *	| Host   | Stable? | [144] 138 | 305(C) 150 |
 *
 *	- I/O Performance: Kata < Gvisor < Docker
 *
 * GitHub's Markdown, or the same cells as CSV with the title in a row of its
 * own. The head line may be missing where the experiment knows the table. What
 * a cell may hold is in tables/cell.h. Read only when asked for by --format:
 * tables stand in many a log.
 */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "core/memory.h"
#include "ingest/formats/tables/claims.h"
#include "ingest/formats/tables/columns.h"
#include "ingest/formats/tables/readout.h"
#include "ingest/formats/tables/row.h"
#include "ingest/log/format.h"

/* How the page parts its cells: known with its first line that tells. */
enum syntax {
	SYNTAX_UNKNOWN,
	SYNTAX_MARKDOWN,
	SYNTAX_CSV,
};

struct state {
	enum syntax syntax;
	char separator; /* of CSV */
	char *title;    /* of the section: NULL before the first */
	bool in_table;
	bool has_columns;
	bool is_skipped;  /* the table is none of values */
	struct row first; /* the row that may be the heads: until the next one tells */
	struct columns columns;
	struct claims claims;
};

static void set_title(struct state *state, struct slice title)
{
	free(state->title);
	state->title = slice_copy(slice_trim(title));
}

/* A section of facts about systems: what its tables say is no result. */
static bool is_of_facts(const char *title)
{
	return title && strcasecmp(title, "Environment") == 0;
}

/* A table of something else than systems, or of the statistics behind another, is not read. */
static bool is_of_systems(const struct row *heads)
{
	static const char *const heads_of_systems[] = { "", "system", "systems", "runtime",
		"runtimes", "container", "platform", "host" };
	bool has_count = false;
	bool has_mean = false;
	bool is_listing = false;
	bool is_known = false;

	for (size_t i = 0; i < sizeof heads_of_systems / sizeof *heads_of_systems; i++)
		is_known |= strcasecmp(heads->cells[0], heads_of_systems[i]) == 0;
	for (size_t i = 1; i < heads->count; i++) {
		has_count |= strcmp(heads->cells[i], "n") == 0;
		has_mean |= strcmp(heads->cells[i], "mean") == 0;
		is_listing |= strcmp(heads->cells[i], "Line of the log") == 0 ||
			      strcmp(heads->cells[i], "Lines of the logs") == 0;
	}
	return is_known && !is_listing && !(has_count && has_mean);
}

static void read_row(struct state *state, const struct row *row, struct sink *sink)
{
	const struct readout readout = { state->title, &state->columns, &state->claims };

	readout_row(&readout, row, sink);
}

/* Learns the columns from the heads (NULL: none) of a table whose rows have width cells. */
static void begin_rows(
	struct state *state, const struct row *heads, size_t width, size_t line, struct sink *sink)
{
	const char *wrong;

	state->has_columns = true;
	state->is_skipped = is_of_facts(state->title) || (heads && !is_of_systems(heads));
	if (state->is_skipped)
		return;
	wrong = columns_read(&state->columns, sink_experiment(sink), state->title, heads, width);
	if (wrong) {
		state->is_skipped = true;
		sink_add_problem(sink, PROBLEM_UNREADABLE, line, "tables: %s", wrong);
	}
}

/* The table's first row is its heads, or a row like the others: now it is known which. */
static void decide_first(struct state *state, bool is_heads, struct sink *sink)
{
	struct row first = state->first;

	state->first = (struct row){ 0 };
	begin_rows(state, is_heads ? &first : NULL, first.count, first.line, sink);
	if (!is_heads && !state->is_skipped)
		read_row(state, &first, sink);
	row_release(&first);
}

static void end_table(struct state *state, struct sink *sink)
{
	if (state->first.count)
		decide_first(state,
			columns_are_named(sink_experiment(sink), state->title, &state->first),
			sink);
	columns_release(&state->columns);
	state->in_table = state->has_columns = state->is_skipped = false;
}

/* Takes the row. False when it is of a table that is not read. */
static bool add_row(struct state *state, struct row *row, struct sink *sink)
{
	const struct experiment *experiment = sink_experiment(sink);
	bool is_rule = row_is_rule(row);

	state->in_table = true;
	if (state->first.count)
		decide_first(state,
			is_rule || columns_are_named(experiment, state->title, &state->first),
			sink);
	if (is_rule)
		return !state->is_skipped;
	if (claims_add_row(&state->claims, experiment, row, !state->is_skipped))
		return true;
	if (!state->has_columns) {
		state->first = *row;
		*row = (struct row){ 0 };
		return true;
	}
	if (!state->is_skipped)
		read_row(state, row, sink);
	return !state->is_skipped;
}

/* "## dd (MB/s)", or a line that is bold as a whole */
static bool read_heading(struct slice text, struct slice *title)
{
	if (slice_starts_with(text, "#")) {
		while (scan_char(&text, '#'))
			;
		while (!slice_is_empty(text) && text.end[-1] == '#')
			text.end--;
	} else if (slice_starts_with(text, "**") && slice_ends_with(text, "**") &&
		   slice_length(text) > strlen("****")) {
		text.start += strlen("**");
		text.end -= strlen("**");
	} else {
		return false;
	}
	*title = text;
	return true;
}

/* What stands before the text of a list's item. */
static void skip_list_sign(struct slice *at)
{
	struct slice rest = *at;
	uint64_t number;

	if (scan_text(at, "- ") || scan_text(at, "* ") || scan_text(at, "+ "))
		return;
	if (scan_integer(&rest, &number) && (scan_text(&rest, ". ") || scan_text(&rest, ") ")))
		*at = rest;
}

/* The text of a line without its markup, as a cell has it. */
static bool read_claim_line(struct state *state, struct slice text, size_t line)
{
	struct row row = { 0 };
	bool is_taken;

	skip_list_sign(&text);
	row_read_markdown(&row, text);
	is_taken = row.count == 1 &&
		   claims_add_line(&state->claims, state->title, slice_of(row.cells[0]), line);
	row_release(&row);
	return is_taken;
}

static bool read_markdown(struct state *state, const struct line *line, struct sink *sink)
{
	struct slice text = slice_trim(line->text);
	struct row row = { .line = line->number };
	struct slice title;
	bool is_taken;

	if (read_heading(text, &title)) {
		end_table(state, sink);
		set_title(state, title);
		return true;
	}
	if (!slice_contains(text, "|")) {
		end_table(state, sink);
		return read_claim_line(state, text, line->number);
	}
	is_taken = row_read_markdown(&row, text) && add_row(state, &row, sink);
	row_release(&row);
	return is_taken;
}

/* A row with a single cell is a title, or within a table one of a system that was not measured. */
static bool is_title(const struct state *state, const char *cell, const struct sink *sink)
{
	return *cell && (!state->in_table || strcasecmp(cell, "conclusions") == 0 ||
				is_table_title(sink_experiment(sink), cell));
}

static bool read_csv(struct state *state, const struct line *line, struct sink *sink)
{
	struct row row = { .line = line->number };
	const char *only = NULL;
	bool is_taken = true;

	if (!row_read_csv(&row, line->text, state->separator)) {
		end_table(state, sink);
		is_taken = claims_add_line(
			&state->claims, state->title, slice_trim(line->text), line->number);
	} else if (row_has_one_cell(&row, &only) && is_title(state, row.cells[0], sink)) {
		end_table(state, sink);
		if (!claims_add_line(&state->claims, state->title, slice_of(only), line->number))
			set_title(state, slice_of(only));
	} else if (only) {
		is_taken = add_row(state, &row, sink);
	} else {
		end_table(state, sink);
	}
	row_release(&row);
	return is_taken;
}

/* Fields of CSV do not begin with a blank, as what follows a comma in a sentence does. */
static bool is_csv(struct slice text, char separator)
{
	struct row row = { 0 };
	const char with_blank[] = { separator, ' ', '\0' };
	bool is = !slice_contains(text, with_blank) && row_read_csv(&row, text, separator);

	row_release(&row);
	return is;
}

static void find_syntax(struct state *state, struct slice text)
{
	static const char separators[] = { ',', ';', '\t' };

	if (slice_starts_with(text, "#") || slice_contains(text, "|")) {
		state->syntax = SYNTAX_MARKDOWN;
		return;
	}
	for (size_t i = 0; i < sizeof separators && state->syntax == SYNTAX_UNKNOWN; i++) {
		if (!is_csv(text, separators[i]))
			continue;
		state->syntax = SYNTAX_CSV;
		state->separator = separators[i];
	}
}

static bool tables_line(void *memory, const struct line *line, struct sink *sink)
{
	struct state *state = memory;

	if (state->syntax == SYNTAX_UNKNOWN)
		find_syntax(state, slice_trim(line->text));
	return state->syntax == SYNTAX_CSV ? read_csv(state, line, sink)
					   : read_markdown(state, line, sink);
}

static void tables_end(void *memory, struct sink *sink)
{
	struct state *state = memory;

	end_table(state, sink);
	claims_give(&state->claims, sink);
	free(state->title);
}

const struct format tables_format = {
	.name = "tables",
	.summary = "a written report's tables and conclusions (with -f tables only)",
	.state_size = sizeof(struct state),
	.line = tables_line,
	.end = tables_end,
	.on_request = true,
};
