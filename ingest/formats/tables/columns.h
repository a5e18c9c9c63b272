/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * tables/columns - what the columns of a published table measure
 *
 * A table of the experiment is known by its title, its columns by their heads
 * or, without heads, by their place. Of any other table the title is the test,
 * and the heads are its metrics. Units stand in parentheses in a head, or in
 * the title for all.
 */
#ifndef INGEST_FORMATS_TABLES_COLUMNS_H
#define INGEST_FORMATS_TABLES_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "core/experiment.h"
#include "core/units.h"
#include "ingest/formats/tables/row.h"

struct column {
	bool is_status;
	char *test;
	char *metrics[2];        /* the second NULL but for a pair */
	const struct unit *unit; /* NULL: none is said */
	enum better better;
};

/* The columns behind the first, which has the systems. */
struct columns {
	struct column *items;
	size_t count;
};

/*
 * Reads the columns from the table's title (NULL: none) and its heads (NULL:
 * none; then a row of the table has width cells). NULL, or why they cannot be
 * known.
 */
const char *columns_read(struct columns *columns, const struct experiment *experiment,
	const char *title, const struct row *heads, size_t width);

/*
 * Whether the row can be the heads of a table with that title: it names columns
 * of the experiment's, or holds no value.
 */
bool columns_are_named(
	const struct experiment *experiment, const char *title, const struct row *row);

/* Whether the text is a table's title: one of the experiment's, or with a unit in parentheses. */
bool is_table_title(const struct experiment *experiment, const char *text);

void columns_release(struct columns *columns);

#endif
