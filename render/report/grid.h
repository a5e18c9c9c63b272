/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * grid - a table of strings, with notes below it: what every format lays out
 *
 * Cells hold plain text, log bytes among it: a format escapes what it must.
 */
#ifndef RENDER_REPORT_GRID_H
#define RENDER_REPORT_GRID_H

#include <stddef.h>

#include "core/record.h"
#include "core/text.h"

enum grid_kind {
	GRID_TEXT,
	GRID_NAME,   /* what the row is about */
	GRID_NUMBER, /* shown flush right */
};

struct grid_column {
	char *head;
	enum grid_kind kind;
};

struct grid_cell {
	char *text;          /* without the signs of its notes; NULL: empty */
	double value;        /* what it sorts by; NaN: its text */
	const char *verdict; /* whose it is, borrowed; NULL: none */
	size_t first_note;   /* its number, from 1 */
	size_t note_count;
};

struct grid {
	size_t number; /* in its story, from 1 */
	char *caption; /* what it shows, for those who do not see what stands above; NULL: nothing */
	struct grid_column *columns;
	size_t column_count;
	size_t column_capacity;
	struct grid_cell *cells; /* row by row */
	size_t cell_count;
	size_t cell_capacity;
	struct strings notes; /* the text of note 1, 2, ... */
};

/* A struct grid is empty when it is all zero. All columns come before the first cell. */

void grid_set_caption(struct grid *grid, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* The head is copied. */
void grid_add_column(struct grid *grid, const char *head, enum grid_kind kind);

/* The next cell, left to right and row by row: text is copied, NULL is an empty one. */
void grid_add_cell(struct grid *grid, const char *text);
void grid_add_cell_format(struct grid *grid, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* The same of a number, to so many significant digits; NaN is an empty cell. */
void grid_add_number(struct grid *grid, double value, int digits);

/* "1.5 to 2"; NaN to begin with is an empty cell. */
void grid_add_range(struct grid *grid, const double ends[2], int digits);

/* What the last cell sorts by, and whose verdict stands behind it. */
void grid_set_value(struct grid *grid, double value);
void grid_set_verdict(struct grid *grid, const char *verdict);

/* Gives the last cell a new note, whose text is copied. */
void grid_add_note(struct grid *grid, const char *text);

size_t grid_row_count(const struct grid *grid);
const struct grid_cell *grid_cell(const struct grid *grid, size_t row, size_t column);

/* The text of a cell and the signs of its notes. */
void grid_add_cell_text(struct text *out, const struct grid_cell *cell);

/* The sign of a note, in superscript digits, e.g. "¹²": adds it to out. */
void grid_add_note_sign(struct text *out, size_t number);

void grid_release(struct grid *grid);

#endif
