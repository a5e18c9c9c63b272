/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * grid - a table of strings, with notes below it: what every format lays out
 *
 * Cells hold plain text, log bytes among it: a format escapes what it must.
 */
#ifndef RENDER_REPORT_GRID_H
#define RENDER_REPORT_GRID_H

#include <stdbool.h>
#include <stddef.h>

#include "core/record.h"

struct grid_column {
	char *head;
	bool is_numeric; /* shown flush right */
};

struct grid {
	struct grid_column *columns;
	size_t column_count;
	size_t column_capacity;
	char **cells; /* row by row; NULL is an empty cell */
	size_t cell_count;
	size_t cell_capacity;
	struct strings notes; /* the text of note 1, 2, ... */
};

/* A struct grid is empty when it is all zero. All columns come before the first cell. */

/* The head is copied. */
void grid_add_column(struct grid *grid, const char *head, bool is_numeric);

/* The next cell, left to right and row by row: text is copied, NULL is an empty one. */
void grid_add_cell(struct grid *grid, const char *text);
void grid_add_cell_format(struct grid *grid, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Puts the sign of a new note behind the last cell, and keeps its text. */
void grid_add_note(struct grid *grid, const char *text);

size_t grid_row_count(const struct grid *grid);
const char *grid_cell(const struct grid *grid, size_t row, size_t column);

/* The sign of a note, in superscript digits, e.g. "¹²": adds it to out. */
void grid_add_note_sign(struct text *out, size_t number);

void grid_release(struct grid *grid);

#endif
