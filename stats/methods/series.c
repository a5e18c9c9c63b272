/* SPDX-License-Identifier: GPL-3.0-or-later */
/* series - whether one run reached a steady state, from its intervals, and why that is said */
#include "stats/methods/series.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "core/memory.h"
#include "stats/methods/batch.h"
#include "stats/methods/moments.h"
#include "stats/methods/steadiness.h"
#include "stats/methods/structure.h"
#include "stats/methods/transient.h"
#include "stats/methods/warmup.h"

static const double sure = 0.005; /* that there is a transient */

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

/* The transient goes to the cut, unless it has no end. */
static void set_aside(struct judging *judging)
{
	const struct course *course = judging->course;
	struct transient transient = find_transient(
		judging->values, judging->n, course->tau, judging->caution * sure);

	if (transient.lasts) {
		judging_conclude(judging, STEADY_NOT);
		text_add(judging->reasons, "no steady state in this run: its first ");
		add_span(judging->reasons, course, transient.cut);
		text_add(judging->reasons, " of ");
		add_span(judging->reasons, course, judging->n);
		text_add(judging->reasons, " differ from the rest by ");
		add_percent_signed(judging->reasons, transient.effect);
		text_add_char(judging->reasons, '\n');
	} else if (transient.cut) {
		text_add(judging->reasons, "first ");
		add_span(judging->reasons, course, transient.cut);
		text_add(judging->reasons, " cut, ");
		text_add_percent(judging->reasons, fabs(transient.effect));
		text_add_format(judging->reasons, " %s\n",
			describe_first(transient.effect, course->better));
		judging->found->cut = transient.cut;
		judging->values += transient.cut;
		judging->n -= transient.cut;
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

/*
 * Mostly 0, there is no level that changes could be shares of: what should be high
 * stands still, of anything else nothing is known but that it is rare.
 */
static void judge_zeros(struct judging *judging, size_t zero)
{
	const struct course *course = judging->course;
	bool all = zero == course->n;

	if (course->better == BETTER_HIGHER)
		judging_conclude(judging, STEADY_NOT);
	else
		judging_conclude(
			judging, all && course->n >= SERIES_ENOUGH ? STEADY : STEADY_UNDECIDED);
	text_add_format(judging->reasons, "%zu of %zu intervals are 0%s\n", zero, course->n,
		course->better == BETTER_HIGHER ? ": the run stood still"
		: all                           ? ""
						: ": too rare to be steady or not");
}

static size_t count_zero(const struct course *course)
{
	size_t count = 0;

	for (size_t i = 0; i < course->n; i++)
		count += course->values[i] == 0;
	return count;
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
	size_t zero = count_zero(course);
	bool has_level = !negative && 2 * zero < course->n;

	if (course->n >= SERIES_LEAST && has_level)
		set_aside(judging);
	compute_moments(judging);
	if (course->n < SERIES_LEAST) {
		judging_conclude(judging, STEADY_TOO_SHORT);
		text_add_format(judging->reasons,
			"%zu intervals, fewer than %d: too short to judge\n", course->n,
			SERIES_LEAST);
	} else if (negative) {
		judging_conclude(judging, STEADY_UNDECIDED);
		text_add_format(judging->reasons,
			"%zu of %zu intervals are below 0: changes are no shares of a level\n",
			negative, course->n);
	} else if (!has_level) {
		judge_zeros(judging, zero);
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

/*
 * How alike neighbours are is hardly known of few intervals: by the cube, a false "Not
 * steady" is as rare of 20 as of 60 (tests/validation).
 */
static double caution_for(size_t n)
{
	double share = (double)n / SERIES_ENOUGH;

	return share < 1 ? share * share * share : 1;
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
		.caution = caution_for(course->n),
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
