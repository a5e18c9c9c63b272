/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listing - a sheet that is one grid */
#include "render/workbook/listing.h"

#include <math.h>

#include "render/report/width.h"
#include "render/workbook/notation.h"
#include "render/workbook/words.h"

enum { LONG_TEXT = 50, WRAPPED_WIDTH = 60 };

static bool is_long(const struct grid *grid, size_t column)
{
	for (size_t row = 0; row < grid_row_count(grid); row++) {
		const char *text = grid_cell(grid, row, column)->text;

		if (text && display_width(text) > LONG_TEXT)
			return true;
	}
	return false;
}

static void add_cell(struct sheet *sheet, const struct grid_cell *cell, enum style style)
{
	struct text format = TEXT_INIT;

	if (style == STYLE_NUMBER && cell->text && !isnan(cell->value) &&
		notation_format(&format, cell->text, cell->value))
		sheet_add_number(sheet, cell->value, format.data);
	else
		sheet_add_text(sheet, cell->text, style);
	text_release(&format);
}

static enum style style_of(const struct grid *grid, size_t column)
{
	if (grid->columns[column].kind == GRID_NUMBER)
		return STYLE_NUMBER;
	if (is_long(grid, column))
		return STYLE_WRAPPED;
	return grid->columns[column].kind == GRID_NAME ? STYLE_NAME : STYLE_TEXT;
}

static void add_heads(struct sheet *sheet, const struct grid *grid)
{
	for (size_t i = 0; i < grid->column_count; i++) {
		bool is_number = grid->columns[i].kind == GRID_NUMBER;

		sheet_add_text(sheet, *grid->columns[i].head ? grid->columns[i].head : " ",
			is_number ? STYLE_HEAD_NUMBER : STYLE_HEAD);
		if (style_of(grid, i) == STYLE_WRAPPED)
			sheet_set_width(sheet, i, WRAPPED_WIDTH);
	}
	sheet_end_row(sheet);
}

void listing_write(
	struct contents *contents, const char *name, const char *words, struct grid *grid)
{
	struct sheet *sheet;
	size_t head_row;
	size_t last_row;

	if (grid_row_count(grid) == 0) {
		grid_release(grid);
		return;
	}
	sheet = spreadsheet_add_sheet(contents->spreadsheet, name);
	sheet_add_line(sheet, name, STYLE_TITLE);
	head_row = sheet_row(sheet);
	add_heads(sheet, grid);
	for (size_t row = 0; row < grid_row_count(grid); row++) {
		for (size_t i = 0; i < grid->column_count; i++)
			add_cell(sheet, grid_cell(grid, row, i), style_of(grid, i));
		sheet_end_row(sheet);
	}
	last_row = sheet_row(sheet) - 1;
	sheet_end_row(sheet);
	if (words)
		words_add(sheet, words);
	sheet_freeze(sheet, head_row + 1, 1);
	sheet_repeat_row(sheet, head_row);
	sheet_filter(sheet, (struct area){ head_row, 0, last_row, grid->column_count - 1 });
	grid_release(grid);
}
