/* SPDX-License-Identifier: GPL-3.0-or-later */
/* grid - a table of strings, with notes below it */
#include "render/report/grid.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "core/text.h"

void grid_add_column(struct grid *grid, const char *head, bool is_numeric)
{
	grid->columns = memory_reserve_one(
		grid->columns, grid->column_count, &grid->column_capacity, sizeof *grid->columns);
	grid->columns[grid->column_count++] = (struct grid_column){ memory_copy_string(head),
		is_numeric };
}

static void add_owned(struct grid *grid, char *text)
{
	grid->cells = memory_reserve_one(
		grid->cells, grid->cell_count, &grid->cell_capacity, sizeof *grid->cells);
	grid->cells[grid->cell_count++] = text;
}

void grid_add_cell(struct grid *grid, const char *text)
{
	add_owned(grid, memory_copy_string(text));
}

void grid_add_cell_format(struct grid *grid, const char *format, ...)
{
	va_list arguments;
	char *text = NULL;

	va_start(arguments, format);
	if (vasprintf(&text, format, arguments) < 0)
		text = memory_copy_string(format);
	va_end(arguments);
	add_owned(grid, text);
}

void grid_add_note_sign(struct text *out, size_t number)
{
	static const char *const digits[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };

	if (number >= 10)
		grid_add_note_sign(out, number / 10);
	text_add(out, digits[number % 10]);
}

void grid_add_note(struct grid *grid, const char *text)
{
	char **cell = &grid->cells[grid->cell_count - 1];
	struct text marked = TEXT_INIT;

	strings_add(&grid->notes, memory_copy_string(text));
	if (*cell)
		text_add(&marked, *cell);
	grid_add_note_sign(&marked, grid->notes.count);
	free(*cell);
	*cell = text_detach(&marked);
}

size_t grid_row_count(const struct grid *grid)
{
	return grid->column_count ? grid->cell_count / grid->column_count : 0;
}

const char *grid_cell(const struct grid *grid, size_t row, size_t column)
{
	const char *text = grid->cells[row * grid->column_count + column];

	return text ? text : "";
}

void grid_release(struct grid *grid)
{
	for (size_t i = 0; i < grid->column_count; i++)
		free(grid->columns[i].head);
	for (size_t i = 0; i < grid->cell_count; i++)
		free(grid->cells[i]);
	for (size_t i = 0; i < grid->notes.count; i++)
		free((char *)grid->notes.items[i]);
	free(grid->columns);
	free(grid->cells);
	free(grid->notes.items);
	*grid = (struct grid){ 0 };
}
