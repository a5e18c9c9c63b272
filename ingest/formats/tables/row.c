/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tables/row - the cells of a line of a table, in Markdown or CSV */
#include "ingest/formats/tables/row.h"

#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "core/text.h"
#include "ingest/log/csv_line.h"

static void add_cell(struct row *row, struct slice text)
{
	row->cells = memory_reserve_one(row->cells, row->count, &row->capacity, sizeof *row->cells);
	row->cells[row->count++] = slice_copy(slice_trim(text));
}

/* "&gt;" and the few others that a table needs. */
static bool scan_reference(struct slice *at, char *character)
{
	static const struct {
		const char *reference;
		char character;
	} references[] = {
		{ "&lt;", '<' },
		{ "&gt;", '>' },
		{ "&amp;", '&' },
		{ "&#124;", '|' },
		{ "&quot;", '"' },
		{ "&nbsp;", ' ' },
	};

	for (size_t i = 0; i < sizeof references / sizeof *references; i++) {
		if (scan_text(at, references[i].reference)) {
			*character = references[i].character;
			return true;
		}
	}
	return false;
}

/* A backslash takes its meaning from a punctuation character. */
static bool scan_escaped(struct slice *at, char *character)
{
	if (slice_length(*at) < 2 || at->start[0] != '\\' || at->start[1] == '\0' ||
		!strchr("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", at->start[1]))
		return false;
	*character = at->start[1];
	at->start += 2;
	return true;
}

/* The next cell's text without its markup; *rest moves to the bar behind it, or the end. */
static void read_cell(struct slice *rest, struct text *cell)
{
	char character;

	text_clear(cell);
	while (!slice_is_empty(*rest) && *rest->start != '|') {
		if (scan_escaped(rest, &character) || scan_reference(rest, &character))
			text_add_char(cell, character);
		else if (!scan_text(rest, "**") && !scan_text(rest, "`"))
			text_add_char(cell, *rest->start++);
	}
}

bool row_read_markdown(struct row *row, struct slice line)
{
	struct slice rest = slice_trim(line);
	struct text cell = TEXT_INIT;
	bool has_bar = scan_char(&rest, '|');

	while (!slice_is_empty(rest)) {
		read_cell(&rest, &cell);
		add_cell(row, text_slice(&cell));
		has_bar |= scan_char(&rest, '|');
	}
	text_release(&cell);
	return has_bar && row->count;
}

bool row_read_csv(struct row *row, struct slice line, char separator)
{
	struct csv_fields fields = { 0 };
	bool is_whole = csv_line_split(&fields, line, separator);

	for (size_t i = 0; i < fields.count; i++)
		add_cell(row, fields.items[i]);
	csv_fields_release(&fields);
	return is_whole && row->count >= 2;
}

/* ":---:" */
static bool is_dashes(const char *cell)
{
	struct slice at = slice_of(cell);
	const char *start;

	scan_char(&at, ':');
	start = at.start;
	while (scan_char(&at, '-'))
		;
	if (at.start == start)
		return false;
	scan_char(&at, ':');
	return slice_is_empty(at);
}

bool row_is_rule(const struct row *row)
{
	for (size_t i = 0; i < row->count; i++)
		if (!is_dashes(row->cells[i]))
			return false;
	return row->count > 0;
}

bool row_has_one_cell(const struct row *row, const char **only)
{
	size_t filled = 0;

	for (size_t i = 0; i < row->count; i++) {
		if (*row->cells[i] && filled++ == 0)
			*only = row->cells[i];
	}
	return filled == 1;
}

void row_release(struct row *row)
{
	for (size_t i = 0; i < row->count; i++)
		free(row->cells[i]);
	free(row->cells);
	*row = (struct row){ 0 };
}
