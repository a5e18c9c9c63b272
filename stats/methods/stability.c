/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stability - whether repeats of one measurement agree, and why that is said */
#include "stats/methods/stability.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "core/memory.h"
#include "stats/methods/interval.h"
#include "stats/methods/moments.h"
#include "stats/methods/policy.h"
#include "stats/methods/structure.h"

enum { MOST_RUNS = 1000 }; /* beyond that, "how many runs would decide" is no advice */

const char *verdict_name(enum verdict verdict)
{
	static const char *const names[] = {
		[VERDICT_STABLE] = "Stable",
		[VERDICT_UNDECIDED] = "Stable?",
		[VERDICT_UNSTABLE] = "Unstable",
	};

	return names[verdict];
}

double rounding_spread(const double *values, size_t n, double resolution)
{
	return resolution > 0 ? resolution / (mean(values, n) * sqrt(12)) : 0;
}

struct dispersion dispersion_of(const double *values, size_t n, double resolution)
{
	double *logarithms = memory_resize(NULL, n, sizeof *logarithms);
	struct dispersion dispersion = { .floor = rounding_spread(values, n, resolution) };

	logarithms_of(logarithms, values, n);
	dispersion.spread = sqrt(variance(logarithms, n));
	free(logarithms);
	dispersion.at_least = sd_bounds(dispersion.spread, n, 1 - POLICY_ALPHA).low;
	dispersion.at_most =
		sd_bounds(fmax(dispersion.spread, dispersion.floor), n, 1 - POLICY_ALPHA).high;
	return dispersion;
}

