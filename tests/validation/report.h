/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * report - the results as lines for a terminal, and as docs/VALIDATION.md
 */
#ifndef TESTS_VALIDATION_REPORT_H
#define TESTS_VALIDATION_REPORT_H

#include "tests/validation/gates.h"
#include "tests/validation/tables.h"

struct results {
	const struct cell *cells;
	size_t cell_count;
	const struct cell *series; /* those on series within a run */
	size_t series_count;
	const struct study *studies; /* of the tables, then of that on series; NULL: not made */
	size_t series_rows;
	unsigned data_sets; /* of a cell */
};

/* A line per cell; the last one is "N passed, N failed". Whether none failed. */
bool report_lines(const struct results *results);

/* Markdown to standard output. */
void report_document(const struct results *results);

/* What STATISTICS asks for that cannot be simulated yet. */
extern const char *const report_not_yet[];

#endif
