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

/* The one whose values do not repeat, a if neither's do; NULL if both do. */
static const char *unstable_system(const struct contestant *a, const struct contestant *b)
{
	if (is_unstable(a))
		return a->system;
	return is_unstable(b) ? b->system : NULL;
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

static double *ascending_logarithms(const struct summary *summary)
{
	double *logarithms = memory_resize(NULL, summary->n, sizeof *logarithms);
	double *ascending;

	logarithms_of(logarithms, summary->values.items, summary->n);
	ascending = sorted(logarithms, summary->n);
	free(logarithms);
	return ascending;
}

/*
 * Few skewed values make the mean's t interval too sure on one side: where
 * either side has them and both have enough, the interval by ranks must bear
 * the claim out. That interval goes to by_ranks, if it is asked.
 */
static bool ranks_object(enum relation claim, const struct contestant *a,
	const struct contestant *b, const struct pair_policy *policy, struct interval *by_ranks)
{
	size_t n_a = a->level.n;
	size_t n_b = b->level.n;
	double hidden = a->level.hidden + b->level.hidden;
	double *x, *y;
	bool object = false;

	if (claim == RELATION_UNDECIDED || n_a < SHIFT_LEAST || n_b < SHIFT_LEAST)
		return false;
	x = ascending_logarithms(a->summary);
	y = ascending_logarithms(b->summary);
	if (is_skewed(x, n_a) || is_skewed(y, n_b)) {
		*by_ranks = shift_interval(
			(struct ranked){ x, n_a }, (struct ranked){ y, n_b }, policy->pair_alpha);
		by_ranks->low -= hidden;
		by_ranks->high += hidden;
		object = !bears_out(relation_of(*by_ranks, policy->delta), claim);
	}
	free(x);
	free(y);
	return object;
}

/* Steps the relation down where it must be, and adds why; whether it did. */
static bool guard(struct comparison *comparison, const struct contestant *a,
	const struct contestant *b, const struct pair_policy *policy, struct text *why)
{
	const char *unstable = unstable_system(a, b);
	enum relation claim = comparison->relation;
	struct interval by_ranks;

	if (ranks_object(claim, a, b, policy, &by_ranks)) {
		text_add_format(why, "; '%s' weakened, values are skewed: %.3g to %.3g by ranks",
			relation_sign(claim), exp(by_ranks.low), exp(by_ranks.high));
		claim = stepped_down(claim);
	}
	if (is_decided(claim) && unstable) {
		text_add_format(
			why, "; '%s' weakened, %s is Unstable", relation_sign(claim), unstable);
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
	const char *unstable = unstable_system(a, b);
	size_t runs = runs_to_decide_pair(&a->level, &b->level, policy->pair_alpha, policy->delta);

	if (unstable)
		text_add_format(
			text, "; runs alone will not decide while %s is Unstable", unstable);
	else if (runs)
		text_add_format(text, "; about %zu runs each would decide", runs);
	else
		text_add(text, "; not even 1000 runs each would decide");
}

/* NaN for a ratio that no double holds. */
static double finite_ratio(double logarithm)
{
	double ratio = exp(logarithm);

	return ratio > 0 && isfinite(ratio) ? ratio : NAN;
}

/* "Docker / Host = 0.672, 95 % interval 0.55 to 0.82, margin 5 %" */
static void begin_evidence(struct text *evidence, const struct comparison *comparison,
	const struct contestant *a, const struct contestant *b, const struct pair_policy *policy)
{
	text_add_format(evidence, "%s / %s = %.3g", a->system, b->system, comparison->ratio);
	if (a->level.n < 2 || b->level.n < 2)
		text_add_format(evidence, "; one run of %s: no interval",
			a->level.n < 2 ? a->system : b->system);
	else
		text_add_format(evidence, ", %g %% interval %.3g to %.3g, margin %g %%",
			100 * (1 - policy->alpha), comparison->ci[0], comparison->ci[1],
			100 * policy->delta);
}

struct comparison compare(
	const struct contestant *a, const struct contestant *b, const struct pair_policy *policy)
{
	double difference = a->level.mean - b->level.mean;
	struct text evidence = TEXT_INIT;
	struct comparison comparison = {
		.relation = RELATION_UNDECIDED,
		.ratio = finite_ratio(difference),
		.ci = { NAN, NAN },
	};

	if (a->level.n >= 2 && b->level.n >= 2) {
		double half = half_width(&a->level, &b->level, policy->pair_alpha);
		struct interval interval = { difference - half, difference + half };

		comparison.relation = relation_of(interval, policy->delta);
		comparison.ci[0] = finite_ratio(interval.low);
		comparison.ci[1] = finite_ratio(interval.high);
		begin_evidence(&evidence, &comparison, a, b, policy);
		if (!guard(&comparison, a, b, policy, &evidence) &&
			!is_decided(comparison.relation))
			advise(&evidence, a, b, policy);
	} else {
		begin_evidence(&evidence, &comparison, a, b, policy);
	}
	comparison.evidence = text_detach(&evidence);
	return comparison;
}
