/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sheet - cells, left to right and row by row */
#include "render/workbook/file/sheet.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "core/message.h"
#include "render/report/width.h"
#include "render/workbook/file/cell_text.h"
#include "render/workbook/file/internal.h"

enum {
	ROWS_LOOKED_AT = 1000, /* for the width of columns */
	LEAST_WIDTH = 6,
	MOST_WIDTH = 60,
	MOST_HEIGHT = 409, /* Excel's */
	SHORT_HEAD = 14,
};

/* A column's width counts digits, and letters are narrower. */
static const double letters_a_unit = 1.2;

size_t sheet_row(const struct sheet *sheet)
{
	return sheet->row;
}

size_t sheet_column(const struct sheet *sheet)
{
	return sheet->column;
}

/* The library checks what it is given, not that it could be kept: spreadsheet_end() does. */
static void check(lxw_error error)
{
	if (error != LXW_NO_ERROR)
		die("a workbook's cell: %s", lxw_strerror(error));
}

static struct sheet_column *column_at(struct sheet *sheet, size_t column)
{
	if (column >= sheet->column_count) {
		sheet->columns = memory_resize(sheet->columns, column + 1, sizeof *sheet->columns);
		memset(sheet->columns + sheet->column_count, 0,
			(column + 1 - sheet->column_count) * sizeof *sheet->columns);
		sheet->column_count = column + 1;
	}
	return &sheet->columns[column];
}

static void note_width(struct sheet *sheet, size_t width)
{
	struct sheet_column *column = column_at(sheet, sheet->column);

	if (width > column->widest)
		column->widest = width;
}

/* The word that text begins with, and its characters; text moves behind it and the blanks that follow. */
static size_t next_word(const char **text)
{
	size_t width = 0;

	for (; **text && **text != ' '; ++*text)
		width += ((unsigned char)**text & 0xC0) != 0x80;
	*text += strspn(*text, " ");
	return width;
}

static size_t longest_word(const char *text)
{
	size_t longest = 0;

	while (*text) {
		size_t width = next_word(&text);

		longest = width > longest ? width : longest;
	}
	return longest;
}

/* A long head takes two lines, or as many as it has words. */
static size_t head_width(const char *text)
{
	size_t width = display_width(text);
	size_t word = longest_word(text);

	if (width <= SHORT_HEAD)
		return width;
	return width / 2 + 2 > word ? width / 2 + 2 : word;
}

/* How wide a text wants its column to be; 0: as the others do. */
static size_t wanted_width(const char *text, enum style style)
{
	switch (style) {
	case STYLE_HEAD:
	case STYLE_HEAD_NUMBER:
		return head_width(text);
	case STYLE_TEXT:
	case STYLE_NAME:
	case STYLE_NUMBER:
		return display_width(text);
	default:
		return 0;
	}
}

/* Lines that words take, each in the first line with room for it. */
static size_t count_lines(const char *text, size_t width)
{
	size_t lines = 1;
	size_t used = 0;

	while (*text) {
		size_t word = next_word(&text);

		if (used && used + 1 + word > width) {
			lines++;
			used = 0;
		}
		used += (used ? 1 : 0) + word;
		if (width && used > width) /* broken within */
			lines += (used - 1) / width;
	}
	return lines;
}

static void note_height(struct sheet *sheet, const char *text, enum style style)
{
	const struct sheet_column *column = column_at(sheet, sheet->column);
	double height;

	if (style == STYLE_WRAPPED)
		height = style_height(
			style, count_lines(text, (size_t)(letters_a_unit * column->width)));
	else if (style == STYLE_HEAD || style == STYLE_HEAD_NUMBER)
		height = style_height(style,
			count_lines(
				text, column->widest > LEAST_WIDTH ? column->widest : LEAST_WIDTH));
	else if (style == STYLE_TITLE || style == STYLE_HEADING)
		height = style_height(style, 1);
	else
		return;
	if (height > sheet->height)
		sheet->height = height;
}

static void note_size(struct sheet *sheet, const char *text, enum style style)
{
	if (sheet->row >= ROWS_LOOKED_AT && style != STYLE_WRAPPED)
		return;
	note_width(sheet, wanted_width(text, style));
	note_height(sheet, text, style);
}

