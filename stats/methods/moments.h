/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * moments - mean and spread of n values, pure functions
 *
 * Values may be in any order and unit; results are in the values' unit (its
 * square for a variance). Every function needs n >= 1 unless it says more.
 */
#ifndef STATS_METHODS_MOMENTS_H
#define STATS_METHODS_MOMENTS_H

#include <stddef.h>

/* Arithmetic mean, by compensated summation (Neumaier 1974). */
double mean(const double *values, size_t n);

/*
 * Sample variance, divided by n - 1; n >= 2. The corrected two-pass algorithm
 * (Chan, Golub, LeVeque 1983, eq. 1.7): never a difference of large sums.
 */
double variance(const double *values, size_t n);

/* The values' natural logarithms into logarithms[n]; all values must be positive. */
void logarithms_of(double *logarithms, const double *values, size_t n);

#endif
