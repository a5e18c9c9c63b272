/* SPDX-License-Identifier: GPL-3.0-or-later */
/* record/kinds - what the kinds of records have words for, and what frees their lists */
#include "core/record/kinds.h"

#include <stdlib.h>
#include <string.h>

static const char *const better_names[] = {
	[BETTER_NEITHER] = NULL,
	[BETTER_HIGHER] = "higher",
	[BETTER_LOWER] = "lower",
};

static const char *const bound_signs[] = {
	[BOUND_NONE] = NULL,
	[BOUND_BELOW] = "<",
	[BOUND_ABOVE] = ">",
};

static const char *const status_texts[PROBLEM_STATUS_COUNT] = {
#define STATUS(name, text, verdict) [PROBLEM_##name] = text,
	PROBLEM_STATUSES(STATUS)
#undef STATUS
};

static const char *const status_verdicts[PROBLEM_STATUS_COUNT] = {
#define STATUS(name, text, verdict) [PROBLEM_##name] = verdict,
	PROBLEM_STATUSES(STATUS)
#undef STATUS
};

static const char *const relation_signs[RELATION_COUNT] = {
	[RELATION_LESS] = "<",
	[RELATION_LESS_OR_EQUAL] = "<=",
	[RELATION_EQUIVALENT] = "≈",
	[RELATION_UNDECIDED] = "?=?",
	[RELATION_GREATER_OR_EQUAL] = ">=",
	[RELATION_GREATER] = ">",
};

static const char *const change_names[CHANGE_COUNT] = {
#define CHANGE(name, text) [CHANGE_##name] = text,
	CHANGES(CHANGE)
#undef CHANGE
};

/* The place of a word (NULL: none) among count of them; none when it is not there. */
static int place_of(const char *const *words, size_t count, const char *word, int none)
{
	for (size_t i = 0; word && i < count; i++)
		if (words[i] && strcmp(words[i], word) == 0)
			return (int)i;
	return none;
}

#define PLACE_OF(words, word, none) place_of(words, sizeof words / sizeof *words, word, none)

const char *better_name(enum better better)
{
	return better_names[better];
}

enum better better_named(const char *name)
{
	return (enum better)PLACE_OF(better_names, name, BETTER_NEITHER);
}

const char *bound_sign(enum bound bound)
{
	return bound_signs[bound];
}

enum bound bound_signed(const char *sign)
{
	return (enum bound)PLACE_OF(bound_signs, sign, BOUND_NONE);
}

const char *problem_status_text(enum problem_status status)
{
	return status_texts[status];
}

enum problem_status problem_status_named(const char *text)
{
	return (enum problem_status)PLACE_OF(status_texts, text, PROBLEM_STATUS_COUNT);
}

const char *problem_status_verdict(enum problem_status status)
{
	return status_verdicts[status];
}

const char *relation_sign(enum relation relation)
{
	return relation_signs[relation];
}

enum relation relation_signed(const char *sign)
{
	return (enum relation)PLACE_OF(relation_signs, sign, RELATION_COUNT);
}

enum relation relation_mirrored(enum relation relation)
{
	if (relation == RELATION_EQUIVALENT || relation == RELATION_UNDECIDED)
		return relation;
	return (enum relation)(RELATION_GREATER - relation);
}

enum relation relation_combined(const size_t said[RELATION_COUNT])
{
	size_t equal = said[RELATION_EQUIVALENT];
	size_t more = said[RELATION_GREATER] + said[RELATION_GREATER_OR_EQUAL];
	size_t less = said[RELATION_LESS] + said[RELATION_LESS_OR_EQUAL];
	size_t metrics = equal + more + less + said[RELATION_UNDECIDED];

	if (metrics == 0 || (more && less))
		return RELATION_UNDECIDED;
	if (said[RELATION_GREATER] == metrics)
		return RELATION_GREATER;
	if (said[RELATION_LESS] == metrics)
		return RELATION_LESS;
	if (equal == metrics)
		return RELATION_EQUIVALENT;
	if (said[RELATION_GREATER] || (more && more + equal == metrics))
		return RELATION_GREATER_OR_EQUAL;
	if (said[RELATION_LESS] || (less && less + equal == metrics))
		return RELATION_LESS_OR_EQUAL;
	return RELATION_UNDECIDED;
}

const char *change_name(enum change change)
{
	return change_names[change];
}

enum change change_named(const char *name)
{
	return (enum change)PLACE_OF(change_names, name, CHANGE_COUNT);
}

void series_release(struct series *series)
{
	free(series->reasons.items);
	free(series->sources.items);
	*series = (struct series){ 0 };
}

struct summary summary_of_nothing(void)
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
		.r = NAN,
		.resolution = NAN,
		.tau = NAN,
		.alpha = NAN,
	};
}

void summary_release(struct summary *summary)
{
	free(summary->listed);
	free(summary->first.items);
	free(summary->cached.items);
	free(summary->bounds.items);
	free(summary->marks.items);
	free(summary->reasons.items);
	free(summary->values.items);
	free(summary->sources.items);
	*summary = (struct summary){ 0 };
}

void ranking_release(struct ranking *ranking)
{
	free(ranking->pairs);
	free(ranking->letters);
	free(ranking->left_out.items);
	free(ranking->reasons.items);
	*ranking = (struct ranking){ 0 };
}

void conclusion_release(struct conclusion *conclusion)
{
	free(conclusion->from.items);
	free(conclusion->left_out.items);
	free(conclusion->reasons.items);
	*conclusion = (struct conclusion){ 0 };
}

void annotation_release(struct annotation *annotation)
{
	free(annotation->from.items);
	*annotation = (struct annotation){ 0 };
}

void difference_release(struct difference *difference)
{
	summary_release(&difference->before);
	summary_release(&difference->after);
	*difference = (struct difference){ 0 };
}
