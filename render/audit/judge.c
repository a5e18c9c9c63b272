/* SPDX-License-Identifier: GPL-3.0-or-later */
/* audit/judge - a claim held against the data */
#include "render/audit/judge.h"

#include <string.h>
#include <strings.h>

#include "core/memory.h"
#include "render/report/verdict.h"

const char *finding_name(enum finding finding)
{
	static const char *const names[FINDING_COUNT] = {
		[FINDING_SUPPORTED] = "supported",
		[FINDING_CONTRADICTED] = "contradicted",
		[FINDING_NOT_TESTABLE] = "not testable",
	};

	return names[finding];
}

/* Of a claim of more; one of less is its mirror. */
static enum finding judge_greater(bool is_strict, enum relation supported)
{
	switch (supported) {
	case RELATION_GREATER:
		return FINDING_SUPPORTED;
	case RELATION_GREATER_OR_EQUAL:
		return is_strict ? FINDING_NOT_TESTABLE : FINDING_SUPPORTED;
	case RELATION_EQUIVALENT:
		return is_strict ? FINDING_CONTRADICTED : FINDING_SUPPORTED;
	case RELATION_LESS_OR_EQUAL:
		return is_strict ? FINDING_CONTRADICTED : FINDING_NOT_TESTABLE;
	case RELATION_LESS:
		return FINDING_CONTRADICTED;
	case RELATION_UNDECIDED:
	case RELATION_COUNT:
		break;
	}
	return FINDING_NOT_TESTABLE;
}

enum finding judge_relation(enum relation claimed, enum relation supported)
{
	bool is_decided = supported == RELATION_LESS || supported == RELATION_GREATER;

	if (supported == RELATION_COUNT)
		return FINDING_NOT_TESTABLE;
	switch (claimed) {
	case RELATION_GREATER:
	case RELATION_GREATER_OR_EQUAL:
		return judge_greater(claimed == RELATION_GREATER, supported);
	case RELATION_LESS:
	case RELATION_LESS_OR_EQUAL:
		return judge_greater(claimed == RELATION_LESS, relation_mirrored(supported));
	case RELATION_EQUIVALENT:
		return supported == RELATION_EQUIVALENT ? FINDING_SUPPORTED
		       : is_decided                     ? FINDING_CONTRADICTED
							: FINDING_NOT_TESTABLE;
	case RELATION_UNDECIDED:
		return supported == RELATION_UNDECIDED                  ? FINDING_SUPPORTED
		       : is_decided || supported == RELATION_EQUIVALENT ? FINDING_CONTRADICTED
									: FINDING_NOT_TESTABLE;
	case RELATION_COUNT:
		break;
	}
	return FINDING_NOT_TESTABLE;
}

/* What a verdict in the data makes of the claimed one: "Stable?" says that they cannot tell. */
static enum finding judge_word(const char *claimed, const char *supported)
{
	if (strcasecmp(claimed, supported) == 0)
		return FINDING_SUPPORTED;
	return strcasecmp(supported, "Stable?") == 0 ? FINDING_NOT_TESTABLE : FINDING_CONTRADICTED;
}

static void add_reason(struct strings *reasons, const struct summary *summary)
{
	struct text reason = TEXT_INIT;

	text_add_format(&reason, "%s/%s: %s", summary->test ? summary->test : "", summary->metric,
		summary->verdict);
	for (size_t i = 0; i < summary->reasons.count; i++)
		text_add_format(&reason, "%s%s", i ? "; " : ": ", summary->reasons.items[i]);
	strings_add(reasons, text_detach(&reason));
}

/* A summary of what a table shows of the test: its other metrics were not claimed to be stable. */
static bool is_of_claim(
	const struct basis *basis, const struct summary *summary, const struct claim *claim)
{
	return summary->metric && same_label(summary->system, claim->system) &&
	       same_label(summary->test, claim->test) && tables_show(basis->tables, summary);
}

static bool is_of_row(const struct basis *basis, const struct summary *summary,
	const struct claim *claims, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (is_of_claim(basis, summary, &claims[i]))
			return true;
	return false;
}

enum finding judge_verdict(const struct basis *basis, const struct claim *claims, size_t count,
	struct strings *reasons)
{
	const char *worst = NULL;

	for (size_t i = 0; i < basis->book->summary_count; i++) {
		const struct summary *summary = &basis->book->summaries[i];

		if (!is_of_row(basis, summary, claims, count))
			continue;
		worst = worse_verdict(worst, summary->verdict);
		add_reason(reasons, summary);
	}
	return worst ? judge_word(claims->verdict, worst) : FINDING_NOT_TESTABLE;
}

enum finding judge_couple(const struct basis *basis, const struct couple *couple,
	enum relation claimed, struct strings *reasons)
{
	const struct conclusion *conclusion = couple->conclusion;
	size_t said[RELATION_COUNT] = { 0 };
	size_t metrics = 0;

	for (size_t i = 0; i < conclusion->from.count; i++) {
		struct text words = TEXT_INIT;
		enum relation relation;

		if (basis_relation(basis, couple, conclusion->from.items[i], &relation, &words)) {
			said[relation]++;
			metrics++;
		}
		strings_add(reasons, text_detach(&words));
	}
	if (conclusion->from.count == 0)
		for (size_t i = 0; i < conclusion->left_out.count; i++)
			strings_add(reasons, memory_copy_string(conclusion->left_out.items[i]));
	return judge_relation(claimed, metrics ? relation_combined(said) : RELATION_COUNT);
}
