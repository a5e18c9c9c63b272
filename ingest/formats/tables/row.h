/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * tables/row - the cells of a line of a table, in Markdown or CSV
 */
#ifndef INGEST_FORMATS_TABLES_ROW_H
#define INGEST_FORMATS_TABLES_ROW_H

#include <stdbool.h>
#include <stddef.h>

#include "core/scan.h"

/* The cells, plain text without blanks at their ends; a struct row is empty when it is all zero. */
struct row {
	char **cells;
	size_t count;
	size_t capacity;
	size_t line;
};

/*
 * Reads a row of a table as GitHub's Markdown has it (GFM 0.29, 4.10): cells
 * between bars, the outer ones optional. Escapes, character references and
 * emphasis are undone. False when the line has no bar.
 */
bool row_read_markdown(struct row *row, struct slice line);

/* Reads a row of CSV. False when that has an open quote, or fewer than two fields. */
bool row_read_csv(struct row *row, struct slice line, char separator);

/* The row below the heads, "|---|---:|". */
bool row_is_rule(const struct row *row);

/* Whether all cells but one are empty: *only is that one. */
bool row_has_one_cell(const struct row *row, const char **only);

void row_release(struct row *row);

#endif
