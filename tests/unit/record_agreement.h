/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * record_agreement - a line read as a record, and once more through cJSON's tree alone: both must say the same
 */
#ifndef TESTS_UNIT_RECORD_AGREEMENT_H
#define TESTS_UNIT_RECORD_AGREEMENT_H

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "core/record.h"

static inline bool same_bits(double a, double b)
{
	return memcmp(&a, &b, sizeof a) == 0 || (isnan(a) && isnan(b));
}

static inline bool same_text(const struct text *a, const struct text *b)
{
	return a->length == b->length && memcmp(a->data, b->data, a->length) == 0;
}

static inline bool same_strings(
	const struct record *record, const struct record *by_tree, const char *name)
{
	struct strings a = { 0 };
	struct strings b = { 0 };
	bool same;

	record_add_strings(&a, record, name);
	record_add_strings(&b, by_tree, name);
	same = a.count == b.count;
	for (size_t i = 0; same && i < a.count; i++)
		same = strcmp(a.items[i], b.items[i]) == 0;
	free(a.items);
	free(b.items);
	return same;
}

static inline bool same_numbers(
	const struct record *record, const struct record *by_tree, const char *name)
{
	struct numbers a = { 0 };
	struct numbers b = { 0 };
	bool same = record_add_numbers(&a, record, name) == record_add_numbers(&b, by_tree, name);

	same = same && a.count == b.count;
	for (size_t i = 0; same && i < a.count; i++)
		same = same_bits(a.items[i], b.items[i]);
	free(a.items);
	free(b.items);
	return same;
}

static inline bool same_value(
	const struct record *record, const struct record *by_tree, const char *name)
{
	struct text a = TEXT_INIT;
	struct text b = TEXT_INIT;
	bool same;

	record_add_value(&a, record, name);
	record_add_value(&b, by_tree, name);
	same = same_text(&a, &b);
	text_release(&a);
	text_release(&b);
	return same;
}

/* Whatever type the field of that name is of. */
static inline bool same_field(
	const struct record *record, const struct record *by_tree, const char *name)
{
	double a[2];
	double b[2];

	record_interval(a, record, name);
	record_interval(b, by_tree, name);
	return record_has(record, name) == record_has(by_tree, name) &&
	       same_label(record_text(record, name), record_text(by_tree, name)) &&
	       same_bits(record_number(record, name), record_number(by_tree, name)) &&
	       same_bits(a[0], b[0]) && same_bits(a[1], b[1]) &&
	       same_strings(record, by_tree, name) && same_numbers(record, by_tree, name) &&
	       same_value(record, by_tree, name);
}

/* Adds what the record says as one of a kind, and returns what is wrong with it. */
#define TELL(kind, release)                                                                  \
	static inline const char *tell_##kind(struct text *out, const struct record *record) \
	{                                                                                    \
		struct kind told;                                                            \
		const char *why = kind##_read(&told, record);                                \
                                                                                             \
		if (!why)                                                                    \
			kind##_write(out, &told);                                            \
		release(&told);                                                              \
		return why;                                                                  \
	}
#define OWNS_NOTHING(told) (void)(told)
TELL(sample, OWNS_NOTHING)
TELL(problem, OWNS_NOTHING)
TELL(series, series_release)
TELL(summary, summary_release)
TELL(ranking, ranking_release)
TELL(conclusion, conclusion_release)
TELL(environment, OWNS_NOTHING)
TELL(annotation, annotation_release)
TELL(claim, OWNS_NOTHING)
TELL(difference, difference_release)
#undef OWNS_NOTHING
#undef TELL

static inline void add_as_kind(struct text *out, const struct record *record, enum record_kind kind)
{
	static const char *(*const tell[RECORD_OTHER + 1])(struct text *, const struct record *) = {
		[RECORD_SAMPLE] = tell_sample,
		[RECORD_PROBLEM] = tell_problem,
		[RECORD_SERIES] = tell_series,
		[RECORD_SUMMARY] = tell_summary,
		[RECORD_RANKING] = tell_ranking,
		[RECORD_CONCLUSION] = tell_conclusion,
		[RECORD_ENVIRONMENT] = tell_environment,
		[RECORD_NOTE] = tell_annotation,
		[RECORD_CLAIM] = tell_claim,
		[RECORD_DIFFERENCE] = tell_difference,
	};
	const char *why = tell[kind] ? tell[kind](out, record) : NULL;

	text_add(out, why ? why : "fine");
}

static inline bool same_as_kind(const struct record *record, const struct record *by_tree)
{
	struct text a = TEXT_INIT;
	struct text b = TEXT_INIT;
	bool same;

	add_as_kind(&a, record, record->kind);
	add_as_kind(&b, by_tree, record->kind);
	same = same_text(&a, &b);
	text_release(&a);
	text_release(&b);
	return same;
}

/* Names of members, and some that are none. */
static inline bool same_fields(const struct record *record, const struct record *by_tree)
{
	static const char *const others[] = { "", "kind", "system", "value", "values", "nosuch" };
	const struct json *member = json_first(by_tree->tree);

	for (; member; member = json_next(member))
		if (!same_field(record, by_tree, json_name(member)))
			return false;
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (!same_field(record, by_tree, others[i]))
			return false;
	return true;
}

static inline const char *kind_text(const struct record *record)
{
	static const char *const texts[RECORD_OTHER + 1] = {
		[RECORD_SAMPLE] = "sample",
		[RECORD_PROBLEM] = "problem",
		[RECORD_SERIES] = "series",
		[RECORD_SUMMARY] = "summary",
		[RECORD_RANKING] = "ranking",
		[RECORD_CONCLUSION] = "conclusion",
		[RECORD_ENVIRONMENT] = "environment",
		[RECORD_NOTE] = "note",
		[RECORD_CLAIM] = "claim",
		[RECORD_DIFFERENCE] = "difference",
		[RECORD_PARTIAL] = "partial",
	};

	return texts[record->kind];
}

/*
 * What differs between the two ways, or NULL; *is_flat is whether it was read
 * without a tree. The record is one that may have read other lines before.
 */
static inline const char *difference(struct record *record, struct slice line, bool *is_flat)
{
	struct record by_tree = { .tree = json_parse(line, NULL) };
	const char *why = NULL;
	bool is_record = record_read(record, line, &why);
	const char *differs = NULL;

	if (is_record && record->kind == RECORD_PARTIAL)
		record_tree(record);
	*is_flat = is_record && !record->tree;
	if (is_record != json_is_object(by_tree.tree))
		differs = "whether it is a record";
	else if (!is_record && !why)
		differs = "nothing says why it is no record";
	else if (is_record && !same_fields(record, &by_tree))
		differs = "a field";
	else if (is_record && !same_as_kind(record, &by_tree))
		differs = "what it says as one of its kind";
	else if (is_record && kind_text(record) &&
		 !same_label(kind_text(record), json_member_text(by_tree.tree, "kind")))
		differs = "its kind";
	else if (is_record &&
		 (slice_length(record->line) != slice_length(line) ||
			 memcmp(record->line.start, line.start, slice_length(line)) != 0))
		differs = "the line";
	json_free(by_tree.tree);
	return differs;
}

#endif
