/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ledger - what became of the runs of a group that have series, for its summary's reasons */
#include "stats/within/ledger.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_CUTS = 3 }; /* that are told one by one */

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

void ledger_add(struct ledger *ledger, struct group *group, enum use use,
	const struct run_course *course, const struct intervals *intervals)
{
	ledger->uses[use]++;
	ledger->has_parts |= !isnan(intervals->part) && isnan(group->part);
	if (course->found.verdict == STEADY_NOT) {
		ledger->not_steady[use]++;
		numbers_add(&ledger->unsteady_runs, intervals->run);
	}
	if (use == USE_STEADY_MEAN)
		tell_cut(ledger, group, course, intervals);
}

static int compare_runs(const void *a, const void *b)
{
	double x = *(const double *)a;
	double y = *(const double *)b;

	return (x > y) - (x < y);
}

/* Runs without a number are each one of their own. */
static size_t count_once(const struct numbers *runs)
{
	size_t numbered = 0;
	size_t count = 0;

	for (size_t i = 0; i < runs->count; i++)
		if (isnan(runs->items[i]))
			count++;
		else
			runs->items[numbered++] = runs->items[i];
	if (numbered)
		qsort(runs->items, numbered, sizeof *runs->items, compare_runs);
	for (size_t i = 0; i < numbered; i++)
		count += i == 0 || runs->items[i] != runs->items[i - 1];
	return count;
}

static size_t count_unsteady(const struct ledger *ledger)
{
	size_t count = 0;

	for (int use = 0; use < USE_COUNT; use++)
		count += ledger->not_steady[use];
	return count;
}

/* By what they count, when it is the same for all that are not steady. */
static const char *describe_use(const struct ledger *ledger, size_t unsteady)
{
	if (ledger->not_steady[USE_TOTAL] == unsteady)
		return ": their totals count";
	if (ledger->not_steady[USE_MEAN] == unsteady)
		return ": the means of all their intervals count";
	return "";
}

void ledger_close(struct ledger *ledger, struct group *group)
{
	size_t unsteady = count_unsteady(ledger);
	size_t means = ledger->uses[USE_MEAN] - ledger->not_steady[USE_MEAN];
	const char *noun = ledger->has_parts ? "series" : "runs";
	struct text *out = &group->courses;

	if (ledger->cuts > MOST_CUTS)
		text_add_format(out, "%zu further %s cut at their beginning\n",
			ledger->cuts - MOST_CUTS, noun);
	if (ledger->uses[USE_STEADY_MEAN])
		text_add_format(out, "%zu of %zu %s count with the mean of their intervals\n",
			ledger->uses[USE_STEADY_MEAN], group->series, noun);
	if (ledger->uses[USE_OTHER_TOTAL])
		text_add_format(out,
			"%zu of %zu %s have a total that their intervals do not come to: it counts\n",
			ledger->uses[USE_OTHER_TOTAL], group->series, noun);
	if (unsteady)
		text_add_format(out, "%zu of %zu %s reached no steady state%s\n", unsteady,
			group->series, noun, describe_use(ledger, unsteady));
	if (means)
		text_add_format(out,
			"%zu of %zu %s have no total: the mean of their intervals counts\n", means,
			group->series, noun);
	if (ledger->uses[USE_NOTHING])
		text_add_format(out,
			"%zu of %zu %s give no value: no total, and intervals that cannot stand for one\n",
			ledger->uses[USE_NOTHING], group->series, noun);
	group->not_steady = count_once(&ledger->unsteady_runs);
	free(ledger->unsteady_runs.items);
	ledger->unsteady_runs = (struct numbers){ 0 };
}
