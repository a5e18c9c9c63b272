/* SPDX-License-Identifier: GPL-3.0-or-later */
/* order - order statistics of n >= 1 values */
#include "stats/methods/order.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a;
	double y = *(const double *)b;

	return (x > y) - (x < y);
}

double *sorted(const double *values, size_t n)
{
	double *copy = memory_resize(NULL, n, sizeof *copy);

	memcpy(copy, values, n * sizeof *copy);
	qsort(copy, n, sizeof *copy, compare);
	return copy;
}

double median_of_sorted(const double *sorted_values, size_t n)
{
	size_t middle = n / 2;

	if (n % 2)
		return sorted_values[middle];
	return sorted_values[middle - 1] + (sorted_values[middle] - sorted_values[middle - 1]) / 2;
}

double median_absolute_deviation(const double *values, size_t n, double center)
{
	double *deviations = memory_resize(NULL, n, sizeof *deviations);
	double median;

	for (size_t i = 0; i < n; i++)
		deviations[i] = fabs(values[i] - center);
	qsort(deviations, n, sizeof *deviations, compare);
	median = median_of_sorted(deviations, n);
	free(deviations);
	return median;
}
