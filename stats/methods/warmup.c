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

static void explain(
	struct text *reasons, size_t place, const struct finding *finding, enum better better)
{
	text_add_format(reasons, "run %zu set aside, ", place + 1);
	text_add_percent(reasons, fabs(expm1(finding->effect)));
	text_add_format(reasons, " %s\n", describe_first(finding->effect, better));
}

/* What rounding alone may set apart, of ln x. */
static double one_tick(const double *values, size_t n, double resolution)
{
	double least = values[0];

	for (size_t i = 1; i < n; i++)
		least = fmin(least, values[i]);
	return resolution > 0 ? log1p(resolution / least) * (1 + 1e-9) : 0;
}

size_t count_set_aside(const double *values, size_t n, double resolution, double tau,
	enum better better, struct text *reasons)
{
	size_t most = n < 8 ? 1 : n / 4;
	size_t count = 0;
	double *y;

	for (size_t i = 0; i < n; i++)
		if (!(values[i] > 0))
			return 0;
	y = memory_resize(NULL, n, sizeof *y);
	logarithms_of(y, values, n);
	while (count < most && n - count >= 3) {
		double floor = rounding_spread(values + count, n - count, resolution);
		double tick = one_tick(values + count, n - count, resolution);
		struct finding finding = find_first_apart(
			y + count, n - count, floor, fmax(tau, tick));

		if (!finding.found)
			break;
		explain(reasons, count++, &finding, better);
	}
	free(y);
	return count;
}
