/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * batch - the mean of values that depend on their neighbours, pure functions
 *
 * n values in time order are split into batches of equal size, or of sizes one
 * apart, whose means are next to independent when the batches are long. In the
 * unit of the values, its square for a variance.
 */
#ifndef STATS_METHODS_BATCH_H
#define STATS_METHODS_BATCH_H

#include <stddef.h>

#include "stats/methods/interval.h"

/* So many batches: fewer give away degrees of freedom, more are too short (Schmeiser 1982). */
enum { BATCHES = 20 };

/* BATCHES, or n where it is less. */
size_t batch_count(size_t n);

/* The first value of batch i of count, at i * n / count; that behind the last for i = count. */
size_t batch_begin(size_t i, size_t n, size_t count);

/* The means of count <= n batches, into means[count]. */
void batch_means(const double *values, size_t n, double *means, size_t count);

/*
 * The variance that the mean of n >= 2 dependent values has, times n: the mean
 * square between batches (e.g. Law and Kelton 2000, 9.5.3). It has
 * batch_count(n) - 1 degrees of freedom.
 */
double long_run_variance(const double *values, size_t n);

/*
 * The 95 % interval of the mean of n >= 2 values, the wider of two: Student's
 * with the long-run variance; and that of as many independent values as these are
 * worth, effective_sample_size(n, lag-1 autocorrelation).
 */
struct interval dependent_mean_interval(const double *values, size_t n);

#endif