static double range_of(const double *values, size_t n)
{
	double low = values[0];
	double high = values[0];

	for (size_t i = 1; i < n; i++) {
		low = fmin(low, values[i]);
		high = fmax(high, values[i]);
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

/* How many runs would decide if the spread stayed what it is; 0: more than MOST_RUNS. */
static size_t runs_to_decide(const struct dispersion *dispersion, double tau)
{
	double spread = fmax(dispersion->spread, dispersion->floor);

	for (size_t n = 3; n <= MOST_RUNS; n++) {
		struct interval bounds = sd_bounds(spread, n, 1 - POLICY_ALPHA);

		if (bounds.high <= tau || bounds.low > tau)
			return n;
	}
	return 0;
}

/* "n=5, spread 1.9 %" */
static void begin_reason(struct text *reasons, size_t n, const struct dispersion *dispersion)
{
	text_add_format(reasons, "n=%zu, spread ", n);
	text_add_percent(reasons, dispersion->spread);
}

static void explain_undecided(
	const struct dispersion *dispersion, size_t n, double tau, struct text *reasons)
{
	size_t needed = runs_to_decide(dispersion, tau);

	begin_reason(reasons, n, dispersion);
	if (dispersion->at_most > tau) {
		text_add(reasons, ", could be up to ");
		text_add_percent(reasons, dispersion->at_most);
		text_add_format(reasons, " (95 %%) > %g %%", 100 * tau);
	}
	if (needed > n)
		text_add_format(reasons, "; about %zu runs would decide", needed);
	else if (!needed)
		text_add_format(reasons, "; not even %d runs would decide", MOST_RUNS);
	text_add_char(reasons, '\n');
}

static void explain_bound(struct text *reasons, size_t n, const struct dispersion *dispersion,
	const char *bound_name, double bound, const char *comparison, double tau)
{
	begin_reason(reasons, n, dispersion);
	text_add_format(reasons, ", %s ", bound_name);
	text_add_percent(reasons, bound);
	text_add_format(reasons, " (95 %%) %s %g %%\n", comparison, 100 * tau);
}

/* What n runs cannot see: a mode that each run hits with probability 1 - .05^(1/n). */
static void explain_blind_spot(size_t n, struct text *reasons)
{
	text_add_format(reasons, "%zu runs cannot exclude a slow mode hit by up to ", n);
	text_add_percent(reasons, 1 - pow(POLICY_ALPHA, 1 / (double)n));
	text_add(reasons, " of runs\n");
}

static void add_effect(struct text *reasons, double effect)
{
	text_add_format(reasons, "%c", effect < 0 ? '-' : '+');
	text_add_percent(reasons, fabs(expm1(effect)));
}

static bool explain_trend(const double *y, size_t n, double tau, struct text *reasons)
{
	struct finding trend = find_trend(y, n, tau);

	if (!trend.found)
		return false;
	text_add(reasons, "trend: ");
	add_effect(reasons, trend.effect);
	text_add_format(reasons, " from the first run to the last (p = %.1g)\n", trend.p);
	return true;
}

static bool explain_step(const double *y, size_t n, double tau, struct text *reasons)
{
	struct finding step = find_step(y, n, tau);

	if (!step.found)
		return false;
	text_add(reasons, "step: ");
	add_effect(reasons, step.effect);
	text_add_format(reasons, " from run %zu of %zu on (p = %.1g)\n", step.at + 1, n, step.p);
	return true;
}

static bool explain_modes(const double *y, size_t n, double tau, struct text *reasons)
{
	struct finding modes = find_two_modes(y, n, tau);

	if (!modes.found)
		return false;
	text_add(reasons, "two modes, ");
	text_add_percent(reasons, expm1(modes.effect));
	text_add(reasons, " apart\n");
	return true;
}

static bool explain_outlier(
	const double *y, size_t n, double floor, double tau, struct text *reasons)
{
	struct finding outlier = find_outlier(y, n, floor, tau);

	if (!outlier.found)
		return false;
	text_add_format(reasons, "run %zu of %zu stands apart: ", outlier.at + 1, n);
	add_effect(reasons, outlier.effect);
	text_add_format(reasons, " from the others (p = %.1g), kept\n", outlier.p);
	return true;
}

static bool explain_dependence(const double *y, size_t n, struct text *reasons)
{
	struct finding dependence = find_serial_dependence(y, n);

	if (!dependence.found)
		return false;
	text_add_format(reasons,
		"runs depend on their neighbours (lag-1 r = %.2f, p = %.1g): "
		"worth %.0f independent ones\n",
		dependence.effect, dependence.p, effective_sample_size(n, dependence.effect));
	return true;
}

/* What the order and the shape of the values say, dispersion apart. */
static enum verdict judge_structure(
	const double *values, size_t n, double floor, double tau, struct text *reasons)
{
	double *y = memory_resize(NULL, n, sizeof *y);
	bool unstable;
	bool doubtful;

	logarithms_of(y, values, n);
	unstable = explain_trend(y, n, tau, reasons);
	unstable |= !unstable && explain_step(y, n, tau, reasons);
	unstable |= !unstable && explain_modes(y, n, tau, reasons);
	doubtful = explain_outlier(y, n, floor, tau, reasons);
	doubtful |= explain_dependence(y, n, reasons);
	free(y);
	if (unstable)
		return VERDICT_UNSTABLE;
	return doubtful ? VERDICT_UNDECIDED : VERDICT_STABLE;
}

static enum verdict judge_dispersion(
	const struct dispersion *dispersion, size_t n, double tau, struct text *reasons)
{
	if (dispersion->at_least > tau) {
		explain_bound(reasons, n, dispersion, "at least", dispersion->at_least, ">", tau);
		return VERDICT_UNSTABLE;
	}
	if (n >= 3 && dispersion->at_most <= tau) {
		explain_bound(reasons, n, dispersion, "at most", dispersion->at_most, "<=", tau);
		return VERDICT_STABLE;
	}
	explain_undecided(dispersion, n, tau, reasons);
	return VERDICT_UNDECIDED;
}

enum verdict judge_stability(
	const double *values, size_t n, double resolution, double tau, struct text *reasons)
{
	size_t not_positive = count_not_positive(values, n);
	struct dispersion dispersion;
	enum verdict by_spread, by_structure, verdict;

	if (n == 1) {
		text_add(reasons, "one run: spread cannot be estimated\n");
		return VERDICT_UNDECIDED;
	}
	if (not_positive) {
		text_add_format(reasons,
			"%zu of %zu values are not above 0: no ratio between runs exists\n",
			not_positive, n);
		return VERDICT_UNDECIDED;
	}
	if (n == 2)
		text_add(reasons, "two runs: at best Stable?\n");
	dispersion = dispersion_of(values, n, resolution);
	by_spread = judge_dispersion(&dispersion, n, tau, reasons);
	if (within_one_tick(values, n, resolution)) {
		text_add(reasons, "identical to the clock's resolution\n");
		by_spread = by_spread == VERDICT_UNSTABLE ? VERDICT_UNDECIDED : by_spread;
		by_structure = VERDICT_STABLE;
	} else {
		by_structure = judge_structure(values, n, dispersion.floor, tau, reasons);
	}
	verdict = by_spread > by_structure ? by_spread : by_structure;
	if (verdict == VERDICT_STABLE)
		explain_blind_spot(n, reasons);
	return verdict;
}
