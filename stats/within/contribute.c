/* SPDX-License-Identifier: GPL-3.0-or-later */
/* contribute - what the series within runs give to the repeats: one value a run */
#include "stats/within/contribute.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "stats/within/course.h"
#include "stats/within/totals.h"

enum { MOST_CUTS = 3 }; /* that a summary tells of one by one */

/* By what a run counts. */
enum use {
	USE_STEADY_MEAN,
	USE_TOTAL,
	USE_OTHER_TOTAL, /* that the intervals do not come to */
	USE_MEAN,
	USE_NOTHING,
	USE_FAILED, /* nothing either, and the summary says so elsewhere */
	USE_COUNT
};

/* What became of the runs of a group: how many, by use, and by whether they are not steady. */
struct ledger {
	size_t uses[USE_COUNT];
	size_t not_steady[USE_COUNT];
	size_t cuts;
};

struct contributing {
	const struct within_context *context;
	struct groups *groups;
	struct totals totals;
	struct ledger *ledgers; /* of the groups */
};

/* Equal intervals of a rate have the mean that the run has; those of a latency or a ratio have not. */
static bool is_rate(const char *unit)
{
	size_t length = unit ? strlen(unit) : 0;

	return length >= 2 && strcmp(unit + length - 2, "/s") == 0;
}

/* What adds up over a run: of no use beside totals, and nothing else can be known without. */
static bool is_amount(const char *unit)
{
	return unit && (strcmp(unit, "B") == 0 || strcmp(unit, "1") == 0);
}

static bool has_steady_mean(const struct run_course *course, const struct intervals *intervals)
{
	return course->found.verdict <= STEADY_UNDECIDED && course->is_whole &&
	       is_rate(intervals->unit);
}

/* "1.log:7-66": the lines of the intervals that a mean is of. NULL when no log is known. */
static char *span_of(const struct intervals *intervals, size_t first)
{
	const struct point *from = &intervals->points[first];
	const struct point *to = &intervals->points[intervals->count - 1];
	struct text text = TEXT_INIT;

	if (!*intervals->path)
		return NULL;
	text_add(&text, intervals->path);
	if (from->line)
		text_add_format(&text, ":%zu", from->line);
	if (from->line && to->line > from->line)
		text_add_format(&text, "-%zu", to->line);
	return text_detach(&text);
}

/*
 * A sender's intervals and a receiver's total, or a total of more than they: what
 * does not measure the same is not replaced.
 */
static bool is_of_total(const struct run_course *course, const struct repeat *total, double tau)
{
	return fabs(log(course->whole_mean / total->value)) <= tau;
}

static void replace_total(
	struct repeat *total, const struct run_course *course, const struct intervals *intervals)
{
	free(total->source);
	total->value = course->found.mean;
	total->resolution = intervals->resolution;
	total->source = span_of(intervals, course->found.cut);
}

static void add_mean(struct contributing *with, const struct run_course *course,
	const struct intervals *intervals)
{
	bool all = course->found.verdict == STEADY_NOT;

	groups_add_repeat(with->groups, intervals->group,
		&(struct repeat){
			.run = intervals->run,
			.cell = intervals->cell,
			.order = intervals->order,
			.value = all ? course->whole_mean : course->found.mean,
			.resolution = intervals->resolution,
			.source = span_of(intervals, all ? 0 : course->found.cut),
		});
}

/* Bytes that could not be read are no failure of the run. */
static bool has_failed(const struct failures *failures, const struct intervals *intervals)
{
	const struct failed_test *test = failures_of(failures, intervals->system, intervals->test);

	for (size_t i = 0; test && i < test->count; i++) {
		const struct failure *failure = &test->items[i];
		bool is_same = failure->run == intervals->run ||
			       (isnan(failure->run) && isnan(intervals->run));

		if (is_same && failure->status != PROBLEM_UNREADABLE &&
			failure->status != PROBLEM_INVALID)
			return true;
	}
	return false;
}

/* Gives the run's value to its group, or leaves it the one that it has. */
static enum use give(struct contributing *with, const struct run_course *course,
	const struct intervals *intervals, double tau)
{
	size_t at;
	enum total_match match = totals_find(&with->totals, intervals, &at);
	bool steady = has_steady_mean(course, intervals);

	if (match == TOTAL_ONE && steady) {
		struct repeat *total = &with->groups->items[intervals->group].repeats[at];

		if (total->bound != BOUND_NONE)
			return USE_TOTAL;
		if (!is_of_total(course, total, tau))
			return USE_OTHER_TOTAL;
		replace_total(total, course, intervals);
		return USE_STEADY_MEAN;
	}
	if (match != TOTAL_NONE)
		return USE_TOTAL;
	if (has_failed(with->context->failures, intervals))
		return USE_FAILED;
	if (intervals->doubled ||
		(is_amount(intervals->unit) && totals_has_any(&with->totals, intervals)))
		return USE_NOTHING;
	add_mean(with, course, intervals);
	return steady ? USE_STEADY_MEAN : USE_MEAN;
}

