/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * shift - how far the values of one sample lie above those of another, by
 * ranks, pure functions
 *
 * Where Student's t asks how the means differ, which one far value can move,
 * these ask for the median of all differences a - b (Hodges and Lehmann 1963).
 */
#ifndef STATS_METHODS_SHIFT_H
#define STATS_METHODS_SHIFT_H

#include <stdbool.h>
#include <stddef.h>

#include "stats/methods/interval.h"

enum { SHIFT_LEAST = 8 }; /* values a side for ranks to say much */

/* A sample in ascending order, n >= 1. */
struct ranked {
	const double *values;
	size_t n;
};

/* The median of the differences a - b. */
double shift_estimate(struct ranked a, struct ranked b);

/*
 * Its 1 - alpha interval, from Wilcoxon's rank sum (e.g. Hollander and Wolfe 1999, 4.3): the
 * differences that as many lie below or above as the quantile says; the widest there is when
 * the samples are too small for alpha. Fewer than 50 values on both sides: exact, R's
 * wilcox.test(conf.int = TRUE); where values are tied it is too wide rather than too narrow.
 * More: by the normal approximation with continuity correction.
 */
struct interval shift_interval(struct ranked a, struct ranked b, double alpha);

/*
 * Whether values lean to one side: sample skewness (Joanes and Gill 1998) beyond
 * 1.96 of its standard errors in a normal sample. False of fewer than SHIFT_LEAST.
 */
bool is_skewed(const double *values, size_t n);

#endif
