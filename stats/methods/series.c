/* SPDX-License-Identifier: GPL-3.0-or-later */
/* series - whether one run reached a steady state, from its intervals, and why that is said */
#include "stats/methods/series.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "core/memory.h"
#include "stats/methods/batch.h"
#include "stats/methods/moments.h"
#include "stats/methods/plateau.h"
#include "stats/methods/structure.h"
#include "stats/methods/transient.h"
#include "stats/methods/warmup.h"

static const double sure = 0.01;
static const double surer = 0.005;     /* of a transient or a step */
static const double most_range = 0.20; /* of the five windows, as SNIA has it */
static const double most_slope = 0.10;
static const double least_drift = 0.12; /* that a steady run must exclude, at this level: */
static const double level_of_drift = 0.98;

/* A run as it is judged: as shares of its mean, so that no unit matters and nothing overflows. */
struct judging {
	const struct course *course;
	const double *values; /* behind the cut */
	size_t n;
	double caution; /* what every p is held to, as a share of its usual limit */
	struct steadiness_found *found;
	struct text *reasons;
};

const char *steadiness_name(enum steadiness steadiness)
{
	static const char *const names[] = {
		[STEADY] = "Steady",
		[STEADY_UNDECIDED] = "Steady?",
		[STEADY_NOT] = "Not steady",
		[STEADY_TOO_SHORT] = "Too short",
	};

	return names[steadiness];
}

/* "12 s", or "12 intervals" where nobody knows how long one is. */
static void add_span(struct text *out, const struct course *course, size_t intervals)
{
	if (isnan(course->interval))
		text_add_format(out, "%zu intervals", intervals);
	else
		text_add_format(out, "%.4g s", (double)intervals * course->interval);
}

/* The larger of two verdicts holds. */
static void conclude(struct judging *judging, enum steadiness verdict)
{
	if (judging->found->verdict < verdict)
		judging->found->verdict = verdict;
}

static void add_percent_signed(struct text *out, double share)
{
	text_add_char(out, share < 0 ? '-' : '+');
	text_add_percent(out, fabs(share));
}

static void add_effect(struct text *out, const struct transient *transient, enum better better)
{
	if (isfinite(transient->effect))
		text_add_percent(out, fabs(transient->effect));
	text_add_format(out, " %s", describe_first(transient->effect, better));
}

/* The transient goes to the cut, unless it has no end. */
static void set_aside(struct judging *judging)
{
	const struct course *course = judging->course;
	struct transient transient = find_transient(
		judging->values, judging->n, course->tau, judging->caution * surer);

	if (transient.lasts) {
		conclude(judging, STEADY_NOT);
		text_add(judging->reasons, "no steady state in this run: its first ");
		add_span(judging->reasons, course, transient.cut);
		text_add(judging->reasons, " of ");
		add_span(judging->reasons, course, judging->n);
		text_add(judging->reasons, " differ from the rest by ");
		text_add_percent(judging->reasons, fabs(transient.effect));
		text_add_char(judging->reasons, '\n');
	} else if (transient.cut) {
		text_add(judging->reasons, "first ");
		add_span(judging->reasons, course, transient.cut);
		text_add(judging->reasons, " cut, ");
		add_effect(judging->reasons, &transient, course->better);
		text_add_char(judging->reasons, '\n');
		judging->found->cut = transient.cut;
		judging->values += transient.cut;
		judging->n -= transient.cut;
	}
}

static bool has_trend(struct judging *judging, const struct drift *drift)
{
	double p = drift_p(drift);

	if (fabs(drift->size) <= judging->course->tau || p >= judging->caution * sure)
		return false;
	conclude(judging, STEADY_NOT);
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
	conclude(judging, STEADY_NOT);
	text_add(judging->reasons, "step: ");
	add_percent_signed(judging->reasons, step.effect);
	text_add(judging->reasons, " of the mean from ");
	add_span(judging->reasons, judging->course, judging->found->cut + step.at);
	text_add_format(judging->reasons, " on (p = %.1g)\n", step.p);
	return true;
}

/* Beyond SNIA's limits, by more than noise: not steady; within noise: who knows. */
static void judge_windows(struct judging *judging)
{
	struct windows windows = five_windows(judging->values, judging->n);
	bool beyond_noise;

	if (windows.range <= most_range && fabs(windows.slope) <= most_slope)
		return;
	beyond_noise = windows.range >
		       windows_noise(judging->values, judging->n, judging->caution * sure);
	conclude(judging, beyond_noise ? STEADY_NOT : STEADY_UNDECIDED);
	text_add(judging->reasons, "five windows range over ");
	text_add_percent(judging->reasons, windows.range);
	text_add(judging->reasons, " of the mean, slope ");
	text_add_percent(judging->reasons, fabs(windows.slope));
	text_add_format(judging->reasons, "; %g %% and %g %% are allowed%s\n", 100 * most_range,
		100 * most_slope, beyond_noise ? "" : ", but noise alone can do it");
}

