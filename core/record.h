/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * record - what travels on the pipe: one JSON object a line
 *
 * Every stage meets the others here and nowhere else. A struct record is a
 * line as read, kept to be passed on byte for byte; what it says, as a sample,
 * a problem, a summary and so on, is in record/kinds.h.
 *
 * Whoever reads records is lent each, by a reader that puts the next into the
 * same memory; record_keep() makes it one's own, and all borrowed from it stays.
 */
#ifndef CORE_RECORD_H
#define CORE_RECORD_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>

#include "core/json.h"
#include "core/lists.h"
#include "core/record/flat.h"
#include "core/record/kinds.h"
#include "core/scan.h"
#include "core/text.h"

enum record_kind {
	RECORD_SAMPLE,
	RECORD_PROBLEM,
	RECORD_SERIES,
	RECORD_SUMMARY,
	RECORD_RANKING,
	RECORD_CONCLUSION,
	RECORD_ENVIRONMENT,
	RECORD_NOTE,
	RECORD_CLAIM,
	RECORD_PARTIAL,
	RECORD_DIFFERENCE,
	RECORD_OTHER, /* a kind not known here: passed on */
};

/* All zero before its first line; then it is used again and again. */
struct record {
	enum record_kind kind;
	struct slice line; /* the JSON text, without its newline */
	struct flat flat;  /* its fields, unless there is a tree of them */
	struct json *tree; /* of a line of another shape; of a partial when it is asked for */
	size_t capacity;   /* of the line */
	char *spare;       /* for the next line */
	size_t spare_capacity;
};

/* Takes a copy of a line. False when it is no JSON object: *why says what is wrong. */
bool record_read(struct record *record, struct slice line, const char **why);
void record_release(struct record *record);

/* Moves what a record holds into one of the caller's own, for record_free(). */
struct record *record_keep(struct record *record);

/* record_read() into one of the caller's own; NULL instead of false. */
struct record *record_parse(struct slice line, const char **why);
void record_free(struct record *record);

/*
 * Frees the line of a record, and those of its lists that are named (up to NULL):
 * nothing is read from the record, or borrowed from these lists, any more.
 */
void record_forget(struct record *record, const char *const *lists);

/* A field's text; NULL when there is none of that name, or it is no text. */
__attribute__((always_inline)) static inline const char *record_text(
	const struct record *record, const char *name)
{
	const struct member *member;

	if (record->tree)
		return json_member_text(record->tree, name);
	member = flat_find(&record->flat, name);
	return member && member->type == MEMBER_TEXT ? member->text : NULL;
}

/* Whether that is a field's text. */
__attribute__((always_inline)) static inline bool record_says(
	const struct record *record, const char *name, const char *text)
{
	const struct member *member;

	if (record->tree)
		return same_label(json_member_text(record->tree, name), text);
	member = flat_find(&record->flat, name);
	return member && member->type == MEMBER_TEXT && slice_equals(member_value(member), text);
}

/* A field's finite number, or NaN. */
__attribute__((always_inline)) static inline double record_number(
	const struct record *record, const char *name)
{
	const struct member *member;
	double number;

	if (record->tree)
		return json_member_number(record->tree, name, &number) ? number : NAN;
	member = flat_find(&record->flat, name);
	return member && member->type == MEMBER_NUMBER && isfinite(member->number) ? member->number
										   : NAN;
}

__attribute__((always_inline)) static inline bool record_has(
	const struct record *record, const char *name)
{
	return record->tree ? json_member(record->tree, name) != NULL
			    : flat_find(&record->flat, name) != NULL;
}

/* Adds a field's value, of any type, as json_add_value() does; nothing when there is none. */
void record_add_value(struct text *out, const struct record *record, const char *name);

/* All fields, for what is in none of the above, which have a partial's only then: lives as long as the record does. */
const struct json *record_tree(struct record *record);

/* A list that owns its records. */
struct records {
	struct record **items;
	size_t count;
	size_t capacity;
};

void records_add(struct records *records, struct record *record);
void records_release(struct records *records);

/* Each adds the record's line, newline included. */
void sample_write(struct text *out, const struct sample *sample);
void problem_write(struct text *out, const struct problem *problem);
void series_write(struct text *out, const struct series *series);
void summary_write(struct text *out, const struct summary *summary);
void ranking_write(struct text *out, const struct ranking *ranking);
void conclusion_write(struct text *out, const struct conclusion *conclusion);
void environment_write(struct text *out, const struct environment *environment);
void annotation_write(struct text *out, const struct annotation *annotation);
void claim_write(struct text *out, const struct claim *claim);
void difference_write(struct text *out, const struct difference *difference);

/*
 * The same in two parts: what the samples of a run of a test have in common, and the
 * rest, with the source "path:line" of which path is a JSON string but for the quote
 * behind it.
 */
void sample_begin(struct text *out, const struct sample *sample);
void sample_end(struct text *out, const struct sample *sample, struct slice path, size_t line);

/*
 * A summary in pieces, for one with very many values: what stands before them, between
 * them and their sources, and behind. The caller adds the elements of these lists.
 */
void summary_write_before_values(struct text *out, const struct summary *summary);
void summary_write_before_sources(struct text *out, const struct summary *summary);
void summary_write_end(struct text *out);

/*
 * A partial record, of n samples that keep further fields: what stands before its
 * own lists, which the caller adds, and behind. Among them, as fields of an object that
 * is open, are a sample's labels and what the log says of it: what is no number.
 */
void partial_begin(struct text *out, const struct strings *fields, size_t n);
void partial_end(struct text *out);
void sample_add_labels(struct text *out, const struct sample *sample);

/* Adds a further field to the record's line that out ends in. */
void record_add_text(struct text *out, const char *name, const char *value);

/* The same, of a value that is JSON already. */
void record_add_json(struct text *out, const char *name, const char *json);

/* Adds the texts of a field that is a list. */
void record_add_strings(struct strings *strings, const struct record *record, const char *name);

/* Adds the numbers of a field that is a list; false when something else is in it. */
bool record_add_numbers(struct numbers *numbers, const struct record *record, const char *name);

/* The first two numbers of a field that is a list, or NaN. */
void record_interval(double interval[2], const struct record *record, const char *name);

/*
 * Each fills the struct from a record of its kind and returns NULL, or says
 * which field is missing or of the wrong type. The lists of a series, summary,
 * ranking, conclusion, annotation or difference are freed by its _release; their
 * strings stay the record's.
 */
const char *sample_read(struct sample *sample, const struct record *record);
const char *problem_read(struct problem *problem, const struct record *record);
const char *series_read(struct series *series, const struct record *record);
const char *summary_read(struct summary *summary, const struct record *record);
const char *ranking_read(struct ranking *ranking, const struct record *record);
const char *conclusion_read(struct conclusion *conclusion, const struct record *record);
const char *environment_read(struct environment *environment, const struct record *record);
const char *annotation_read(struct annotation *annotation, const struct record *record);
const char *claim_read(struct claim *claim, const struct record *record);
const char *difference_read(struct difference *difference, const struct record *record);

#endif
