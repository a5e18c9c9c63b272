/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * tables - which tables a report has
 *
 * A table has a row per system; cell.h says what stands in a cell. An empty one
 * was not run. Whatever is not Stable, or marked, has a note.
 */
#ifndef RENDER_REPORT_TABLES_H
#define RENDER_REPORT_TABLES_H

#include <stdbool.h>

#include "core/text.h"
#include "render/report/book.h"
#include "render/report/display.h"

struct table_column {
	const char *head;
	bool is_status;
	const char *test;
	const char *metrics[2]; /* the second NULL but for a pair */
	double part;            /* NaN: any */
	const char *unit;       /* NULL: the one that suits the values */
};

struct table {
	char *title;
	struct table_column *columns;
	size_t column_count;
	char *remark; /* said below the table; NULL: nothing */
};

struct tables {
	struct table *items;
	size_t count;
	size_t capacity;
};

/*
 * The experiment's tables that have data, then one for each test that none of
 * them shows: a column per metric, the first of them when there are many.
 */
void tables_plan(
	struct tables *tables, const struct experiment *experiment, const struct book *book);

/* Whether some table shows the metric of the summary. */
bool tables_show(const struct tables *tables, const struct summary *summary);

/* The unit that the experiment wants the metric shown in, or NULL. */
const char *tables_unit(const struct tables *tables, const struct summary *summary);

/* What a column shows of a system: the summary of its first or second (0, 1) metric, or NULL. */
const struct summary *table_summary(const struct table_column *column, size_t metric,
	const char *system, const struct book *book);

/* How a column shows its values, and their unit in the records (NULL: none). */
struct display table_display(
	const struct table_column *column, const struct book *book, const char **base);

void tables_release(struct tables *tables);

#endif
