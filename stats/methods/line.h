/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * line - the straight line through values in their order, a pure function
 */
#ifndef STATS_METHODS_LINE_H
#define STATS_METHODS_LINE_H

#include <stddef.h>

struct line {
	double slope; /* from a value to the next, in their unit */
	double error; /* standard error of the slope; 0 when all values are on the line */
};

/* Least squares of n >= 3 values against 0, 1, 2 ... (R's lm). */
struct line line_through(const double *y, size_t n);

#endif
