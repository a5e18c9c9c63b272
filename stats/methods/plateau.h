/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * plateau - whether the intervals of a run keep their level, pure functions
 *
 * n >= 14 values in time order with a mean above 0, of which every size is told
 * as a share: 0.05 is 5 %. What depends on noise is asked of the means of
 * batches, since neighbours are alike.
 */
#ifndef STATS_METHODS_PLATEAU_H
#define STATS_METHODS_PLATEAU_H

#include <stddef.h>

#include "stats/methods/structure.h"

struct drift {
	double size;  /* of the least-squares line through the batches, from end to end */
	double error; /* its standard error */
	double degrees_of_freedom;
};

struct drift drift_of(const double *values, size_t n);

/* The drift that these values cannot exclude, in either direction: one-sided, at level. */
double drift_at_most(const struct drift *drift, double level);

/* The two-sided p of no drift. */
double drift_p(const struct drift *drift);

/*
 * A change of level with two batches or more a side, larger than tau: pooled t,
 * p < sure over the number of splits. at is the first value behind it.
 */
struct finding level_step(const double *values, size_t n, double tau, double sure);

/*
 * Five windows of equal length, as the rounds of the SNIA Solid State Storage
 * Performance Test Specification (steady state: range at most 20 %, excursion of
 * the best-fit line at most 10 % of the average).
 */
struct windows {
	double range; /* the largest of the five means less the smallest */
	double slope; /* of the line through them, from the first to the fifth; signed */
};

struct windows five_windows(const double *values, size_t n);

/* The range of the five means that the noise within them alone exceeds with probability sure. */
double windows_noise(const double *values, size_t n, double sure);

#endif
