/* SPDX-License-Identifier: GPL-3.0-or-later */
/* comparison - what repeats on two of k systems allow to be said */
#include "stats/methods/comparison.h"

#include <math.h>
#include <stdlib.h>

#include "core/memory.h"
#include "stats/methods/distribution.h"
#include "stats/methods/moments.h"
#include "stats/methods/stability.h"

enum { MOST_RUNS = 1000 };

static const double sure_enough = 0.8; /* the power that advice is planned for */

struct level level_of(const double *values, size_t n, double resolution)
{
	double *logarithms = memory_resize(NULL, n, sizeof *logarithms);
	struct level level = { .n = n };

	logarithms_of(logarithms, values, n);
	level.mean = mean(logarithms, n);
	level.degrees_of_freedom = (double)n - 1;
	free(logarithms);
	if (n >= 2) {
		struct dispersion dispersion = dispersion_of(values, n, resolution, POLICY_ALPHA);

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

/* Satterthwaite's degrees of freedom, bounded; two levels without any spread have no need of them. */
static double bounded_degrees_of_freedom(const struct level *a, const struct level *b)
{
	double error_a = squared_error(a);
	double error_b = squared_error(b);
	double sum = error_a + error_b;
	double most = 2 * fmin(a->degrees_of_freedom, b->degrees_of_freedom);

	if (sum == 0)
		return most;
	return fmin(most, sum * sum /
				  (error_a * error_a / a->degrees_of_freedom +
					  error_b * error_b / b->degrees_of_freedom));
}

double alpha_of_pair(double alpha, size_t k)
{
	return alpha / ((double)k * (double)(k - 1) / 2);
}

static double error_of_difference(const struct level *a, const struct level *b)
{
	return sqrt(squared_error(a) + squared_error(b));
}

double half_width(const struct level *a, const struct level *b, double alpha)
{
	return student_quantile(1 - alpha / 2, bounded_degrees_of_freedom(a, b)) *
		       error_of_difference(a, b) +
	       a->hidden + b->hidden;
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

bool is_decided(enum relation relation)
{
	return relation == RELATION_GREATER || relation == RELATION_LESS ||
	       relation == RELATION_EQUIVALENT;
}

/* The level of n runs, should mean and spread stay. */
static struct level level_at(const struct level *level, size_t n)
{
	struct level other = *level;

	other.n = n;
	other.degrees_of_freedom += (double)n - (double)level->n;
	return other;
}

/* How often intervals of that half width would decide, the difference of the means scattering by its error. */
static double chance_to_decide(
	const struct level *a, const struct level *b, double half, double delta)
{
	double difference = a->mean - b->mean;
	double error = error_of_difference(a, b);
	double margin = log1p(delta);
	double equal;

	if (error == 0)
		return is_decided(relation_of(
			(struct interval){ difference - half, difference + half }, delta));
	equal = normal_probability((margin - half - difference) / error) -
		normal_probability((half - margin - difference) / error);
	return normal_probability((difference - half - margin) / error) +
	       normal_probability((-difference - half - margin) / error) + fmax(equal, 0);
}

/* The normal's quantile, least, is quick to make and below Student's: what it does not decide, that does not. */
static bool is_sure_enough(
	const struct level *a, const struct level *b, double alpha, double least, double delta)
{
	double least_half = least * error_of_difference(a, b) + a->hidden + b->hidden;

	return chance_to_decide(a, b, least_half, delta) >= sure_enough &&
	       chance_to_decide(a, b, half_width(a, b, alpha), delta) >= sure_enough;
}

size_t runs_to_decide_pair(const struct level *a, const struct level *b, double alpha, double delta)
{
	double least = normal_quantile(1 - alpha / 2);

	for (size_t n = 3; n <= MOST_RUNS; n += 1 + n / 10) {
		struct level more_a = level_at(a, n);
		struct level more_b = level_at(b, n);

		if (is_sure_enough(&more_a, &more_b, alpha, least, delta))
			return n;
	}
	return 0;
}