/* "run 3: first 12 s cut, 18 % slower: warm-up", for the first few. */
static void tell_cut(struct ledger *ledger, struct group *group, const struct run_course *course,
	const struct intervals *intervals)
{
	size_t length = strcspn(course->reasons.data, "\n");

	if (course->found.cut == 0 || ledger->cuts++ >= MOST_CUTS)
		return;
	if (isnan(intervals->run))
		text_add(&group->courses, "a run: ");
	else
		text_add_format(&group->courses, "run %g: ", intervals->run);
	text_add_bytes(&group->courses, course->reasons.data, length + 1);
}

static void contribute(
	struct contributing *with, const struct intervals *intervals, struct text *out)
{
	struct group *group = &with->groups->items[intervals->group];
	struct ledger *ledger = &with->ledgers[intervals->group];
	double tau =
		policy_margins(with->context->policy, group->test, group->metric, group->unit).tau;
	struct run_course course;
	enum use use;

	run_course_judge(&course, intervals, tau);
	run_course_write(&course, intervals, tau, out);
	groups_write_others(with->groups, group, "run", out);
	use = give(with, &course, intervals, tau);
	ledger->uses[use]++;
	if (course.found.verdict == STEADY_NOT) {
		ledger->not_steady[use]++;
		group->not_steady++;
	}
	if (use == USE_STEADY_MEAN)
		tell_cut(ledger, group, &course, intervals);
	run_course_release(&course);
}

/* By what they count, when it is the same for all that are not steady. */
static const char *describe_use(const struct ledger *ledger, const struct group *group)
{
	if (ledger->not_steady[USE_TOTAL] == group->not_steady)
		return ": their totals count";
	if (ledger->not_steady[USE_MEAN] == group->not_steady)
		return ": the means of all their intervals count";
	return "";
}

/* The reasons of the group's summary, behind those that tell of cuts. */
static void close_ledger(const struct ledger *ledger, struct group *group)
{
	size_t means = ledger->uses[USE_MEAN] - ledger->not_steady[USE_MEAN];
	struct text *out = &group->courses;

	if (ledger->cuts > MOST_CUTS)
		text_add_format(
			out, "%zu further runs cut at their beginning\n", ledger->cuts - MOST_CUTS);
	if (ledger->uses[USE_STEADY_MEAN])
		text_add_format(out, "%zu of %zu runs count with the mean of their intervals\n",
			ledger->uses[USE_STEADY_MEAN], group->series);
	if (ledger->uses[USE_OTHER_TOTAL])
		text_add_format(out,
			"%zu of %zu runs have a total that their intervals do not come to: it counts\n",
			ledger->uses[USE_OTHER_TOTAL], group->series);
	if (group->not_steady)
		text_add_format(out, "%zu of %zu runs reached no steady state%s\n",
			group->not_steady, group->series, describe_use(ledger, group));
	if (means)
		text_add_format(out,
			"%zu of %zu runs have no total: the mean of their intervals counts\n",
			means, group->series);
	if (ledger->uses[USE_NOTHING])
		text_add_format(out,
			"%zu of %zu runs give no value: no total, and intervals that cannot stand for one\n",
			ledger->uses[USE_NOTHING], group->series);
}

static void count_series(const struct within *within, struct groups *groups)
{
	for (size_t i = 0; i < within->index.count; i++)
		if (!within_is_judged(within, &within->items[i]))
			groups->items[within->items[i].group].series++;
}

void within_contribute(
	const struct within *within, const struct within_context *context, struct text *out)
{
	struct groups *groups = context->groups;
	struct contributing with = { .context = context, .groups = groups };

	count_series(within, groups);
	totals_init(&with.totals, within, groups);
	with.ledgers = memory_allocate(groups->index.count, sizeof *with.ledgers);
	for (size_t i = 0; i < within->index.count; i++)
		if (!within_is_judged(within, &within->items[i]))
			contribute(&with, &within->items[i], out);
	for (size_t i = 0; i < groups->index.count; i++)
		if (groups->items[i].series)
			close_ledger(&with.ledgers[i], &groups->items[i]);
	free(with.ledgers);
	totals_release(&with.totals);
	groups_sort(groups);
}
