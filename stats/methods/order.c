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

enum {
	DIGIT_BITS = 11,
	DIGITS = 1 << DIGIT_BITS,
	FEW = 256,       /* values, for which comparing is faster */
	AT_ONCE = 65536, /* that are sorted with as many to spare, in the cache */
};

static size_t digit_of(double value, unsigned shift)
{
	return (size_t)(bits_of(value) >> shift) & (DIGITS - 1);
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a;
	double y = *(const double *)b;

	return (x > y) - (x < y);
}

/* Where the values of each digit begin. */
static void find_places(const double *values, size_t n, unsigned shift, size_t places[DIGITS])
{
	size_t sum = 0;

	memset(places, 0, DIGITS * sizeof *places);
	for (size_t i = 0; i < n; i++)
		places[digit_of(values[i], shift)]++;
	for (size_t digit = 0; digit < DIGITS; digit++) {
		size_t count = places[digit];

		places[digit] = sum;
		sum += count;
	}
}

/* The bits in which any values differ. */
static uint64_t differing_bits(const double *values, size_t n)
{
	uint64_t first = bits_of(values[0]);
	uint64_t differing = 0;

	for (size_t i = 1; i < n; i++)
		differing |= bits_of(values[i]) ^ first;
	return differing;
}

/* Digit by digit, the lowest first, to and fro between values and spare (radix sort). */
static void sort_at_once(double *values, double *spare, size_t n)
{
	uint64_t differing = differing_bits(values, n);
	double *from = values;
	double *to = spare;
	size_t places[DIGITS];

	for (unsigned shift = 0; shift < 64; shift += DIGIT_BITS) {
		double *sorted_so_far = to;

		if (!(differing >> shift & (DIGITS - 1)))
			continue;
		find_places(from, n, shift, places);
		for (size_t i = 0; i < n; i++)
			to[places[digit_of(from[i], shift)]++] = from[i];
		to = from;
		from = sorted_so_far;
	}
	if (from != values)
		memcpy(values, from, n * sizeof *values);
}

/* Brings each value among those of its digit, where it stays: next and ends are of the digits' values. */
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

/* Many are parted by the highest digit in which they differ, where they are (American flag sort). */
static void sort_parts(double *values, double *spare, size_t n)
{
	uint64_t differing;
	size_t next[DIGITS], ends[DIGITS];
	unsigned highest, shift;

	if (n <= FEW) {
		qsort(values, n, sizeof *values, compare);
		return;
	}
	if (n <= AT_ONCE) {
		sort_at_once(values, spare, n);
		return;
	}
	differing = differing_bits(values, n);
	if (differing == 0)
		return;
	highest = 63 - (unsigned)__builtin_clzll(differing);
	shift = highest < DIGIT_BITS ? 0 : highest - (DIGIT_BITS - 1);
	find_places(values, n, shift, next);
	memcpy(ends, next + 1, sizeof ends - sizeof *ends);
	ends[DIGITS - 1] = n;
	distribute(values, next, ends, shift);
	for (size_t digit = 0, begin = 0; shift && digit < DIGITS; begin = ends[digit++])
		sort_parts(values + begin, spare, ends[digit] - begin);
}

void sort_ascending(double *values, size_t n)
{
	double *spare = n > FEW ? memory_resize(NULL, n < AT_ONCE ? n : AT_ONCE, sizeof *spare)
				: NULL;

	sort_parts(values, spare, n);
	free(spare);
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

/*
 * The deviation of rank among those of sorted values: the largest of the nearest to center,
 * which stand together; where they begin is found by halving.
 */
static double deviation_at(const double *values, size_t n, double center, size_t rank)
{
	size_t low = 0;
	size_t high = n - 1 - rank;

	while (low < high) {
		size_t middle = (low + high) / 2;

		if (center - values[middle] > values[middle + rank + 1] - center)
			low = middle + 1;
		else
			high = middle;
	}
	return fmax(fabs(values[low] - center), fabs(values[low + rank] - center));
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
