/* SPDX-License-Identifier: GPL-3.0-or-later */
/* moments - mean and spread of n values */
#include "stats/methods/moments.h"

#include <math.h>

bool all_equal(const double *values, size_t n)
{
	for (size_t i = 1; i < n; i++)
		if (values[i] != values[0])
			return false;
	return true;
}

/* A sum and the low-order part that it could not hold. */
struct sum {
	double high;
	double low;
};

static void sum_add(struct sum *sum, double value)
{
	double total = sum->high + value;

	if (fabs(sum->high) >= fabs(value))
		sum->low += (sum->high - total) + value;
	else
		sum->low += (value - total) + sum->high;
	sum->high = total;
}

/* For values whose sum no double holds, though their mean does. */
static double running_mean(const double *values, size_t n)
{
	double center = 0;

	for (size_t i = 0; i < n; i++)
		center += values[i] / (double)(i + 1) - center / (double)(i + 1);
	return center;
}

double mean(const double *values, size_t n)
{
	struct sum sum = { 0 };

	for (size_t i = 0; i < n; i++)
		sum_add(&sum, values[i]);
	if (isfinite(sum.high))
		return (sum.high + sum.low) / (double)n;
	return running_mean(values, n);
}

double variance_about(double center, const double *values, size_t n)
{
	struct sum squares = { 0 };
	struct sum deviations = { 0 };
	double rest;

	for (size_t i = 0; i < n; i++) {
		double deviation = values[i] - center;

		sum_add(&squares, deviation * deviation);
		sum_add(&deviations, deviation);
	}
	rest = deviations.high + deviations.low;
	return (squares.high + squares.low - rest * rest / (double)n) / (double)(n - 1);
}

double variance(const double *values, size_t n)
{
	return variance_about(mean(values, n), values, n);
}

double skewness(const double *values, size_t n)
{
	double center = mean(values, n);
	double count = (double)n;
	struct sum squares = { 0 };
	struct sum cubes = { 0 };
	double second;

	for (size_t i = 0; i < n; i++) {
		double deviation = values[i] - center;

		sum_add(&squares, deviation * deviation);
		sum_add(&cubes, deviation * deviation * deviation);
	}
	if (all_equal(values, n))
		return 0;
	second = (squares.high + squares.low) / count;
	return sqrt(count * (count - 1)) / (count - 2) * ((cubes.high + cubes.low) / count) /
	       pow(second, 1.5);
}

void logarithms_of(double *logarithms, const double *values, size_t n)
{
	for (size_t i = 0; i < n; i++)
		logarithms[i] = log(values[i]);
}
