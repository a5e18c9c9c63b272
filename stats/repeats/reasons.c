/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reasons - a judgement of repeats in sentences, as summaries have them */
#include "stats/repeats/reasons.h"

#include <math.h>

void text_add_effect(struct text *text, double effect)
{
	text_add_char(text, effect < 0 ? '-' : '+');
	text_add_percent(text, fabs(expm1(effect)));
}

/* "n=5, spread 1.9 %" */
static void begin_reason(struct text *reasons, const struct judgement *judgement)
{
	text_add_format(reasons, "n=%zu, spread ", judgement->n);
	text_add_percent(reasons, judgement->dispersion.spread);
}

/* "(95 %) > 5 %" */
static void add_margin(
	struct text *reasons, const struct judgement *judgement, const char *comparison)
{
	text_add_format(reasons, " (%g %%) %s %g %%", 100 * (1 - judgement->margins.alpha),
		comparison, 100 * judgement->margins.tau);
}

static void add_bound(struct text *reasons, const struct judgement *judgement,
	const char *bound_name, double bound, const char *comparison)
{
	begin_reason(reasons, judgement);
	text_add_format(reasons, ", %s ", bound_name);
	text_add_percent(reasons, bound);
	add_margin(reasons, judgement, comparison);
	text_add_char(reasons, '\n');
}

static void add_undecided(struct text *reasons, const struct judgement *judgement)
{
	size_t needed = runs_to_decide(judgement);

	begin_reason(reasons, judgement);
	if (judgement->dispersion.at_most > judgement->margins.tau) {
		text_add(reasons, ", could be up to ");
		text_add_percent(reasons, judgement->dispersion.at_most);
		add_margin(reasons, judgement, ">");
	}
	if (needed > judgement->n)
		text_add_format(reasons, "; about %zu runs would decide", needed);
	else if (!needed)
		text_add_format(reasons, "; not even %d runs would decide", RUNS_TO_DECIDE_MOST);
	text_add_char(reasons, '\n');
}

static void add_dispersion(struct text *reasons, const struct judgement *judgement)
{
	const struct dispersion *dispersion = &judgement->dispersion;

	if (dispersion->at_least > judgement->margins.tau)
		add_bound(reasons, judgement, "at least", dispersion->at_least, ">");
	else if (judgement->by_dispersion == VERDICT_STABLE)
		add_bound(reasons, judgement, "at most", dispersion->at_most, "<=");
	else
		add_undecided(reasons, judgement);
}

/* Of a trend, a step and two modes one is said: they are different views of the same thing. */
static void add_change(struct text *reasons, const struct judgement *judgement)
{
	if (judgement->trend.found) {
		text_add(reasons, "trend: ");
		text_add_effect(reasons, judgement->trend.effect);
		text_add_format(reasons, " from the first run to the last (p = %.1g)\n",
			judgement->trend.p);
	} else if (judgement->step.found) {
		text_add(reasons, "step: ");
		text_add_effect(reasons, judgement->step.effect);
		text_add_format(reasons, " from value %zu of %zu on (p = %.1g)\n",
			judgement->step.at + 1, judgement->n, judgement->step.p);
	} else if (judgement->modes.found) {
		text_add(reasons, "two modes, ");
		text_add_percent(reasons, expm1(judgement->modes.effect));
		text_add(reasons, " apart\n");
	}
}

static void add_structure(struct text *reasons, const struct judgement *judgement)
{
	const struct finding *outlier = &judgement->outlier;
	const struct finding *dependence = &judgement->dependence;

	add_change(reasons, judgement);
	if (outlier->found) {
		text_add_format(
			reasons, "value %zu of %zu stands apart: ", outlier->at + 1, judgement->n);
		text_add_effect(reasons, outlier->effect);
		text_add_format(reasons, " from the others (p = %.1g), kept\n", outlier->p);
	}
	if (dependence->found)
		text_add_format(reasons,
			"runs depend on their neighbours (lag-1 r = %.2f, p = %.1g): "
			"worth %.0f independent ones\n",
			dependence->effect, dependence->p,
			effective_sample_size(judgement->n, dependence->effect));
}

/* What n runs cannot see: a mode that each run hits with that probability. */
static void add_blind_spot(struct text *reasons, const struct judgement *judgement)
{
	text_add_format(reasons, "%zu runs cannot exclude a slow mode hit by up to ", judgement->n);
	text_add_percent(reasons, blind_spot(judgement->n, judgement->margins.alpha));
	text_add(reasons, " of runs\n");
}

void reasons_add(struct text *reasons, const struct judgement *judgement)
{
	if (judgement->n == 1) {
		text_add(reasons, "one run: spread cannot be estimated\n");
		return;
	}
	if (judgement->not_positive) {
		text_add_format(reasons,
			"%zu of %zu values are not above 0: no ratio between runs exists\n",
			judgement->not_positive, judgement->n);
		return;
	}
	if (judgement->n == 2)
		text_add(reasons, "two runs: at best Stable?\n");
	add_dispersion(reasons, judgement);
	if (judgement->is_within_tick)
		text_add(reasons, "identical to the clock's resolution\n");
	else
		add_structure(reasons, judgement);
	if (judgement->verdict == VERDICT_STABLE)
		add_blind_spot(reasons, judgement);
}
