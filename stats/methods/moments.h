/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * moments - mean and spread of n values, pure functions
 *
 * Values may be in any order and unit; results are in the values' unit (its
 * square for a variance). Every function needs n >= 1 unless it says more.
 */
#ifndef STATS_METHODS_MOMENTS_H
#define STATS_METHODS_MOMENTS_H

#include <stdbool.h>
#include <stddef.h>

/* Asked of the values themselves: their mean may miss them by a rounding. */
bool all_equal(const double *values, size_t n);

/* Arithmetic mean, by compensated summation (Neumaier 1974). */
double mean(const double *values, size_t n);

/*
 * Sample variance, divided by n - 1; n >= 2. The corrected two-pass algorithm
 * (Chan, Golub, LeVeque 1983, eq. 1.7): never a difference of large sums.
 */
double variance(const double *values, size_t n);

/* The same of values whose mean is known. */
double variance_about(double center, const double *values, size_t n);

/*
 * Sample skewness G1, the third central moment over the 3/2th power of the second, both made
 * unbiased for normal values (Joanes and Gill 1998; that of SAS and SPSS); n >= 3. 0 when all are equal.
 */
double skewness(const double *values, size_t n);

/* The values' natural logarithms into logarithms[n]; all values must be positive. */
void logarithms_of(double *logarithms, const double *values, size_t n);

#endif
