/* SPDX-License-Identifier: GPL-3.0-or-later */
/* partial_text - what is where in the text of a partial record */
#include "stats/stream/partial_text.h"

#include <stdlib.h>

#include "core/json/cursor.h"
#include "core/memory.h"

static void take_value(struct slice *value, struct json_cursor *cursor)
{
	const char *start = cursor->rest.start;

	json_cursor_skip(cursor);
	if (!value->start)
		*value = (struct slice){ start, cursor->rest.start };
}

static void take_numbers(struct cell_text *cell, struct json_cursor *cursor)
{
	if (cell->numbers[0].start || *cursor->rest.start != '[') {
		json_cursor_skip(cursor);
		return;
	}
	json_cursor_enter(cursor);
	for (size_t i = 0; json_cursor_next(cursor, NULL); i++)
		if (i < PATTERN_NUMBERS)
			take_value(&cell->numbers[i], cursor);
		else
			json_cursor_skip(cursor);
}

static void take_member_of_cell(
	struct cell_text *cell, struct slice name, struct json_cursor *cursor)
{
	if (slice_equals(name, "of"))
		take_value(&cell->of, cursor);
	else if (slice_equals(name, "run"))
		take_value(&cell->run, cursor);
	else if (slice_equals(name, "value"))
		take_value(&cell->value, cursor);
	else if (slice_equals(name, "resolution"))
		take_value(&cell->resolution, cursor);
	else if (slice_equals(name, "source"))
		take_value(&cell->source, cursor);
	else if (slice_equals(name, "numbers"))
		take_numbers(cell, cursor);
	else
		json_cursor_skip(cursor);
}

static void take_cell(struct partial_text *text, struct json_cursor *cursor)
{
	struct cell_text cell = { 0 };
	struct slice name;

	if (*cursor->rest.start == '{') {
		json_cursor_enter(cursor);
		while (json_cursor_next(cursor, &name))
			take_member_of_cell(&cell, name, cursor);
	} else {
		json_cursor_skip(cursor);
	}
	text->cells = memory_reserve_one(
		text->cells, text->cell_count, &text->cell_capacity, sizeof *text->cells);
	text->cells[text->cell_count++] = cell;
}

static void take_cells(struct partial_text *text, struct json_cursor *cursor)
{
	if (text->cells || *cursor->rest.start != '[') {
		json_cursor_skip(cursor);
		return;
	}
	json_cursor_enter(cursor);
	while (json_cursor_next(cursor, NULL))
		take_cell(text, cursor);
}

struct partial_text partial_text_of(struct slice line)
{
	struct partial_text text = { 0 };
	struct json_cursor cursor;
	struct slice name;

	json_cursor_init(&cursor, line, NULL, 1);
	json_cursor_enter(&cursor);
	while (json_cursor_next(&cursor, &name))
		if (slice_equals(name, "n"))
			take_value(&text.n, &cursor);
		else if (slice_equals(name, "fields"))
			take_value(&text.fields, &cursor);
		else if (slice_equals(name, "order"))
			take_value(&text.order, &cursor);
		else if (slice_equals(name, "cells"))
			take_cells(&text, &cursor);
		else
			json_cursor_skip(&cursor);
	return text;
}

void partial_text_release(struct partial_text *text)
{
	free(text->cells);
	*text = (struct partial_text){ 0 };
}
