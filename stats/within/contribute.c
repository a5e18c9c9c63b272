/* SPDX-License-Identifier: GPL-3.0-or-later */
/* contribute - what the series within runs give to the repeats: one value a run */
#include "stats/within/contribute.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "stats/within/course.h"
#include "stats/within/ledger.h"
#include "stats/within/revise.h"
#include "stats/within/totals.h"

struct contributing {
	const struct within_context *context;
	struct groups *groups;
	struct entries entries;
	struct totals totals;
	struct ledger *ledgers;     /* of the groups */
	struct revision *revisions; /* likewise */
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
static bool is_of_total(const struct run_course *course, double total, double tau)
{
	return fabs(log(course->whole_mean / total)) <= tau;
}

/* The change of a repeat to the mean of the intervals from the first on. */
static struct changed mean_of(
	struct contributing *with, const struct entry *entry, double mean, size_t first)
{
	const struct intervals *intervals = entry->intervals;
	char *source = span_of(intervals, first);
	struct changed changed = {
		.trace = {
			.key = intervals->run,
			.order = intervals->order,
			.place = intervals->place,
			.resolution = intervals->resolution,
		},
		.value = mean,
	};

	changed.trace.form = forms_take(&with->groups->forms, &(struct sample){ .source = source },
		0, changed.trace.numbers);
	free(source);
	return changed;
}

static void replace_total(struct contributing *with, const struct entry *entry,
	const struct run_course *course, size_t at)
{
	struct changed changed = mean_of(with, entry, course->found.mean, course->found.cut);

	changed.at = at;
	revision_add(&with->revisions[entry->group], &changed);
}

static void add_mean(
	struct contributing *with, const struct run_course *course, const struct entry *entry)
{
	bool all = course->found.verdict == STEADY_NOT;
	struct changed changed = mean_of(with, entry, all ? course->whole_mean : course->found.mean,
		all ? 0 : course->found.cut);

	changed.at = CHANGED_NONE;
	revision_add(&with->revisions[entry->group], &changed);
}

/* Bytes that could not be read are no failure of the run. */
static bool has_failed(const struct failures *failures, const struct intervals *intervals)
{
	const struct failed_test *test = failures_of(failures, intervals->system, intervals->test);

	const struct failure *failure = test ? failure_of_run(test, intervals->run) : NULL;

	for (; failure && failure < test->items + test->count; failure++) {
		if (!same_number(failure->run, intervals->run))
			return false;
		if (failure->status != PROBLEM_UNREADABLE && failure->status != PROBLEM_INVALID)
			return true;
	}
	return false;
}

/* Gives the run's value to the group, or leaves it the one that it has. */
static enum use give(struct contributing *with, const struct run_course *course,
	const struct entry *entry, double tau)
{
	const struct intervals *intervals = entry->intervals;
	struct total total;
	enum total_match match = totals_find(&with->totals, entry, &total);
	bool steady = has_steady_mean(course, intervals);

	if (match == TOTAL_ONE && steady) {
		const struct group *group = &with->groups->items[entry->group];

		if (total.bound != BOUND_NONE)
			return USE_TOTAL;
		if (!is_of_total(course, group->repeats.values.items[total.at], tau))
			return USE_OTHER_TOTAL;
		replace_total(with, entry, course, total.at);
		return USE_STEADY_MEAN;
	}
	if (match != TOTAL_NONE)
		return USE_TOTAL;
	if (has_failed(with->context->failures, intervals))
		return USE_FAILED;
	if (entry->is_of_whole || intervals->doubled ||
		(is_amount(intervals->unit) && totals_has_any(&with->totals, entry)))
		return USE_NOTHING;
	add_mean(with, course, entry);
	return steady ? USE_STEADY_MEAN : USE_MEAN;
}

static double tau_of(const struct contributing *with, const struct entry *entry)
{
	const struct group *group = &with->groups->items[entry->group];

	return policy_margins(with->context->policy, group->test, group->metric, group->unit).tau;
}

static void contribute(
	struct contributing *with, const struct entry *entry, const struct run_course *course)
{
	struct group *group = &with->groups->items[entry->group];
	enum use use = give(with, course, entry, tau_of(with, entry));

	ledger_add(&with->ledgers[entry->group], group, use, course, entry->intervals);
}

/* All entries of a series stand together, the first to its own group. */
static void judge_and_contribute(struct contributing *with, size_t first, struct text *out)
{
	const struct entry *entry = &with->entries.items[first];
	struct intervals *intervals = entry->intervals;
	double tau = tau_of(with, entry);
	struct run_course course;

	intervals_unfold(intervals, &with->groups->spill);
	run_course_judge(&course, intervals, tau);
	run_course_write(&course, intervals, tau, out);
	groups_write_others(with->groups, &with->groups->items[entry->group], "run", out);
	for (size_t i = first; i < with->entries.count; i++) {
		if (with->entries.items[i].intervals != intervals)
			break;
		contribute(with, &with->entries.items[i], &course);
	}
	run_course_release(&course);
	intervals_fold(intervals);
}

static void add_entry(struct contributing *with, struct intervals *intervals, size_t group,
	size_t cell, bool is_of_whole)
{
	struct entries *entries = &with->entries;

	entries->items = memory_reserve_one(
		entries->items, entries->count, &entries->capacity, sizeof *entries->items);
	entries->items[entries->count++] = (struct entry){ intervals, group, cell, is_of_whole };
	with->groups->items[group].series++;
}

/* A job of a run, as a part of it, may have the total of the whole, too. */
static void make_entries(struct contributing *with, struct within *within)
{
	for (size_t i = 0; i < within->index.count; i++) {
		struct intervals *intervals = &within->items[i];
		size_t whole;

		if (within_is_judged(within, intervals))
			continue;
		add_entry(with, intervals, intervals->group, intervals->cell, false);
		if (groups_find_whole(with->groups, intervals->group, &whole) &&
			with->groups->items[whole].repeats.values.count)
			add_entry(with, intervals, whole,
				groups_cell_of_whole(with->groups, intervals->place), true);
	}
}

static void revise(struct contributing *with)
{
	for (size_t i = 0; i < with->groups->index.count; i++) {
		revise_group(with->groups, &with->groups->items[i], &with->revisions[i]);
		revision_release(&with->revisions[i]);
	}
	free(with->revisions);
}

void within_contribute(struct within *within, const struct within_context *context,
	const struct summary_sink *sink)
{
	struct groups *groups = context->groups;
	struct contributing with = { .context = context, .groups = groups };
	struct text out = TEXT_INIT;

	if (within->index.count == 0)
		return;
	make_entries(&with, within);
	totals_init(&with.totals, &with.entries, groups);
	with.ledgers = memory_allocate(groups->index.count, sizeof *with.ledgers);
	with.revisions = memory_allocate(groups->index.count, sizeof *with.revisions);
	for (size_t i = 0; i < with.entries.count; i++) {
		if (with.entries.items[i].is_of_whole)
			continue;
		judge_and_contribute(&with, i, &out);
		sink->flush(&out, sink->context);
	}
	for (size_t i = 0; i < groups->index.count; i++)
		if (groups->items[i].series)
			ledger_close(&with.ledgers[i], &groups->items[i]);
	revise(&with);
	free(with.ledgers);
	free(with.entries.items);
	totals_release(&with.totals);
	text_release(&out);
	groups_sort(groups);
}
