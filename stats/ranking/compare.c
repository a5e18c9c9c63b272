/* SPDX-License-Identifier: GPL-3.0-or-later */
/* compare - what the repeats on two systems allow to be said, and why */
#include "stats/ranking/compare.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "core/text.h"
#include "stats/methods/moments.h"
#include "stats/methods/order.h"
#include "stats/methods/shift.h"
#include "stats/methods/stability.h"

static bool is_unstable(const struct contestant *contestant)
{
	return strcmp(contestant->summary->verdict, verdict_name(VERDICT_UNSTABLE)) == 0;
}

static bool is_any_unstable(const struct contestant *a, const struct contestant *b)
{
	return is_unstable(a) || is_unstable(b);
}

/* "Docker is Unstable", "Docker and Host are Unstable": whose values do not repeat. */
static void add_unstable(struct text *text, const struct contestant *a, const struct contestant *b)
{
	if (is_unstable(a) && is_unstable(b))
		text_add_format(text, "%s and %s are Unstable", a->system, b->system);
	else
		text_add_format(text, "%s is Unstable", is_unstable(a) ? a->system : b->system);
}

/* NaN for a ratio that no double holds. */
static double finite_ratio(double logarithm)
{
	double ratio = exp(logarithm);

	return ratio > 0 && isfinite(ratio) ? ratio : NAN;
}

/* "0.672"; of a ratio that no double holds its power, "10^-631.306". */
static void add_ratio(struct text *text, double logarithm)
{
	double ratio = finite_ratio(logarithm);

	if (isnan(ratio))
		text_add_format(text, "10^%.3f", logarithm / log(10));
	else
		text_add_significant(text, ratio, 3);
}

static void add_interval(struct text *text, struct interval logarithms)
{
	add_ratio(text, logarithms.low);
	text_add(text, " to ");
	add_ratio(text, logarithms.high);
}

/* What is still said when the claim itself cannot be relied on. */
static enum relation stepped_down(enum relation relation)
{
	if (relation == RELATION_GREATER)
		return RELATION_GREATER_OR_EQUAL;
	if (relation == RELATION_LESS)
		return RELATION_LESS_OR_EQUAL;
	return RELATION_UNDECIDED;
}

/* Whether what the ranks say is, or implies, the claim. */
static bool bears_out(enum relation by_ranks, enum relation claim)
{
	switch (claim) {
	case RELATION_GREATER_OR_EQUAL:
		return by_ranks == claim || by_ranks == RELATION_GREATER ||
		       by_ranks == RELATION_EQUIVALENT;
	case RELATION_LESS_OR_EQUAL:
		return by_ranks == claim || by_ranks == RELATION_LESS ||
		       by_ranks == RELATION_EQUIVALENT;
	default:
		return by_ranks == claim;
	}
}

/*
 * Few skewed values make the mean's t interval too sure on one side: where
 * either side has them and both have enough, the interval by ranks must bear
 * the claim out. That interval goes to by_ranks, if it is asked.
 */
static bool ranks_object(enum relation claim, const struct contestant *a,
	const struct contestant *b, const struct pair_policy *policy, struct interval *by_ranks)
{
	struct ranked x = { a->logarithms, a->level.n };
	struct ranked y = { b->logarithms, b->level.n };
	double hidden = a->level.hidden + b->level.hidden;

	if (claim == RELATION_UNDECIDED || !x.values || !y.values ||
		!(a->is_skewed || b->is_skewed))
		return false;
	*by_ranks = shift_interval(x, y, policy->pair_alpha);
	by_ranks->low -= hidden;
	by_ranks->high += hidden;
	return !bears_out(relation_of(*by_ranks, policy->delta), claim);
}

/* Steps the relation down where it must be, and adds why; whether it did. */
static bool guard(struct comparison *comparison, const struct contestant *a,
	const struct contestant *b, const struct pair_policy *policy, struct text *why)
{
	enum relation claim = comparison->relation;
	struct interval by_ranks;

	if (ranks_object(claim, a, b, policy, &by_ranks)) {
		text_add_format(why, "; '%s' weakened, values are skewed: ", relation_sign(claim));
		add_interval(why, by_ranks);
		text_add(why, " by ranks");
		claim = stepped_down(claim);
	}
	if (is_decided(claim) && is_any_unstable(a, b)) {
		text_add_format(why, "; '%s' weakened, ", relation_sign(claim));
		add_unstable(why, a, b);
		claim = stepped_down(claim);
	}
	if (claim == comparison->relation)
		return false;
	comparison->relation = claim;
	return true;
}

static void advise(struct text *text, const struct contestant *a, const struct contestant *b,
	const struct pair_policy *policy)
{
	size_t runs;

	if (is_any_unstable(a, b)) {
		text_add(text, "; runs alone will not decide while ");
		add_unstable(text, a, b);
		return;
	}
	runs = runs_to_decide_pair(&a->level, &b->level, policy->pair_alpha, policy->delta);
	if (runs)
		text_add_format(text, "; about %zu runs each would decide", runs);
	else
		text_add(text, "; not even 1000 runs each would decide");
}

static bool has_interval(const struct contestant *a, const struct contestant *b)
{
	return a->level.n >= 2 && b->level.n >= 2;
}

static struct interval interval_of(double difference, const struct contestant *a,
	const struct contestant *b, const struct pair_policy *policy)
{
	double half;

	if (!has_interval(a, b))
		return (struct interval){ NAN, NAN };
	half = half_width(&a->level, &b->level, policy->pair_alpha);
	return (struct interval){ difference - half, difference + half };
}

/* "Docker / Host = 0.672, 95 % interval 0.55 to 0.82, margin 5 %" */
static void begin_evidence(struct text *evidence, const struct comparison *comparison,
	const struct contestant *a, const struct contestant *b, const struct pair_policy *policy)
{
	text_add(evidence, a->system);
	text_add(evidence, " / ");
	text_add(evidence, b->system);
	text_add(evidence, " = ");
	add_ratio(evidence, a->level.mean - b->level.mean);
	if (!has_interval(a, b)) {
		text_add_format(evidence, "; one run of %s: no interval",
			a->level.n < 2 ? a->system : b->system);
		return;
	}
	text_add(evidence, ", ");
	text_add_significant(evidence, 100 * (1 - policy->alpha), 6);
	text_add(evidence, " % interval ");
	add_interval(evidence, comparison->difference);
	text_add(evidence, ", margin ");
	text_add_significant(evidence, 100 * policy->delta, 6);
	text_add(evidence, " %");
}

struct comparison compare(
	const struct contestant *a, const struct contestant *b, const struct pair_policy *policy)
{
	double difference = a->level.mean - b->level.mean;
	struct interval interval = interval_of(difference, a, b, policy);
	struct text evidence = TEXT_INIT;
	struct comparison comparison = {
		.relation = RELATION_UNDECIDED,
		.difference = interval,
		.ratio = finite_ratio(difference),
		.ci = { finite_ratio(interval.low), finite_ratio(interval.high) },
	};

	begin_evidence(&evidence, &comparison, a, b, policy);
	if (has_interval(a, b)) {
		comparison.relation = relation_of(interval, policy->delta);
		if (!guard(&comparison, a, b, policy, &evidence) &&
			!is_decided(comparison.relation))
			advise(&evidence, a, b, policy);
	}
	comparison.evidence = text_detach(&evidence);
	return comparison;
}
