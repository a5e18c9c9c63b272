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

static double least_of(const double *values, size_t n)
{
	double least = values[0];

	for (size_t i = 1; i < n; i++)
		if (values[i] < least)
			least = values[i];
	return least;
}

/* What rounding alone may set apart, of ln x. */
static double one_tick(double least, double resolution)
{
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
	double tick = one_tick(least_of(rest, count), resolution);
	struct finding finding;

	logarithms_of(y, rest, count);
	finding = find_first_apart(y, count, floor, fmax(tau, tick));
	free(y);
	return finding;
}

/* The values from a place on: of ln x the mean and the sum of squared deviations, of x mean and least. */
struct tail {
	double center;
	double squares;
	double mean;
	double least;
};

static struct tail tail_of(const double *values, size_t n)
{
	double *y = memory_resize(NULL, n, sizeof *y);
	struct tail tail = { .mean = mean(values, n), .least = least_of(values, n) };

	logarithms_of(y, values, n);
	tail.center = mean(y, n);
	tail.squares = variance(y, n) * ((double)n - 1);
	free(y);
	return tail;
}

/* With one more in front, so that there are n (Welford 1962). */
static struct tail with_one_more(struct tail tail, double value, size_t n)
{
	double y = log(value);
	double step = y - tail.center;

	tail.center += step / (double)n;
	tail.squares += step * (y - tail.center);
	tail.mean += (value - tail.mean) / (double)n;
	tail.least = fmin(tail.least, value);
	return tail;
}

/* From every place on that may be looked at, or behind it: each is made from the next. */
static struct tail *tails_of(const struct leading *leading, size_t most)
{
	struct tail *tails = memory_allocate(most + 1, sizeof *tails);

	tails[most] = tail_of(leading->values + most, leading->n - most);
	for (size_t place = most; place-- > 0;)
		tails[place] = with_one_more(
			tails[place + 1], leading->values[place], leading->n - place);
	return tails;
}

static struct finding find_at(const struct leading *leading, const struct tail *tails, size_t place)
{
	size_t count = leading->n - place;
	const struct tail *rest = &tails[place + 1];
	double floor = rounding_spread_at(tails[place].mean, leading->resolution);
	double tick = one_tick(tails[place].least, leading->resolution);

	return first_apart(log(leading->values[place]),
		&(struct others){
			count - 1, rest->center, sqrt(rest->squares / ((double)count - 2)) },
		floor, fmax(leading->tau, tick));
}

void find_set_aside(const struct leading *leading, struct numbers *effects)
{
	size_t most = most_set_aside(leading->n);
	struct finding finding;
	struct tail *tails;

	for (size_t i = 0; i < leading->n; i++)
		if (!(leading->values[i] > 0))
			return;
	if (most == 0)
		return;
	finding = find_leading(leading->values, leading->n, 0, leading->resolution, leading->tau);
	if (finding.found)
		numbers_add(effects, finding.effect);
	if (!finding.found || most == 1)
		return;
	tails = tails_of(leading, most);
	for (size_t place = 1; place < most && finding.found; place++) {
		finding = find_at(leading, tails, place);
		if (finding.found)
			numbers_add(effects, finding.effect);
	}
	free(tails);
}

size_t count_set_aside(const double *values, size_t n, double resolution, double tau)
{
	struct numbers effects = { 0 };

	find_set_aside(&(struct leading){ values, n, resolution, tau }, &effects);
	free(effects.items);
	return effects.count;
}
