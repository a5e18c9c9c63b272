/* SPDX-License-Identifier: GPL-3.0-or-later */
/* order - order statistics of n >= 1 values */
#include "stats/methods/order.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a;
	double y = *(const double *)b;

	return (x > y) - (x < y);
}

/* The bits of a double, so turned that they are ordered as the numbers are. */
static uint64_t bits_of(double value)
{
	uint64_t bits;

	memcpy(&bits, &value, sizeof bits);
	return bits >> 63 ? ~bits : bits | UINT64_C(1) << 63;
}

enum { DIGIT_BITS = 11, DIGITS = 1 << DIGIT_BITS, PASSES = 6, MANY = 1024 };

static size_t digit_of(double value, unsigned pass)
{
	return (size_t)(bits_of(value) >> (pass * DIGIT_BITS)) & (DIGITS - 1);
}

/* Where the values of each digit go; false when all have the same one. */
static bool find_places(const double *values, size_t n, unsigned pass, size_t places[DIGITS])
{
	size_t sum = 0;

	memset(places, 0, DIGITS * sizeof *places);
	for (size_t i = 0; i < n; i++)
		places[digit_of(values[i], pass)]++;
	if (places[digit_of(values[0], pass)] == n)
		return false;
	for (size_t digit = 0; digit < DIGITS; digit++) {
		size_t count = places[digit];

		places[digit] = sum;
		sum += count;
	}
	return true;
}

/* Digit by digit of their bits, the lowest first (radix sort). Returns values, or spare where they end. */
static double *sort_by_digits(double *values, double *spare, size_t n)
{
	size_t places[DIGITS];

	for (unsigned pass = 0; pass < PASSES; pass++) {
		double *other = spare;

		if (!find_places(values, n, pass, places))
			continue;
		for (size_t i = 0; i < n; i++)
			spare[places[digit_of(values[i], pass)]++] = values[i];
		spare = values;
		values = other;
	}
	return values;
}

double *sorted(const double *values, size_t n)
{
	double *copy = memory_resize(NULL, n, sizeof *copy);
	double *spare;
	double *ascending;

	memcpy(copy, values, n * sizeof *copy);
	if (n < MANY) {
		qsort(copy, n, sizeof *copy, compare);
		return copy;
	}
	spare = memory_resize(NULL, n, sizeof *spare);
	ascending = sort_by_digits(copy, spare, n);
	free(ascending == copy ? spare : copy);
	return ascending;
}

double median_of_sorted(const double *sorted_values, size_t n)
{
	size_t middle = n / 2;

	if (n % 2)
		return sorted_values[middle];
	return sorted_values[middle - 1] + (sorted_values[middle] - sorted_values[middle - 1]) / 2;
}

/* The deviation of rank among those of sorted values: they ascend from center to both sides. */
static double deviation_at(const double *values, size_t n, double center, size_t rank)
{
	size_t right = 0;
	size_t left, taken;
	double deviation = 0;

	while (right < n && values[right] < center)
		right++;
	left = right;
	for (taken = 0; taken <= rank; taken++) {
		double below = left > 0 ? fabs(values[left - 1] - center) : INFINITY;
		double above = right < n ? fabs(values[right] - center) : INFINITY;

		deviation = fmin(below, above);
		if (left > 0 && below <= above)
			left--;
		else
			right++;
	}
	return deviation;
}

double median_absolute_deviation(const double *sorted_values, size_t n, double center)
{
	double high = deviation_at(sorted_values, n, center, n / 2);
	double low;

	if (n % 2)
		return high;
	low = deviation_at(sorted_values, n, center, n / 2 - 1);
	return low + (high - low) / 2;
}
