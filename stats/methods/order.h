/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * order - order statistics of n >= 1 values, in their unit, pure functions
 */
#ifndef STATS_METHODS_ORDER_H
#define STATS_METHODS_ORDER_H

#include <stddef.h>

/* Brings values, none of them NaN, into ascending order, where they are: n steps of many. */
void sort_ascending(double *values, size_t n);

/* The same, in a copy that the caller frees. */
double *sorted(const double *values, size_t n);

/* The middle value, or the mean of the two middle ones (R's type 7, p = 0.5). */
double median_of_sorted(const double *sorted_values, size_t n);

/* Median of the absolute deviations of sorted values from center, not scaled to a normal's sd. */
double median_absolute_deviation(const double *sorted_values, size_t n, double center);

#endif
