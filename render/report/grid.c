/* SPDX-License-Identifier: GPL-3.0-or-later */
/* grid - a table of strings, with notes below it */
#include "render/report/grid.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "core/number.h"

/* A string of the caller's own. */
static char *format_text(const char *format, va_list arguments)
{
	char *text = NULL;

	if (vasprintf(&text, format, arguments) < 0)
		text = memory_copy_string(format);
	return text;
}

void grid_set_caption(struct grid *grid, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	free(grid->caption);
	grid->caption = format_text(format, arguments);
	va_end(arguments);
}

void grid_add_column(struct grid *grid, const char *head, enum grid_kind kind)
{
	grid->columns = memory_reserve_one(
		grid->columns, grid->column_count, &grid->column_capacity, sizeof *grid->columns);
	grid->columns[grid->column_count++] = (struct grid_column){ memory_copy_string(head),
		kind };
}

static void add_owned(struct grid *grid, char *text)
{
	grid->cells = memory_reserve_one(
		grid->cells, grid->cell_count, &grid->cell_capacity, sizeof *grid->cells);
	grid->cells[grid->cell_count++] = (struct grid_cell){ .text = text, .value = NAN };
}

void grid_add_cell(struct grid *grid, const char *text)
{
	add_owned(grid, memory_copy_string(text));
}

void grid_add_cell_format(struct grid *grid, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	add_owned(grid, format_text(format, arguments));
	va_end(arguments);
}

void grid_add_number(struct grid *grid, double value, int digits)
{
	char number[NUMBER_SIZE];

	number_write_digits(number, value, digits);
	grid_add_cell(grid, isnan(value) ? NULL : number);
	grid_set_value(grid, value);
}

void grid_add_range(struct grid *grid, const double ends[2], int digits)
{
	struct text range = TEXT_INIT;

	text_add_significant(&range, ends[0], digits);
	text_add(&range, " to ");
	text_add_significant(&range, ends[1], digits);
	grid_add_cell(grid, isnan(ends[0]) ? NULL : range.data);
	text_release(&range);
}

static struct grid_cell *last_cell(struct grid *grid)
{
	return &grid->cells[grid->cell_count - 1];
}

void grid_set_value(struct grid *grid, double value)
{
	last_cell(grid)->value = value;
}

void grid_set_verdict(struct grid *grid, const char *verdict)
{
	last_cell(grid)->verdict = verdict;
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
	struct grid_cell *cell = last_cell(grid);

	strings_add(&grid->notes, memory_copy_string(text));
	if (cell->note_count++ == 0)
		cell->first_note = grid->notes.count;
}

size_t grid_row_count(const struct grid *grid)
{
	return grid->column_count ? grid->cell_count / grid->column_count : 0;
}

const struct grid_cell *grid_cell(const struct grid *grid, size_t row, size_t column)
{
	return &grid->cells[row * grid->column_count + column];
}

void grid_add_cell_text(struct text *out, const struct grid_cell *cell)
{
	if (cell->text)
		text_add(out, cell->text);
	for (size_t i = 0; i < cell->note_count; i++)
		grid_add_note_sign(out, cell->first_note + i);
}

void grid_release(struct grid *grid)
{
	for (size_t i = 0; i < grid->column_count; i++)
		free(grid->columns[i].head);
	for (size_t i = 0; i < grid->cell_count; i++)
		free(grid->cells[i].text);
	for (size_t i = 0; i < grid->notes.count; i++)
		free((char *)grid->notes.items[i]);
	free(grid->caption);
	free(grid->columns);
	free(grid->cells);
	free(grid->notes.items);
	*grid = (struct grid){ 0 };
}
