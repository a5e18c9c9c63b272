/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stability - whether repeats of one measurement agree */
#include "stats/methods/stability.h"

#include <math.h>
#include <stdlib.h>

#include "core/memory.h"
#include "stats/methods/interval.h"
#include "stats/methods/moments.h"
#include "stats/methods/order.h"

const char *verdict_name(enum verdict verdict)
{
	static const char *const names[] = {
		[VERDICT_STABLE] = "Stable",
		[VERDICT_UNDECIDED] = "Stable?",
		[VERDICT_UNSTABLE] = "Unstable",
	};

	return names[verdict];
}

double rounding_spread_at(double mean, double resolution)
{
	return resolution > 0 ? resolution / (mean * sqrt(12)) : 0;
}

double rounding_spread(const double *values, size_t n, double resolution)
{
	return resolution > 0 ? rounding_spread_at(mean(values, n), resolution) : 0;
}

/* y are the values' logarithms. */
static struct dispersion measure_dispersion(const double *y, size_t n, double floor, double alpha)
{
	struct dispersion dispersion = { .floor = floor, .spread = sqrt(variance(y, n)) };

	dispersion.at_least = sd_bounds(dispersion.spread, n, 1 - alpha).low;
	dispersion.at_most = sd_bounds(fmax(dispersion.spread, floor), n, 1 - alpha).high;
	return dispersion;
}

struct dispersion dispersion_of(const double *values, size_t n, double resolution, double alpha)
{
	double *y = memory_resize(NULL, n, sizeof *y);
	struct dispersion dispersion;

	logarithms_of(y, values, n);
	dispersion = measure_dispersion(y, n, rounding_spread(values, n, resolution), alpha);
	free(y);
	return dispersion;
}

static double range_of(const double *values, size_t n)
{
	double low = values[0];
	double high = values[0];

	for (size_t i = 1; i < n; i++) {
		low = values[i] < low ? values[i] : low;
		high = values[i] > high ? values[i] : high;
	}
	return high - low;
}

/* Neighbouring ticks: rounding alone may have set the values apart, in any order. */
static bool within_one_tick(const double *values, size_t n, double resolution)
{
	return range_of(values, n) <= resolution * (1 + 1e-9);
}

static size_t count_not_positive(const double *values, size_t n)
{
	size_t count = 0;

	for (size_t i = 0; i < n; i++)
		count += !(values[i] > 0);
	return count;
}

static bool would_decide(const struct judgement *judgement, size_t n)
{
	double spread = fmax(judgement->dispersion.spread, judgement->dispersion.floor);
	struct interval bounds = sd_bounds(spread, n, 1 - judgement->margins.alpha);

	return bounds.high <= judgement->margins.tau || bounds.low > judgement->margins.tau;
}

/* More runs never widen the bounds: the least that decide are found by halving. */
size_t runs_to_decide(const struct judgement *judgement)
{
	size_t low = 3;
	size_t high = RUNS_TO_DECIDE_MOST;

	if (!would_decide(judgement, high))
		return 0;
	while (low < high) {
		size_t middle = (low + high) / 2;

		if (would_decide(judgement, middle))
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

double blind_spot(size_t n, double alpha)
{
	return 1 - pow(alpha, 1 / (double)n);
}

/* What the order and the shape of the values say, dispersion apart; the order is lost then. */
static void judge_structure(struct judgement *judgement, double *y)
{
	size_t n = judgement->n;
	double tau = judgement->margins.tau;

	judgement->trend = find_trend(y, n, tau);
	judgement->step = find_step(y, n, tau);
	judgement->outlier = find_outlier(y, n, judgement->dispersion.floor, tau);
	judgement->dependence = find_serial_dependence(y, n);
	sort_ascending(y, n);
	judgement->modes = two_modes_of_sorted(y, n, tau);
	if (judgement->is_within_tick)
		return;
	if (judgement->trend.found || judgement->step.found || judgement->modes.found)
		judgement->by_structure = VERDICT_UNSTABLE;
	else if (judgement->outlier.found || judgement->dependence.found)
		judgement->by_structure = VERDICT_UNDECIDED;
}

static void judge_dispersion(struct judgement *judgement)
{
	double tau = judgement->margins.tau;

	if (judgement->dispersion.at_least > tau)
		judgement->by_dispersion = judgement->is_within_tick ? VERDICT_UNDECIDED
								     : VERDICT_UNSTABLE;
	else if (judgement->n >= 3 && judgement->dispersion.at_most <= tau)
		judgement->by_dispersion = VERDICT_STABLE;
	else
		judgement->by_dispersion = VERDICT_UNDECIDED;
}

struct judgement judge_stability(
	const double *values, size_t n, double resolution, const struct margins *margins)
{
	struct judgement judgement = {
		.n = n,
		.margins = *margins,
		.not_positive = count_not_positive(values, n),
		.verdict = VERDICT_UNDECIDED,
	};
	double *y;

	if (n < 2 || judgement.not_positive)
		return judgement;
	y = memory_resize(NULL, n, sizeof *y);
	logarithms_of(y, values, n);
	judgement.dispersion = measure_dispersion(
		y, n, rounding_spread(values, n, resolution), margins->alpha);
	judgement.is_within_tick = within_one_tick(values, n, resolution);
	judge_dispersion(&judgement);
	judge_structure(&judgement, y);
	free(y);
	judgement.verdict = judgement.by_dispersion > judgement.by_structure
				    ? judgement.by_dispersion
				    : judgement.by_structure;
	return judgement;
}
