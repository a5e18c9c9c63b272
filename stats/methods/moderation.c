/* SPDX-License-Identifier: GPL-3.0-or-later */
/* moderation - what the spreads of many series say about that of each */
#include "stats/methods/moderation.h"

#include <math.h>
#include <stdlib.h>

#include "core/memory.h"
#include "stats/methods/distribution.h"
#include "stats/methods/moments.h"
#include "stats/methods/order.h"

enum { LEAST_RUNS = 3, LEAST_SYSTEMS = 3 };

static const double most_above = 1.5;       /* times s0^2: a variance beyond stands for itself */
static const double most_below = 1.0 / 3.0; /* the same of a family's pooled one */

/*
 * Newton's steps on 1 / trigamma, which is convex: from above, they fall (Smyth 2004, appendix).
 * Of small y, 1 / x + 1 / (2 x^2) is all of trigamma that a double holds, of large y, 1 / x^2.
 */
double trigamma_inverse(double y)
{
	double x = 0.5 + 1 / y;
	double step = 0;

	if (y < 1e-7)
		return x;
	if (y > 1e16)
		return 1 / sqrt(y);
	do {
		double value = trigamma_function(x);

		step = value * (1 - value / y) / tetragamma_function(x);
		x += step;
	} while (fabs(step) > 1e-14 * x);
	return x;
}

/* What a variance counts as at least. */
static double least_variance(const struct level *levels, size_t count)
{
	double *variances = memory_resize(NULL, count, sizeof *variances);
	double *ascending;
	double median;

	for (size_t i = 0; i < count; i++)
		variances[i] = levels[i].spread * levels[i].spread;
	ascending = sorted(variances, count);
	median = median_of_sorted(ascending, count);
	free(variances);
	free(ascending);
	return 1e-5 * median;
}

struct prior prior_of(const struct level *levels, size_t count)
{
	double *scores = memory_resize(NULL, count, sizeof *scores);
	double least = least_variance(levels, count);
	double chance = 0;
	double excess;
	struct prior prior = { .series = count };

	for (size_t i = 0; i < count; i++) {
		double half = levels[i].degrees_of_freedom / 2;
		double own = levels[i].spread * levels[i].spread;

		scores[i] = log(fmax(own, least)) - digamma_function(half) + log(half);
		chance += trigamma_function(half) / (double)count;
	}
	excess = variance(scores, count) - chance;
	prior.variance = exp(mean(scores, count));
	prior.degrees_of_freedom = MODERATION_MOST_DF;
	if (excess > 0) {
		double half = trigamma_inverse(excess);

		prior.variance *= exp(digamma_function(half)) / half;
		prior.degrees_of_freedom = fmin(2 * half, MODERATION_MOST_DF);
	}
	free(scores);
	return prior;
}

bool prior_suits(const struct prior *prior, const struct level *levels, size_t count)
{
	double squares = 0;
	double degrees_of_freedom = 0;
	size_t systems = 0;

	for (size_t i = 0; i < count; i++) {
		const struct level *level = &levels[i];

		if (level->n < 2)
			continue;
		systems++;
		squares += level->degrees_of_freedom * level->spread * level->spread;
		degrees_of_freedom += level->degrees_of_freedom;
	}
	squares /= degrees_of_freedom;
	return systems >= LEAST_SYSTEMS && squares <= prior->variance &&
	       squares >= most_below * prior->variance;
}

bool moderate(struct level *level, const struct prior *prior)
{
	double own = level->spread * level->spread;
	double together = level->degrees_of_freedom + prior->degrees_of_freedom;

	if (level->n < LEAST_RUNS || own > most_above * prior->variance)
		return false;
	level->spread = sqrt(
		(level->degrees_of_freedom * own + prior->degrees_of_freedom * prior->variance) /
		together);
	level->degrees_of_freedom = together;
	return true;
}
