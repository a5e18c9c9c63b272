/* SPDX-License-Identifier: GPL-3.0-or-later */
/* judge - what became of cells and tests from before to after */
#include "stats/difference/judge.h"

#include <math.h>
#include <stdlib.h>

#include "core/message.h"
#include "stats/ranking/compare.h"

static const char *const occasion_names[OCCASIONS] = { "before", "after" };

static bool is_measured_alike(const struct pairing *cell)
{
	return same_label(cell->of[BEFORE]->unit, cell->of[AFTER]->unit) &&
	       cell->of[BEFORE]->better == cell->of[AFTER]->better;
}

bool is_on_both_sides(const struct pairing *cell)
{
	return cell->of[BEFORE] && cell->of[AFTER];
}

bool shares_alpha(const struct pairing *cell)
{
	return is_on_both_sides(cell) && is_measured_alike(cell) &&
	       !contestant_why_not(cell->of[BEFORE]) && !contestant_why_not(cell->of[AFTER]) &&
	       cell->of[BEFORE]->n >= 2 && cell->of[AFTER]->n >= 2;
}

static struct difference begin_difference(const struct pairing *pairing)
{
	const struct summary nothing = summary_of_nothing();
	const struct summary *before = pairing->of[BEFORE];
	const struct summary *after = pairing->of[AFTER];
	const struct summary *either = after ? after : before;

	return (struct difference){
		.system = either->system,
		.test = either->test,
		.part = either->part,
		.metric = either->metric,
		.unit = either->unit,
		.better = either->better,
		.before = before ? *before : nothing,
		.after = after ? *after : nothing,
		.ratio = NAN,
		.ci = { NAN, NAN },
		.delta = NAN,
		.alpha = NAN,
	};
}

static enum change end_difference(
	struct difference *difference, struct text *evidence, struct text *out)
{
	difference->evidence = evidence->data;
	difference_write(out, difference);
	text_release(evidence);
	return difference->verdict;
}

/* What a decided relation of after to before means. */
static enum change change_of(enum relation relation, enum better better)
{
	if (relation == RELATION_EQUIVALENT)
		return CHANGE_SAME;
	if (better == BETTER_NEITHER)
		return CHANGE_OTHER;
	return (relation == RELATION_GREATER) == (better == BETTER_HIGHER) ? CHANGE_BETTER
									   : CHANGE_WORSE;
}

/* The interval alone may say what, for Unstable or skewed values, is not claimed. */
static enum change verdict_on(const struct comparison *comparison, double delta, enum better better)
{
	enum relation seen = relation_of(comparison->difference, delta);

	if (is_decided(comparison->relation))
		return change_of(comparison->relation, better);
	if (comparison->relation == RELATION_UNDECIDED || !is_decided(seen) ||
		better == BETTER_NEITHER)
		return CHANGE_UNDECIDED;
	return change_of(seen, better) == CHANGE_WORSE ? CHANGE_SEEMS_WORSE : CHANGE_SEEMS_BETTER;
}

/* "; runs that failed: 0 before, 2 of 5 after" */
static void add_failures(struct text *evidence, const struct pairing *cell)
{
	if (cell->of[BEFORE]->failed + cell->of[AFTER]->failed == 0)
		return;
	text_add(evidence, "; runs that failed: ");
	for (int occasion = BEFORE; occasion < OCCASIONS; occasion++) {
		text_add_format(
			evidence, "%s%zu", occasion ? ", " : "", cell->of[occasion]->failed);
		if (cell->of[occasion]->failed)
			text_add_format(evidence, " of %zu",
				cell->of[occasion]->n + cell->of[occasion]->failed);
		text_add_format(evidence, " %s", occasion_names[occasion]);
	}
}

static void compare_sides(struct difference *difference, const struct pairing *cell,
	const struct terms *terms, struct text *evidence)
{
	struct contestant before = contestant_of(cell->of[BEFORE], occasion_names[BEFORE]);
	struct contestant after = contestant_of(cell->of[AFTER], occasion_names[AFTER]);
	struct margins margins = policy_margins(
		terms->policy, difference->test, difference->metric, difference->unit);
	struct comparison comparison = compare(&after, &before,
		&(struct pair_policy){
			.delta = margins.delta,
			.alpha = margins.alpha,
			.pair_alpha = margins.alpha / (double)terms->cells,
		});

	difference->ratio = comparison.ratio;
	difference->ci[0] = comparison.ci[0];
	difference->ci[1] = comparison.ci[1];
	difference->delta = margins.delta;
	difference->alpha = margins.alpha;
	difference->verdict = verdict_on(&comparison, margins.delta, difference->better);
	text_add(evidence, comparison.evidence);
	add_failures(evidence, cell);
	free(comparison.evidence);
	contestant_release(&before);
	contestant_release(&after);
}

