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
#include "stats/methods/warmup.h"
#include "stats/repeats/reasons.h"

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

/* At least half of the runs failed: whatever the others say, it cannot be relied on. */
static enum verdict judge_failures(const struct group *group, const struct failed_test *failed,
	enum verdict verdict, struct text *reasons)
{
	const char *message = NULL;
	size_t count = count_failed(group, failed, &message);
	size_t runs = count + group->count;

	if (count == 0)
		return verdict;
	text_add_format(reasons, "%zu of %zu runs failed: %s\n", count, runs, message);
	if (2 * count >= runs)
		return VERDICT_UNSTABLE;
	return verdict;
}

/* Splits lines into the list, in place. */
static void split_reasons(struct strings *list, char *lines)
{
	char *rest = lines;

	for (char *line = strsep(&rest, "\n"); line; line = strsep(&rest, "\n"))
		if (*line)
			strings_add(list, line);
}

static struct summary empty_summary(void)
{
	return (struct summary){
		.part = NAN,
		.mean = NAN,
		.variance = NAN,
		.sd = NAN,
		.cv = NAN,
		.ci = { NAN, NAN },
		.median = NAN,
		.mad = NAN,
		.min = NAN,
		.max = NAN,
		.resolution = NAN,
		.tau = NAN,
		.alpha = NAN,
	};
}

static double coarsest_resolution(const struct group *group, size_t from)
{
	double coarsest = 0;

	for (size_t i = from; i < group->count; i++)
		coarsest = fmax(coarsest, group->repeats[i].resolution);
	return coarsest;
}

static void add_leading(struct text *reasons, const double *values, size_t n, size_t place,
	double resolution, double tau, enum better better)
{
	struct finding finding = find_leading(values, n, place, resolution, tau);

	text_add_format(reasons, "run %zu set aside, ", place + 1);
	text_add_percent(reasons, fabs(expm1(finding.effect)));
	text_add_format(reasons, " %s\n", describe_first(finding.effect, better));
}

/* How many leading repeats are to be set aside; why goes to reasons. */
static size_t count_leading(const struct group *group, double tau, struct text *reasons)
{
	double *values = memory_resize(NULL, group->count, sizeof *values);
	double resolution = coarsest_resolution(group, 0);
	size_t count;

	for (size_t i = 0; i < group->count; i++)
		values[i] = group->repeats[i].value;
	count = count_set_aside(values, group->count, resolution, tau);
	for (size_t i = 0; i < count; i++)
		add_leading(reasons, values, group->count, i, resolution, tau, group->better);
	free(values);
	return count;
}

static void add_repeats(struct summary *summary, const struct group *group, size_t set_aside)
{
	double coarsest = coarsest_resolution(group, set_aside);

	for (size_t i = 0; i < group->count; i++) {
		const struct repeat *repeat = &group->repeats[i];

		numbers_add(i < set_aside ? &summary->first : &summary->values, repeat->value);
		if (repeat->source)
			strings_add(&summary->sources, repeat->source);
	}
	summary->resolution = coarsest > 0 ? coarsest : NAN;
}

static bool all_positive(const struct numbers *values)
{
	for (size_t i = 0; i < values->count; i++)
		if (!(values->items[i] > 0))
			return false;
	return true;
}

static void mark(struct summary *summary, const struct summarising *with, const struct group *group,
	struct text *reasons)
{
	struct level level;

	if (summary->n < 2 || !all_positive(&summary->values))
		return;
	level = level_of(summary->values.items, summary->n, summary->resolution);
	if (marks_is_exceptional(with->marks, group, &level, reasons))
		strings_add(&summary->marks, MARK_EXCEPTIONAL);
}

static void write_others(const struct groups *groups, const struct group *group, struct text *out)
{
	for (size_t i = 0; i < groups->other_fields.count; i++)
		if (group->others[i])
			record_add_json(out, groups->other_fields.items[i], group->others[i]);
}

void summarise_group(const struct summarising *with, const struct group *group, struct text *out)
{
	struct summary summary = empty_summary();
	struct text reasons = TEXT_INIT;
	struct judgement judgement;
	enum verdict verdict;
	size_t set_aside;

	summary.system = group->system;
	summary.test = group->test;
	summary.part = group->part;
	summary.metric = group->metric;
	summary.unit = group->unit;
	summary.better = group->better;
	summary.tau = with->margins.tau;
	summary.alpha = with->margins.alpha;
	set_aside = count_leading(group, with->margins.tau, &reasons);
	add_repeats(&summary, group, set_aside);
	compute_moments(&summary, summary.values.items, summary.values.count);
	judgement = judge_stability(
		summary.values.items, summary.n, summary.resolution, &with->margins);
	reasons_add(&reasons, &judgement);
	verdict = judge_failures(group, with->failed, judgement.verdict, &reasons);
	summary.verdict = verdict_name(verdict);
	mark(&summary, with, group, &reasons);
	split_reasons(&summary.reasons, reasons.data);

	summary_write(out, &summary);
	write_others(with->groups, group, out);
	summary_release(&summary);
	text_release(&reasons);
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
	struct summary summary = empty_summary();
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
