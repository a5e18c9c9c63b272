/* SPDX-License-Identifier: GPL-3.0-or-later */
/* quantile - where the box of a box plot ends */
#include "render/report/plot/quantile.h"

#include <math.h>

int compare_doubles(const void *a, const void *b)
{
	double x = *(const double *)a;
	double y = *(const double *)b;

	return (x > y) - (x < y);
}

double quantile(const double *sorted, size_t count, double p)
{
	double place = p * (double)(count - 1);
	size_t below = (size_t)floor(place);
	size_t above = below + 1 < count ? below + 1 : below;

	return sorted[below] + (place - (double)below) * (sorted[above] - sorted[below]);
}
