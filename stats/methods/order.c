/* SPDX-License-Identifier: GPL-3.0-or-later */
/* order - order statistics of n >= 1 values */
#include "stats/methods/order.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"

/* The bits of a double, so turned that they are ordered as the numbers are. */
static uint64_t bits_of(double value)
{
	uint64_t bits;

	memcpy(&bits, &value, sizeof bits);
	return bits >> 63 ? ~bits : bits | UINT64_C(1) << 63;
}

enum { DIGIT_BITS = 8, DIGITS = 1 << DIGIT_BITS, FIRST_SHIFT = 64 - DIGIT_BITS, FEW = 32 };

static size_t digit_of(double value, unsigned shift)
{
	return (size_t)(bits_of(value) >> shift) & (DIGITS - 1);
}

static void insert_all(double *values, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		double value = values[i];
		size_t at = i;

		for (; at > 0 && values[at - 1] > value; at--)
			values[at] = values[at - 1];
		values[at] = value;
	}
}

/* Brings each value among those of its digit, where it may stay: next and ends are of the digits' values. */
static void distribute(double *values, size_t *next, const size_t *ends, unsigned shift)
{
	for (size_t digit = 0; digit < DIGITS; digit++)
		while (next[digit] < ends[digit]) {
			double value = values[next[digit]];
			size_t own = digit_of(value, shift);

			if (own == digit) {
				next[digit]++;
				continue;
			}
			values[next[digit]] = values[next[own]];
			values[next[own]++] = value;
		}
}

/* Digit by digit of their bits, the highest first (American flag sort; McIlroy et al. 1993). */
static void sort_by_digits(double *values, size_t n, unsigned shift)
{
	size_t next[DIGITS] = { 0 };
	size_t ends[DIGITS];
	size_t sum = 0;

	if (n <= FEW) {
		insert_all(values, n);
		return;
	}
	for (size_t i = 0; i < n; i++)
		next[digit_of(values[i], shift)]++;
	for (size_t digit = 0; digit < DIGITS; digit++) {
		size_t count = next[digit];

		next[digit] = sum;
		ends[digit] = sum += count;
	}
	distribute(values, next, ends, shift);
	for (size_t digit = 0, begin = 0; shift && digit < DIGITS; begin = ends[digit++])
		sort_by_digits(values + begin, ends[digit] - begin, shift - DIGIT_BITS);
}

void sort_ascending(double *values, size_t n)
{
	sort_by_digits(values, n, FIRST_SHIFT);
}

double *sorted(const double *values, size_t n)
{
	double *copy = memory_resize(NULL, n, sizeof *copy);

	memcpy(copy, values, n * sizeof *copy);
	sort_ascending(copy, n);
	return copy;
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