/* What keeps a run in which nothing was found from being called steady. */
static void judge_evidence(struct judging *judging, const struct drift *drift)
{
	double limit = fmax(least_drift, 1.2 * judging->course->tau);
	double most = drift_at_most(drift, level_of_drift);

	if (judging->course->n < SERIES_ENOUGH) {
		conclude(judging, STEADY_UNDECIDED);
		text_add_format(judging->reasons, "%zu intervals: sure from %d on\n",
			judging->course->n, SERIES_ENOUGH);
	}
	if (judging->found->effective_n < SERIES_LEAST) {
		conclude(judging, STEADY_UNDECIDED);
		text_add_format(judging->reasons,
			"intervals depend on their neighbours (lag-1 r = %.2f): "
			"worth %.0f independent ones\n",
			judging->found->r, judging->found->effective_n);
	}
	if (most > limit) {
		conclude(judging, STEADY_UNDECIDED);
		text_add(judging->reasons, "a drift of up to ");
		text_add_percent(judging->reasons, most);
		text_add_format(judging->reasons, " cannot be excluded (98 %%), more than %g %%\n",
			100 * limit);
	}
}

/* As shares; NaN where one value alone has none. */
static void compute_moments(struct judging *judging)
{
	struct steadiness_found *found = judging->found;

	found->mean = mean(judging->values, judging->n);
	if (judging->n < 2)
		return;
	found->sd = sqrt(variance(judging->values, judging->n));
	found->ci = dependent_mean_interval(judging->values, judging->n);
	found->r = lag1_autocorrelation(judging->values, judging->n);
	found->effective_n = effective_sample_size(judging->n, found->r);
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

static void judge_plateau(struct judging *judging)
{
	struct drift drift = drift_of(judging->values, judging->n);

	if (!has_trend(judging, &drift) && !has_step(judging))
		judge_windows(judging);
	if (judging->found->verdict != STEADY_NOT)
		judge_evidence(judging, &drift);
	if (judging->found->verdict == STEADY)
		explain_steady(judging);
}

/* A level of 0 has no shares. */
static void judge_zeros(struct judging *judging)
{
	if (judging->found->cut) {
		conclude(judging, STEADY_NOT);
		text_add(judging->reasons, "every interval behind it is 0\n");
	} else {
		conclude(judging, judging->n < SERIES_ENOUGH ? STEADY_UNDECIDED : STEADY);
		text_add(judging->reasons, "every interval is 0\n");
	}
}

static size_t count_negative(const struct course *course)
{
	size_t count = 0;

	for (size_t i = 0; i < course->n; i++)
		count += course->values[i] < 0;
	return count;
}

static void judge(struct judging *judging)
{
	const struct course *course = judging->course;
	size_t negative = count_negative(course);

	if (course->n >= SERIES_LEAST && !negative)
		set_aside(judging);
	compute_moments(judging);
	if (course->n < SERIES_LEAST) {
		conclude(judging, STEADY_TOO_SHORT);
		text_add_format(judging->reasons,
			"%zu intervals, fewer than %d: too short to judge\n", course->n,
			SERIES_LEAST);
	} else if (negative) {
		conclude(judging, STEADY_UNDECIDED);
		text_add_format(judging->reasons,
			"%zu of %zu intervals are below 0: changes are no shares of a level\n",
			negative, course->n);
	} else if (judging->found->mean == 0) {
		judge_zeros(judging);
	} else if (judging->found->verdict == STEADY) {
		judge_plateau(judging);
	}
}

/* The mean, or where values cancel one another, the largest of them. */
static double scale_of(const struct course *course)
{
	double scale = mean(course->values, course->n);

	if (scale > 0 && !count_negative(course))
		return scale;
	scale = 0;
	for (size_t i = 0; i < course->n; i++)
		scale = fmax(scale, fabs(course->values[i]));
	return scale > 0 ? scale : 1;
}

struct steadiness_found judge_series(const struct course *course, struct text *reasons)
{
	struct steadiness_found found = {
		.sd = NAN, .ci = { NAN, NAN }, .effective_n = NAN, .r = NAN
	};
	double *shares = memory_resize(NULL, course->n, sizeof *shares);
	double scale = scale_of(course);

	for (size_t i = 0; i < course->n; i++)
		shares[i] = course->values[i] / scale;
	judge(&(struct judging){
		.course = course,
		.values = shares,
		.n = course->n,
		.caution = course->n < SERIES_ENOUGH ? 0.1 : 1,
		.found = &found,
		.reasons = reasons,
	});
	free(shares);
	found.mean = mean(course->values + found.cut, course->n - found.cut);
	found.sd *= scale;
	found.ci.low *= scale;
	found.ci.high *= scale;
	return found;
}
