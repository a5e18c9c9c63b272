/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * comparison - what repeats on two of k systems allow to be said, pure functions
 *
 * Everything is on the scale of y = ln x, where the difference of two means is
 * the logarithm of the ratio of the geometric means.
 */
#ifndef STATS_METHODS_COMPARISON_H
#define STATS_METHODS_COMPARISON_H

#include <stddef.h>

#include "core/record.h"
#include "stats/methods/interval.h"

/* The repeats on one system. */
struct level {
	double mean;   /* of ln x */
	double spread; /* sd of ln x, n >= 2; never below what rounding alone makes */
	size_t n;
	double hidden; /* how far rounding may have moved the mean, however many the runs */
};

/* n >= 1 positive values with a resolution in their unit (0 or NaN: not known). */
struct level level_of(const double *values, size_t n, double resolution);

/*
 * Half the width of the simultaneous 95 % interval of a's mean minus b's (both
 * n >= 2), when k systems are compared and the smallest n among them is least:
 *
 * A clock coarser than the noise moves a mean by up to half a tick: that is
 * added to both sides. The rest is
 *
 *	k = 2	Welch's t with its own degrees of freedom (Welch 1947)
 *	k >= 3	the studentized range with least - 1 degrees of freedom, more
 *		careful than Games and Howell (1976), whose family-wise error
 *		passes .05 at small unequal n
 *	least 2	Bonferroni's t over all pairs, for the studentized range has no
 *		quantile at one degree of freedom
 */
double half_width(const struct level *a, const struct level *b, size_t k, size_t least);

/*
 * What an interval of the difference says when ratios within 1 + delta are as
 * good as equal: exactly one relation holds.
 */
enum relation relation_of(struct interval difference, double delta);

/*
 * About how many runs on each side would turn RELATION_UNDECIDED into a
 * decision, should means and spreads stay; 0: more than 1000.
 */
size_t runs_to_decide_pair(const struct level *a, const struct level *b, size_t k, double delta);

#endif
