/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * quantile - where the box of a box plot ends
 */
#ifndef RENDER_REPORT_PLOT_QUANTILE_H
#define RENDER_REPORT_PLOT_QUANTILE_H

#include <stddef.h>

/* For qsort(3). */
int compare_doubles(const void *a, const void *b);

/* The quantile p (0 to 1) of count (> 0) sorted values: type 7 of Hyndman and Fan 1996, R's default. */
double quantile(const double *sorted, size_t count, double p);

#endif
