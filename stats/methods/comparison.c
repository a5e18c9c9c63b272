/* SPDX-License-Identifier: GPL-3.0-or-later */
/* comparison - what repeats on two of k systems allow to be said */
#include "stats/methods/comparison.h"

#include <math.h>
#include <stdlib.h>

#include "core/memory.h"
#include "stats/methods/distribution.h"
#include "stats/methods/moments.h"
#include "stats/methods/policy.h"
#include "stats/methods/stability.h"

enum { MOST_RUNS = 1000 };

struct level level_of(const double *values, size_t n, double resolution)
{
	double *logarithms = memory_resize(NULL, n, sizeof *logarithms);
	struct level level = { .n = n };

	logarithms_of(logarithms, values, n);
	level.mean = mean(logarithms, n);
	free(logarithms);
	if (n >= 2) {
		struct dispersion dispersion = dispersion_of(values, n, resolution);

		level.spread = fmax(dispersion.spread, dispersion.floor);
		if (dispersion.spread < 2 * dispersion.floor)
			level.hidden = dispersion.floor * sqrt(3);
	}
	return level;
}

static double squared_error(const struct level *level)
{
	return level->spread * level->spread / (double)level->n;
}

/* Satterthwaite's degrees of freedom; two levels without any spread have no need of them. */
static double welch_degrees_of_freedom(const struct level *a, const struct level *b)
{
	double error_a = squared_error(a);
	double error_b = squared_error(b);
	double sum = error_a + error_b;

	if (sum == 0)
		return (double)(a->n + b->n - 2);
	return sum * sum /
	       (error_a * error_a / (double)(a->n - 1) + error_b * error_b / (double)(b->n - 1));
}

double half_width(const struct level *a, const struct level *b, size_t k, size_t least)
{
	double error = sqrt(squared_error(a) + squared_error(b));
	double pairs = (double)k * (double)(k - 1) / 2;
	double errors;

	if (k == 2)
		errors = student_quantile(1 - POLICY_ALPHA / 2, welch_degrees_of_freedom(a, b));
	else if (least == 2)
		errors = student_quantile(1 - POLICY_ALPHA / (2 * pairs), 1);
	else
		errors = studentized_range_quantile(
				 1 - POLICY_ALPHA, (double)k, (double)least - 1) /
			 sqrt(2);
	return errors * error + a->hidden + b->hidden;
}

enum relation relation_of(struct interval difference, double delta)
{
	double margin = log1p(delta);

	if (difference.low > margin)
		return RELATION_GREATER;
	if (difference.high < -margin)
		return RELATION_LESS;
	if (difference.low >= -margin && difference.high <= margin)
		return RELATION_EQUIVALENT;
	if (difference.low > -margin)
		return RELATION_GREATER_OR_EQUAL;
	if (difference.high < margin)
		return RELATION_LESS_OR_EQUAL;
	return RELATION_UNDECIDED;
}

size_t runs_to_decide_pair(const struct level *a, const struct level *b, size_t k, double delta)
{
	double difference = a->mean - b->mean;

	for (size_t n = 3; n <= MOST_RUNS; n += 1 + n / 10) {
		struct level more_a = { a->mean, a->spread, n, a->hidden };
		struct level more_b = { b->mean, b->spread, n, b->hidden };
		double half = half_width(&more_a, &more_b, k, n);
		struct interval interval = { difference - half, difference + half };

		if (relation_of(interval, delta) != RELATION_UNDECIDED)
			return n;
	}
	return 0;
}