/* "before: cached" */
static void say_left_out(struct text *evidence, const struct pairing *cell)
{
	for (int occasion = BEFORE; occasion < OCCASIONS; occasion++) {
		const char *why = contestant_why_not(cell->of[occasion]);

		if (why)
			text_add_format(evidence, "%s%s: %s", evidence->length ? "; " : "",
				occasion_names[occasion], why);
	}
}

static const char *unit_name(const struct summary *summary)
{
	return summary->unit ? summary->unit : "no unit";
}

static void say_measured_otherwise(
	struct text *evidence, const struct difference *difference, const struct pairing *cell)
{
	if (same_label(cell->of[BEFORE]->unit, cell->of[AFTER]->unit))
		text_add(evidence, "better the other way after");
	else
		text_add_format(evidence, "in %s before, in %s after", unit_name(cell->of[BEFORE]),
			unit_name(cell->of[AFTER]));
	warn("%s of %s on %s: %s", difference->metric, difference->test ? difference->test : "?",
		difference->system ? difference->system : "?", evidence->data);
}

enum change judge_cell(const struct pairing *cell, const struct terms *terms, struct text *out)
{
	struct difference difference = begin_difference(cell);
	struct text evidence = TEXT_INIT;

	if (!is_on_both_sides(cell)) {
		difference.verdict = cell->of[AFTER] ? CHANGE_NEW : CHANGE_GONE;
		text_add_format(
			&evidence, "only %s", occasion_names[cell->of[AFTER] ? AFTER : BEFORE]);
		return end_difference(&difference, &evidence, out);
	}
	difference.verdict = CHANGE_LEFT_OUT;
	if (!is_measured_alike(cell))
		say_measured_otherwise(&evidence, &difference, cell);
	else
		say_left_out(&evidence, cell);
	if (!evidence.length)
		compare_sides(&difference, cell, terms, &evidence);
	return end_difference(&difference, &evidence, out);
}

/* What became of a test as a whole on one of the occasions. */
enum course {
	COURSE_ABSENT,
	COURSE_NOT_RUN, /* the system never started */
	COURSE_FAILED,
	COURSE_RAN,
	COURSE_COUNT
};

static enum course course_of(const struct pairing *test, enum occasion occasion)
{
	if (test->of[occasion])
		return *test->of[occasion]->verdict ? COURSE_FAILED : COURSE_NOT_RUN;
	return test->metrics[occasion] ? COURSE_RAN : COURSE_ABSENT;
}

/* "before: ran; after: Failed: 3 of 3 runs: curl: (7) Failed to connect" */
static void say_course(struct text *evidence, const struct pairing *test, enum occasion occasion)
{
	const struct summary *failed = test->of[occasion];

	text_add_format(evidence, "%s%s: ", occasion ? "; " : "", occasion_names[occasion]);
	switch (course_of(test, occasion)) {
	case COURSE_RAN:
		text_add(evidence, "ran");
		break;
	case COURSE_FAILED:
		text_add(evidence, failed->verdict);
		break;
	case COURSE_NOT_RUN:
		break; /* the reasons say it */
	default:
		text_add(evidence, "absent");
	}
	for (size_t i = 0; failed && i < failed->reasons.count; i++)
		text_add_format(evidence, "%s%s", i || *failed->verdict ? ": " : "",
			failed->reasons.items[i]);
}

enum change judge_test(const struct pairing *test, struct text *out)
{
	/* By what became of it before, then after. */
	static const enum change changes[COURSE_COUNT][COURSE_COUNT] = {
		[COURSE_ABSENT] = { CHANGE_LEFT_OUT, CHANGE_NEW, CHANGE_NEW, CHANGE_NEW },
		[COURSE_NOT_RUN] = { CHANGE_GONE, CHANGE_LEFT_OUT, CHANGE_LEFT_OUT, CHANGE_NEW },
		[COURSE_FAILED] = { CHANGE_GONE, CHANGE_LEFT_OUT, CHANGE_LEFT_OUT, CHANGE_BETTER },
		[COURSE_RAN] = { CHANGE_GONE, CHANGE_GONE, CHANGE_WORSE, CHANGE_LEFT_OUT },
	};
	struct difference difference = begin_difference(test);
	struct text evidence = TEXT_INIT;

	difference.verdict = changes[course_of(test, BEFORE)][course_of(test, AFTER)];
	say_course(&evidence, test, BEFORE);
	say_course(&evidence, test, AFTER);
	return end_difference(&difference, &evidence, out);
}
