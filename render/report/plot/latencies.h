/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * latencies - metrics that are percentiles of one thing: "read.clat.p50" to "read.clat.p99.99"
 */
#ifndef RENDER_REPORT_PLOT_LATENCIES_H
#define RENDER_REPORT_PLOT_LATENCIES_H

#include <stdbool.h>

#include "core/scan.h"
#include "render/report/book.h"

struct percentile {
	struct slice of; /* "read.clat" */
	double percent;  /* above 0, below 100 */
};

/* Whether that is a percentile's name, and which. */
bool percentile_read(const char *metric, struct percentile *percentile);

/* Whether a metric of the same test and part, named by its first summary, is a percentile of the same thing. */
bool percentile_is_sibling(const struct summary *a, const struct summary *b);

/* How many percentiles of that thing there are, itself among them. */
size_t percentile_count(const struct book *book, const struct summary *metric);

/* Halfway, as ratios go, between the least and the largest of their medians on any system; 0: none. */
double percentile_middle(const struct book *book, const struct summary *metric);

/* Whether it is the first of them in the book. */
bool percentile_is_first(const struct book *book, const struct summary *metric);

#endif
