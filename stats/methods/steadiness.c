/* SPDX-License-Identifier: GPL-3.0-or-later */
/* steadiness - whether a run keeps its level behind a transient, and the words for that */
#include "stats/methods/steadiness.h"

#include <math.h>
#include <stdbool.h>

#include "stats/methods/plateau.h"

static const double sure = 0.01;
static const double surer = 0.005;     /* of a step, which may be anywhere */
static const double most_range = 0.20; /* of the five windows, as SNIA has it */
static const double most_slope = 0.10;
static const double least_drift = 0.12; /* that a steady run must exclude, at this level: */
static const double level_of_drift = 0.98;

void judging_conclude(struct judging *judging, enum steadiness verdict)
{
	if (judging->found->verdict < verdict)
		judging->found->verdict = verdict;
}

void add_span(struct text *out, const struct course *course, size_t intervals)
{
	if (isnan(course->interval))
		text_add_format(out, "%zu intervals", intervals);
	else
		text_add_format(out, "%.4g s", (double)intervals * course->interval);
}

void add_percent_signed(struct text *out, double share)
{
	text_add_char(out, share < 0 ? '-' : '+');
	text_add_percent(out, fabs(share));
}

static bool has_trend(struct judging *judging, const struct drift *drift)
{
	double p = drift_p(drift);

	if (fabs(drift->size) <= judging->course->tau || p >= judging->caution * sure)
		return false;
	judging_conclude(judging, STEADY_NOT);
	text_add(judging->reasons, "trend: ");
	add_percent_signed(judging->reasons, drift->size);
	text_add_format(judging->reasons, " from end to end (p = %.1g)\n", p);
	return true;
}

static bool has_step(struct judging *judging)
{
	struct finding step = level_step(
		judging->values, judging->n, judging->course->tau, judging->caution * surer);

	if (!step.found)
		return false;
	judging_conclude(judging, STEADY_NOT);
	text_add(judging->reasons, "step: ");
	add_percent_signed(judging->reasons, step.effect);
	text_add(judging->reasons, " of the mean from ");
	add_span(judging->reasons, judging->course, judging->found->cut + step.at);
	text_add_format(judging->reasons, " on (p = %.1g)\n", step.p);
	return true;
}

/*
 * Beyond SNIA's limits, or wider ones if tau is, by more than noise: not steady;
 * within noise: who knows.
 */
static void judge_windows(struct judging *judging)
{
	struct windows windows = five_windows(judging->values, judging->n);
	double range = fmax(most_range, 2 * judging->course->tau);
	double slope = fmax(most_slope, judging->course->tau);
	bool beyond_noise;

	if (windows.range <= range && fabs(windows.slope) <= slope)
		return;
	beyond_noise = windows.range >
		       windows_noise(judging->values, judging->n, judging->caution * sure);
	judging_conclude(judging, beyond_noise ? STEADY_NOT : STEADY_UNDECIDED);
	text_add(judging->reasons, "five windows range over ");
	text_add_percent(judging->reasons, windows.range);
	text_add(judging->reasons, " of the mean, slope ");
	text_add_percent(judging->reasons, fabs(windows.slope));
	text_add_format(judging->reasons, "; %g %% and %g %% are allowed%s\n", 100 * range,
		100 * slope, beyond_noise ? "" : ", but noise alone can do it");
}

/* What keeps a run in which nothing was found from being called steady. */
static void judge_evidence(struct judging *judging, const struct drift *drift)
{
	double limit = fmax(least_drift, 1.2 * judging->course->tau);
	double most = drift_at_most(drift, level_of_drift);

	if (judging->course->n < SERIES_ENOUGH) {
		judging_conclude(judging, STEADY_UNDECIDED);
		text_add_format(judging->reasons, "%zu intervals: sure from %d on\n",
			judging->course->n, SERIES_ENOUGH);
	}
	if (judging->found->effective_n < SERIES_LEAST) {
		judging_conclude(judging, STEADY_UNDECIDED);
		text_add_format(judging->reasons,
			"intervals depend on their neighbours (lag-1 r = %.2f): "
			"worth %.0f independent ones\n",
			judging->found->r, judging->found->effective_n);
	}
	if (most > limit) {
		judging_conclude(judging, STEADY_UNDECIDED);
		text_add(judging->reasons, "a drift of up to ");
		text_add_percent(judging->reasons, most);
		text_add_format(judging->reasons, " cannot be excluded (98 %%), more than %g %%\n",
			100 * limit);
	}
}

static void explain_steady(const struct judging *judging)
{
	const struct steadiness_found *found = judging->found;

	text_add(judging->reasons, "steady for ");
	add_span(judging->reasons, judging->course, judging->n);
	text_add(judging->reasons, ", mean known to ");
	text_add_percent(judging->reasons, (found->ci.high - found->ci.low) / 2 / found->mean);
	text_add_format(judging->reasons, " (95 %%), worth %.0f independent intervals\n",
		found->effective_n);
}

void judge_plateau(struct judging *judging)
{
	struct drift drift = drift_of(judging->values, judging->n);

	if (!has_trend(judging, &drift) && !has_step(judging))
		judge_windows(judging);
	if (judging->found->verdict != STEADY_NOT)
		judge_evidence(judging, &drift);
	if (judging->found->verdict == STEADY)
		explain_steady(judging);
}