static void next_cell(struct sheet *sheet)
{
	sheet->column++;
	sheet->cell_count++;
}

void sheet_add_text(struct sheet *sheet, const char *text, enum style style)
{
	lxw_format *format = look_of_style(sheet->spreadsheet, style);

	if (!text || !*text) {
		sheet_skip_cells(sheet, 1);
		return;
	}
	text = cell_text(&sheet->buffer, text);
	note_size(sheet, text, style);
	check(worksheet_write_string(
		sheet->worksheet, (lxw_row_t)sheet->row, (lxw_col_t)sheet->column, text, format));
	next_cell(sheet);
}

void sheet_add_number(struct sheet *sheet, double value, const char *number_format)
{
	if (isnan(value)) {
		sheet_skip_cells(sheet, 1);
		return;
	}
	if (sheet->row < ROWS_LOOKED_AT)
		note_width(sheet, number_format_width(number_format, value));
	check(worksheet_write_number(sheet->worksheet, (lxw_row_t)sheet->row,
		(lxw_col_t)sheet->column, value,
		look_of_number(sheet->spreadsheet, number_format)));
	next_cell(sheet);
}

void sheet_add_formula(
	struct sheet *sheet, const char *formula, double value, const char *number_format)
{
	note_width(sheet, number_format_width(number_format, value));
	check(worksheet_write_formula_num(sheet->worksheet, (lxw_row_t)sheet->row,
		(lxw_col_t)sheet->column, formula,
		look_of_number(sheet->spreadsheet, number_format), value));
	next_cell(sheet);
}

void sheet_skip_cells(struct sheet *sheet, size_t count)
{
	sheet->column += count;
}

void sheet_add_comment(struct sheet *sheet, const struct strings *lines)
{
	enum { MOST_LINES = 12, LINE_LIMIT = 600, WIDTH = 380, LINE_HEIGHT = 16, PER_LINE = 62 };
	lxw_comment_options options = { .author = "benchpipe", .width = WIDTH, .font_size = 9 };
	struct text text = TEXT_INIT;
	size_t shown_lines = 1;

	for (size_t i = 0; i < lines->count && i < MOST_LINES; i++) {
		size_t begin = text.length;

		cell_text_add(&text, lines->items[i], LINE_LIMIT);
		shown_lines += 1 + display_width(text.data + begin) / PER_LINE;
		text_add_char(&text, '\n');
	}
	if (lines->count > MOST_LINES)
		text_add_format(&text, "… and %zu more", lines->count - MOST_LINES);
	options.height = (uint16_t)(shown_lines * LINE_HEIGHT);
	check(worksheet_write_comment_opt(sheet->worksheet, (lxw_row_t)sheet->row,
		(lxw_col_t)(sheet->column - 1), text.data, &options));
	text_release(&text);
}

void sheet_end_row(struct sheet *sheet)
{
	if (sheet->height > 0)
		check(worksheet_set_row(sheet->worksheet, (lxw_row_t)sheet->row,
			fmin(sheet->height, MOST_HEIGHT), NULL));
	sheet->height = 0;
	sheet->row++;
	sheet->column = 0;
}

void sheet_add_line(struct sheet *sheet, const char *text, enum style style)
{
	sheet_add_text(sheet, text, style);
	sheet_end_row(sheet);
}

void sheet_set_width(struct sheet *sheet, size_t column, double width)
{
	column_at(sheet, column)->width = width;
	check(worksheet_set_column(
		sheet->worksheet, (lxw_col_t)column, (lxw_col_t)column, width, NULL));
}

void sheet_fit_columns(struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->column_count; i++) {
		size_t width = sheet->columns[i].widest + 3;

		if (sheet->columns[i].width > 0 || sheet->columns[i].widest == 0)
			continue;
		width = width < LEAST_WIDTH ? LEAST_WIDTH : width > MOST_WIDTH ? MOST_WIDTH : width;
		sheet_set_width(sheet, i, (double)width);
	}
}

void sheet_free(struct sheet *sheet)
{
	free(sheet->name);
	free(sheet->columns);
	free(sheet->verdicts);
	text_release(&sheet->buffer);
	free(sheet);
}
