/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * details - what stands behind a table's cells: statistics, pairs, every value
 */
#ifndef RENDER_REPORT_DETAILS_H
#define RENDER_REPORT_DETAILS_H

#include "render/report/book.h"
#include "render/report/grid.h"

/* A metric of a test, as its details show it. */
struct details {
	const struct summary *first; /* one of its summaries */
	char *title;                 /* "dd: write.throughput (MB/s, more is better)" */
	const char *unit_name;
	double factor; /* base units / factor = values shown */
};

/* The details of a metric, named by its first summary, in a unit (NULL: one that suits). */
void details_begin(struct details *details, const struct book *book, const struct summary *first,
	const char *unit_name);
void details_release(struct details *details);

/* Adds "cached, exceptional". */
void details_add_marks(struct text *out, const struct summary *summary);

/* A row a system: n, mean, variance, sd, cv, interval, median, min, max, verdict; marks where there are any. */
void details_fill_statistics(
	struct grid *grid, const struct details *details, const struct book *book);

/* A row a system: the values in run order, and the lines of the logs they stand in. */
void details_fill_values(struct grid *grid, const struct details *details, const struct book *book);

#endif
