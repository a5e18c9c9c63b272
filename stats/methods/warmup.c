/* SPDX-License-Identifier: GPL-3.0-or-later */
/* warmup - leading values that stand apart from the repeats that follow */
#include "stats/methods/warmup.h"

#include <math.h>
#include <stdlib.h>

#include "core/memory.h"
#include "stats/methods/moments.h"
#include "stats/methods/stability.h"
#include "stats/methods/structure.h"

const char *describe_first(double effect, enum better better)
{
	if (better == BETTER_NEITHER)
		return effect > 0 ? "higher" : "lower";
	if ((effect > 0) == (better == BETTER_LOWER))
		return "slower: warm-up";
	return "faster: burst or cache";
}

/* What rounding alone may set apart, of ln x. */
static double one_tick(const double *values, size_t n, double resolution)
{
	double least = values[0];

	for (size_t i = 1; i < n; i++)
		least = fmin(least, values[i]);
	return resolution > 0 ? log1p(resolution / least) * (1 + 1e-9) : 0;
}

size_t most_set_aside(size_t n)
{
	return n < 3 ? 0 : n < 8 ? 1 : n / 4;
}

struct finding find_leading(
	const double *values, size_t n, size_t place, double resolution, double tau)
{
	const double *rest = values + place;
	size_t count = n - place;
	double *y = memory_resize(NULL, count, sizeof *y);
	double floor = rounding_spread(rest, count, resolution);
	double tick = one_tick(rest, count, resolution);
	struct finding finding;

	logarithms_of(y, rest, count);
	finding = find_first_apart(y, count, floor, fmax(tau, tick));
	free(y);
	return finding;
}

size_t count_set_aside(const double *values, size_t n, double resolution, double tau)
{
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		if (!(values[i] > 0))
			return 0;
	while (count < most_set_aside(n) && n - count >= 3 &&
		find_leading(values, n, count, resolution, tau).found)
		count++;
	return count;
}
