/* SPDX-License-Identifier: GPL-3.0-or-later */
/* summarise - a group of repeats, and the runs that failed, as a summary record */
#include "stats/repeats/summarise.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "stats/methods/interval.h"
#include "stats/methods/moments.h"
#include "stats/methods/order.h"
#include "stats/methods/stability.h"
#include "stats/methods/structure.h"
#include "stats/repeats/reasons.h"
#include "stats/repeats/settle.h"

static void compute_moments(struct summary *summary, const double *values, size_t n)
{
	double *ascending = sorted(values, n);

	summary->n = n;
	summary->mean = mean(values, n);
	summary->median = median_of_sorted(ascending, n);
	summary->mad = median_absolute_deviation(values, n, summary->median);
	summary->min = ascending[0];
	summary->max = ascending[n - 1];
	free(ascending);
	if (n < 2)
		return;
	summary->variance = variance(values, n);
	summary->sd = sqrt(summary->variance);
	if (summary->mean > 0)
		summary->cv = summary->sd / summary->mean;
	summary->ci[0] = mean_interval(summary->mean, summary->sd, n, 0.95).low;
	summary->ci[1] = mean_interval(summary->mean, summary->sd, n, 0.95).high;
	if (n >= 3)
		summary->r = lag1_autocorrelation(values, n);
}

static bool gave_value(const struct group *group, double run)
{
	for (size_t i = 0; i < group->count; i++)
		if (group->repeats[i].run == run)
			return true;
	return false;
}

/* Bytes that could not be read, who knows of which run, are no run that failed. */
static bool is_of_no_run(const struct failure *failure)
{
	return isnan(failure->run) &&
	       (failure->status == PROBLEM_UNREADABLE || failure->status == PROBLEM_INVALID);
}

/* Runs that failed and gave no value of this group; *message is the first one's. */
static size_t count_failed(
	const struct group *group, const struct failed_test *failed, const char **message)
{
	size_t count = 0;

	for (size_t i = 0; failed && i < failed->count; i++) {
		if (gave_value(group, failed->items[i].run) || is_of_no_run(&failed->items[i]))
			continue;
		if (count++ == 0)
			*message = failed->items[i].message;
	}
	return count;
}

static void add_failures(
	struct summary *summary, struct sifted *sifted, const struct failed_test *failed)
{
	const char *message = NULL;

	summary->failed = count_failed(sifted->group, failed, &message);
	if (summary->failed)
		text_add_format(&sifted->reasons, "%zu of %zu runs failed: %s\n", summary->failed,
			count_runs(summary), message);
}

/* Splits lines into the list, in place. */
static void split_reasons(struct strings *list, char *lines)
{
	char *rest = lines;

	for (char *line = strsep(&rest, "\n"); line; line = strsep(&rest, "\n"))
		if (*line)
			strings_add(list, line);
}

static void add_sources(struct summary *summary, const struct sifted *sifted, enum fate fate)
{
	for (size_t i = 0; i < sifted->group->count; i++)
		if (sifted->fates[i] == fate && sifted->group->repeats[i].source)
			strings_add(&summary->sources, sifted->group->repeats[i].source);
}

/* "< 61865984", which the caller frees. */
static void add_bounds(struct summary *summary, const struct sifted *sifted)
{
	for (size_t i = 0; i < sifted->group->count; i++) {
		const struct repeat *repeat = &sifted->group->repeats[i];
		struct text bound = TEXT_INIT;
		char number[NUMBER_SIZE];

		if (sifted->fates[i] != FATE_BOUND)
			continue;
		number_write(number, repeat->value);
		text_add_format(&bound, "%s %s", bound_sign(repeat->bound), number);
		strings_add(&summary->bounds, text_detach(&bound));
	}
}

static void add_repeats(struct summary *summary, const struct sifted *sifted)
{
	summary->first = sifted_values(sifted, FATE_FIRST);
	summary->cached = sifted_values(sifted, FATE_CACHED);
	summary->values = sifted_values(sifted, FATE_USED);
	add_bounds(summary, sifted);
	for (int fate = 0; fate < FATE_COUNT; fate++)
		add_sources(summary, sifted, (enum fate)fate);
	summary->resolution = sifted->resolution;
	summary->bound = sifted->bound;
}

static struct summary begin_summary(const struct summarising *with, const struct group *group)
{
	struct summary summary = summary_of_nothing();

	summary.system = group->system;
	summary.test = group->test;
	summary.part = group->part;
	summary.metric = group->metric;
	summary.unit = group->unit;
	summary.better = group->better;
	summary.tau = with->margins.tau;
	summary.alpha = with->margins.alpha;
	return summary;
}

static enum verdict judge(
	const struct summary *summary, const struct margins *margins, struct text *reasons)
{
	struct judgement judgement = judge_stability(
		summary->values.items, summary->n, summary->resolution, margins);

	if (summary->bound == BOUND_NONE)
		reasons_add(reasons, &judgement);
	return judgement.verdict;
}

static void release_group_summary(struct summary *summary)
{
	for (size_t i = 0; i < summary->bounds.count; i++)
		free((char *)summary->bounds.items[i]);
	summary_release(summary);
}

void summarise_group(const struct summarising *with, const struct group *group, struct text *out)
{
	struct summary summary = begin_summary(with, group);
	struct sifted sifted;
	enum verdict verdict;

	marks_sift(with->marks, group, with->margins.tau, &sifted);
	add_repeats(&summary, &sifted);
	compute_moments(&summary, summary.values.items, summary.values.count);
	verdict = judge(&summary, &with->margins, &sifted.reasons);
	summary.not_steady = group->not_steady;
	text_add(&sifted.reasons, group->courses.data);
	add_failures(&summary, &sifted, with->failed);
	summary.verdict = verdict_name(settle(verdict, &summary));
	marks_find(with->marks, &sifted, &summary.marks, &sifted.reasons);
	split_reasons(&summary.reasons, sifted.reasons.data);

	summary_write(out, &summary);
	groups_write_others(with->groups, group, NULL, out);
	release_group_summary(&summary);
	sifted_release(&sifted);
}

/* "2 of 3 runs: curl: (7) Failed to connect": how many ended so, and the first one's words. */
static void explain_failures(
	const struct failed_test *failed, enum problem_status status, struct text *reason)
{
	const char *message = NULL;
	size_t count = 0;

	for (size_t i = 0; i < failed->count; i++)
		if (failed->items[i].status == status && count++ == 0)
			message = failed->items[i].message;
	if (status == PROBLEM_NOT_RUN)
		text_add(reason, "not run: ");
	text_add_format(reason, "%zu of %zu runs: %s", count, failed->count, message);
}

void summarise_failed_test(const struct failed_test *failed, struct text *out)
{
	struct summary summary = summary_of_nothing();
	enum problem_status status = failed_test_status(failed);
	struct text reason = TEXT_INIT;

	summary.system = failed->system;
	summary.test = failed->test;
	summary.verdict = problem_status_verdict(status);
	explain_failures(failed, status, &reason);
	strings_add(&summary.reasons, reason.data);
	summary_write(out, &summary);
	summary_release(&summary);
	text_release(&reason);
}
