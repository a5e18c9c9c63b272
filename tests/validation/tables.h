/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * tables - what is said of data whose truth is known, by us and by other tools
 */
#ifndef TESTS_VALIDATION_TABLES_H
#define TESTS_VALIDATION_TABLES_H

#include "tests/validation/study.h"

/* A table of docs/VALIDATION.md: studies are its rows, events its columns. */
struct table {
	const char *title;
	const char *preface;
	const char *row_header;
	size_t columns;
	const char *headers[MOST_EVENTS];
	tally_function *tally;
	const struct row {
		const char *name;
		struct scenario scenario;
	} * rows;
	size_t row_count;
};

enum { TABLES = 3 };
extern const struct table tables[TABLES];

/* The studies of all rows of all tables, in order; the caller frees them. */
struct study *tables_studies(size_t *count);

#endif
