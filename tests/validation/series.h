/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * series - gates on the intervals of one run, and what other tools say of them
 */
#ifndef TESTS_VALIDATION_SERIES_H
#define TESTS_VALIDATION_SERIES_H

#include "tests/validation/gates.h"

/* The cells of the gates on series, in order; the caller frees them. */
struct cell *series_cells(size_t *count);

/* The studies of the table's rows, in order; the caller frees them. */
struct study *series_studies(size_t *count);

/* Parts of docs/VALIDATION.md, to standard output. */
void series_write_gates(const struct cell *cells, size_t count, unsigned data_sets);
void series_write_table(const struct study *studies, size_t count, unsigned data_sets);
void series_write_cells(const struct cell *cells, size_t count, unsigned data_sets);

#endif
