/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * stability - whether repeats of one measurement agree, and why that is said
 */
#ifndef STATS_METHODS_STABILITY_H
#define STATS_METHODS_STABILITY_H

#include <stddef.h>

#include "core/text.h"

/* From good to bad: of two verdicts on the same values the greater one holds. */
enum verdict {
	VERDICT_STABLE,
	VERDICT_UNDECIDED, /* the data cannot tell */
	VERDICT_UNSTABLE,
};

/* "Stable", "Stable?", "Unstable" */
const char *verdict_name(enum verdict verdict);

/* What the spread of ln x says: all without unit. */
struct dispersion {
	double spread;   /* sd of ln x, close to the coefficient of variation */
	double floor;    /* what rounding to the log's resolution alone would spread */
	double at_least; /* one-sided 95 % bounds of the true spread */
	double at_most;  /* that of max(spread, floor) */
};

/* The spread of ln x that rounding to resolution alone makes; 0 when that is not known. */
double rounding_spread(const double *values, size_t n, double resolution);

/*
 * n >= 2 positive values and their resolution (same unit; 0 or NaN when not
 * known). The floor is resolution / (mean * sqrt(12)), the sd of rounding. It
 * holds up the upper bound alone: rounding can hide a spread, it is no
 * evidence of one.
 */
struct dispersion dispersion_of(const double *values, size_t n, double resolution);

/*
 * The verdict on n >= 1 values in run order. Stable: n >= 3, the spread is at
 * most tau, and no structure is found. Unstable: the spread is more than tau,
 * or a trend, a step or two modes are found. Both at 95 % one-sided; otherwise
 * undecided. Adds the reasons to out, each ended by a newline.
 */
enum verdict judge_stability(
	const double *values, size_t n, double resolution, double tau, struct text *reasons);

#endif
