/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * comparison - what repeats on two of k systems allow to be said, pure functions
 *
 * Everything is on the scale of y = ln x, where the difference of two means is
 * the logarithm of the ratio of the geometric means.
 */
#ifndef STATS_METHODS_COMPARISON_H
#define STATS_METHODS_COMPARISON_H

#include <stdbool.h>
#include <stddef.h>

#include "core/record/kinds.h"
#include "stats/methods/interval.h"

/* The repeats on one system. */
struct level {
	double mean;   /* of ln x */
	double spread; /* sd of ln x, n >= 2; never below what rounding alone makes */
	size_t n;
	double hidden; /* how far rounding may have moved the mean, however many the runs */
	double degrees_of_freedom; /* of the spread: n - 1, more when it is moderated */
};

/* n >= 1 positive values with a resolution in their unit (0 or NaN: not known). */
struct level level_of(const double *values, size_t n, double resolution);

/*
 * What each of k systems' k (k - 1) / 2 pairs may err, so that all of them
 * together err in alpha at most (Bonferroni).
 */
double alpha_of_pair(double alpha, size_t k);

/*
 * Half the width of the 1 - alpha interval of a's mean minus b's (both n >= 2):
 * Welch's t (1947), its degrees of freedom at most twice the smaller of the two
 * sides', for beside many runs on one side the spread of two or three on the
 * other is taken for more than it is worth. A clock coarser than the noise
 * moves a mean by up to half a tick: that is added for both sides.
 */
double half_width(const struct level *a, const struct level *b, double alpha);

/*
 * What an interval of the difference says when ratios within 1 + delta are as
 * good as equal: exactly one relation holds.
 */
enum relation relation_of(struct interval difference, double delta);

/* Whether it is settled: the one is more, or they are equal. */
bool is_decided(enum relation relation);

/*
 * About how many runs on each side would decide, in four of five cases, should
 * means and spreads be as these runs have them; 0: more than 1000. Few runs know
 * them badly: docs/VERDICTS.md has how often the advice holds.
 */
size_t runs_to_decide_pair(
	const struct level *a, const struct level *b, double alpha, double delta);

#endif
