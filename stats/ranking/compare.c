/* SPDX-License-Identifier: GPL-3.0-or-later */
/* compare - what the repeats on two systems allow to be said, and why */
#include "stats/ranking/compare.h"

#include <math.h>
#include <string.h>

#include "core/text.h"
#include "stats/methods/stability.h"

static bool is_unstable(const struct contestant *contestant)
{
	return strcmp(contestant->summary->verdict, verdict_name(VERDICT_UNSTABLE)) == 0;
}

/* No one is said to be surely more, or equal, on the strength of values that do not repeat. */
static enum relation guard(
	enum relation relation, const struct contestant *a, const struct contestant *b)
{
	if (!is_unstable(a) && !is_unstable(b))
		return relation;
	if (relation == RELATION_GREATER)
		return RELATION_GREATER_OR_EQUAL;
	if (relation == RELATION_LESS)
		return RELATION_LESS_OR_EQUAL;
	if (relation == RELATION_EQUIVALENT)
		return RELATION_UNDECIDED;
	return relation;
}

static void advise(struct text *text, const struct contestant *a, const struct contestant *b,
	const struct pair_policy *policy)
{
	size_t runs = runs_to_decide_pair(&a->level, &b->level, policy->pair_alpha, policy->delta);

	if (runs)
		text_add_format(text, "; about %zu runs each would decide", runs);
	else
		text_add(text, "; not even 1000 runs each would decide");
}

/* "Docker / Host = 0.672, 95 % interval 0.55 to 0.82 against 1 ± 5 %" */
static char *explain(const struct comparison *comparison, const struct contestant *a,
	const struct contestant *b, enum relation unguarded, const struct pair_policy *policy)
{
	struct text text = TEXT_INIT;

	text_add_format(&text, "%s / %s = %.3g", a->system, b->system, comparison->ratio);
	if (a->level.n < 2 || b->level.n < 2) {
		text_add_format(&text, "; one run of %s: no interval",
			a->level.n < 2 ? a->system : b->system);
		return text_detach(&text);
	}
	text_add_format(&text, ", %g %% interval %.3g to %.3g, margin %g %%",
		100 * (1 - policy->alpha), comparison->ci[0], comparison->ci[1],
		100 * policy->delta);
	if (unguarded != comparison->relation)
		text_add_format(&text, "; '%s' weakened, %s is Unstable", relation_sign(unguarded),
			is_unstable(a) ? a->system : b->system);
	else if (comparison->relation == RELATION_UNDECIDED)
		advise(&text, a, b, policy);
	return text_detach(&text);
}

/* NaN for a ratio that no double holds. */
static double finite_ratio(double logarithm)
{
	double ratio = exp(logarithm);

	return ratio > 0 && isfinite(ratio) ? ratio : NAN;
}

struct comparison compare(
	const struct contestant *a, const struct contestant *b, const struct pair_policy *policy)
{
	double difference = a->level.mean - b->level.mean;
	enum relation unguarded = RELATION_UNDECIDED;
	struct comparison comparison = {
		.relation = RELATION_UNDECIDED,
		.ratio = finite_ratio(difference),
		.ci = { NAN, NAN },
	};

	if (a->level.n >= 2 && b->level.n >= 2) {
		double half = half_width(&a->level, &b->level, policy->pair_alpha);

		unguarded = relation_of(
			(struct interval){ difference - half, difference + half }, policy->delta);
		comparison.relation = guard(unguarded, a, b);
		comparison.ci[0] = finite_ratio(difference - half);
		comparison.ci[1] = finite_ratio(difference + half);
	}
	comparison.evidence = explain(&comparison, a, b, unguarded, policy);
	return comparison;
}
