/* SPDX-License-Identifier: GPL-3.0-or-later */
/* course_events - what gates on series count */
#include "tests/validation/course_events.h"

#include <math.h>

#include "stats/methods/plateau.h"
#include "stats/methods/series.h"
#include "tests/validation/anchors.h"

static struct steadiness_found judge(const double *values, const struct course_truth *truth)
{
	struct text reasons = TEXT_INIT;
	struct steadiness_found found = judge_series(
		&(struct course){ values, truth->n, 1, truth->tau, BETTER_HIGHER }, &reasons);

	text_release(&reasons);
	return found;
}

void says_steady(const double *values, const struct course_truth *truth, unsigned *counts)
{
	counts[0] += judge(values, truth).verdict == STEADY;
}

void says_not_steady(const double *values, const struct course_truth *truth, unsigned *counts)
{
	counts[0] += judge(values, truth).verdict == STEADY_NOT;
}

void cuts(const double *values, const struct course_truth *truth, unsigned *counts)
{
	counts[0] += judge(values, truth).cut > 0;
}

void finds_change(const double *values, const struct course_truth *truth, unsigned *counts)
{
	struct steadiness_found found = judge(values, truth);

	counts[0] += found.cut > 0 || found.verdict == STEADY_NOT;
}

void is_biased(const double *values, const struct course_truth *truth, unsigned *counts)
{
	struct steadiness_found found = judge(values, truth);

	counts[0] += found.verdict == STEADY && fabs(found.mean / 100 - 1) > truth->tau / 4;
}

void covers(const double *values, const struct course_truth *truth, unsigned *counts)
{
	struct steadiness_found found = judge(values, truth);

	counts[0] += found.ci.low <= 100 && 100 <= found.ci.high;
}

static void count_scaled(
	const double *values, const struct course_truth *truth, double factor, unsigned *counts)
{
	static double scaled[MOST_INTERVALS];
	struct steadiness_found before = judge(values, truth);
	struct steadiness_found after;

	for (size_t i = 0; i < truth->n; i++)
		scaled[i] = values[i] * factor;
	after = judge(scaled, truth);
	counts[0] += before.verdict != after.verdict || before.cut != after.cut;
}

void course_depends_on_unit(
	const double *values, const struct course_truth *truth, unsigned *counts)
{
	count_scaled(values, truth, 1e6, counts);
}

void course_depends_on_binary_unit(
	const double *values, const struct course_truth *truth, unsigned *counts)
{
	count_scaled(values, truth, 0x1p20, counts);
}

void count_course_accepted(const double *values, const struct course_truth *truth, unsigned *counts)
{
	enum steadiness verdict = judge(values, truth).verdict;
	struct windows windows = five_windows(values, truth->n);

	counts[0] += verdict == STEADY;
	counts[1] += verdict == STEADY_UNDECIDED;
	counts[2] += windows.range <= 0.20 && fabs(windows.slope) <= 0.10;
	for (size_t rule = 0; rule < STABILITY_RULES; rule++)
		counts[3 + rule] += stability_rules[rule].accepts(
			(struct repeats){ values, truth->n });
}
