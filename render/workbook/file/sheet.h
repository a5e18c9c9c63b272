/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * sheet - cells, left to right and row by row, and how a sheet is laid out
 *
 * Text is always text: it is never taken for a formula, a number or a link.
 * Formulas are built from our own words and references (reference.h) alone.
 */
#ifndef RENDER_WORKBOOK_FILE_SHEET_H
#define RENDER_WORKBOOK_FILE_SHEET_H

#include <stdbool.h>
#include <stddef.h>

#include "core/record.h"
#include "render/workbook/file/look.h"

enum {
	SHEET_MOST_ROWS = 1048576,
	SHEET_MOST_COLUMNS = 16384,
};

struct sheet;

/* Where the next cell will be, both from 0. */
size_t sheet_row(const struct sheet *sheet);
size_t sheet_column(const struct sheet *sheet);

/* The next cell. NULL, "" and NaN leave it empty. An empty number format is Excel's own. */
void sheet_add_text(struct sheet *sheet, const char *text, enum style style);
void sheet_add_number(struct sheet *sheet, double value, const char *number_format);

/* A formula, without its "=", whose value is known already. */
void sheet_add_formula(
	struct sheet *sheet, const char *formula, double value, const char *number_format);

void sheet_skip_cells(struct sheet *sheet, size_t count);

/* Gives the last cell a comment: a line each of the texts. */
void sheet_add_comment(struct sheet *sheet, const struct strings *lines);

void sheet_end_row(struct sheet *sheet);

/* A row of one text, and its end. */
void sheet_add_line(struct sheet *sheet, const char *text, enum style style);

/* A column's width in characters; without it, it is that of the widest of its first cells. */
void sheet_set_width(struct sheet *sheet, size_t column, double width);

/* Keeps the first rows and columns in sight. */
void sheet_freeze(struct sheet *sheet, size_t rows, size_t columns);

/* Has a row on each page, and the first columns; then the sheet may be several pages wide. */
void sheet_repeat_row(struct sheet *sheet, size_t row);
void sheet_repeat_columns(struct sheet *sheet, size_t count, size_t pages);

struct area {
	size_t first_row, first_column;
	size_t last_row, last_column; /* among them */
};

/* Lets the rows below the area's first be filtered by what stands in them. */
void sheet_filter(struct sheet *sheet, struct area area);

/* Colours the verdicts that stand in the area, so that no eye takes one for another. */
void sheet_mark_verdicts(struct sheet *sheet, struct area area);

/* Bars from zero, one for each of some rows, with error bars. */
struct sheet_chart {
	const char *title;
	const char *axis;
	size_t first_row, last_row;
	size_t name_column;
	size_t value_column;
	size_t error_column; /* half the length of each error bar */
	size_t end_column;   /* their upper ends, for which the axis must have room */
	size_t at_row, at_column;
	size_t rows; /* its height */
};

void sheet_add_chart(struct sheet *sheet, const struct sheet_chart *chart);

#endif
