/* SPDX-License-Identifier: GPL-3.0-or-later */
/* partial - the samples of a partial record, as they were */
#include "stats/stream/partial.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "stats/stream/column.h"
#include "stats/trail/pattern.h"

enum { MOST_SAMPLES = 65536 }; /* a list of a few bytes may stand for any number */

/* A list of the cell, and what is left of it. */
struct given {
	bool is_there;
	struct column column;
};

/* Samples of the same labels. */
struct cell {
	const struct json *tree;
	struct record *record; /* its further fields */
	struct sample sample;
	struct given run;
	struct given value;
	struct given resolution;
	struct given numbers[PATTERN_NUMBERS];
	size_t number_count;
	struct text written;    /* the pattern's text */
	struct pattern pattern; /* of their sources, if they have any */
};

struct partial {
	struct cell *cells;
	size_t cell_count;
	size_t n;
	const struct json *order;
	struct text source;
};

static struct given given_of(const struct json *list)
{
	return (struct given){ json_is_array(list), column_of(list) };
}

/* From the first sample on. */
static void rewind_cell(struct cell *cell)
{
	const struct json *numbers = json_first(json_member(cell->tree, "numbers"));

	cell->run = given_of(json_member(cell->tree, "run"));
	cell->value = given_of(json_member(cell->tree, "value"));
	cell->resolution = given_of(json_member(cell->tree, "resolution"));
	for (cell->number_count = 0; numbers && cell->number_count < PATTERN_NUMBERS;
		numbers = json_next(numbers))
		cell->numbers[cell->number_count++] = given_of(numbers);
}

/* Texts and, between them, how many digits a number has at least. */
static bool read_source(struct cell *cell)
{
	const struct json *source = json_member(cell->tree, "source");
	size_t numbers = 0;
	static const char own[] = { PATTERN_NUMBER, PATTERN_LITERAL, '\0' };
	bool is_literal = false;

	for (const struct json *piece = json_first(source); piece; piece = json_next(piece)) {
		const char *text = json_text(piece);
		double digits;

		if (text) {
			is_literal = is_literal || text[strcspn(text, own)] != '\0';
			text_add(&cell->written, text);
			continue;
		}
		if (!json_number(piece, &digits) || !(digits >= 1 && digits <= PATTERN_DIGITS))
			return false;
		text_add_char(&cell->written, PATTERN_NUMBER);
		text_add_char(&cell->written, (char)digits);
		numbers++;
	}
	if (numbers > PATTERN_NUMBERS || is_literal)
		return false;
	cell->pattern = pattern_read(json_is_array(source) ? cell->written.data : NULL);
	return true;
}

/* A text that a pattern cannot have stands alone. */
static bool read_literal(struct cell *cell)
{
	const struct json *piece = json_first(json_member(cell->tree, "source"));

	if (!json_text(piece) || json_next(piece))
		return false;
	text_clear(&cell->written);
	text_add_char(&cell->written, PATTERN_LITERAL);
	text_add(&cell->written, json_text(piece));
	cell->pattern = pattern_read(cell->written.data);
	return true;
}

/* Its labels are those of a sample that has no value yet. */
static bool read_cell(struct cell *cell, const struct json *tree)
{
	struct text line = TEXT_INIT;
	const char *why;

	*cell = (struct cell){ .tree = tree, .written = TEXT_INIT };
	json_add_value(&line, NULL, json_member(tree, "of"));
	cell->record = record_parse((struct slice){ line.data, line.data + line.length }, &why);
	text_release(&line);
	if (!cell->record || (!read_source(cell) && !read_literal(cell)))
		return false;
	sample_read(&cell->sample, cell->record);
	rewind_cell(cell);
	return cell->sample.metric &&
	       (cell->sample.bound != BOUND_NONE || !record_has(cell->record, "bound"));
}

/* Not known where the list is not there; false when it ends too early. */
static bool take_number(struct given *given, double absent, double *value)
{
	*value = absent;
	return !given->is_there || column_next(&given->column, value);
}

static bool take_digits(struct cell *cell, size_t place, uint64_t *number)
{
	double value;

	if (place >= cell->number_count || !take_number(&cell->numbers[place], -1, &value) ||
		!(value >= 0 && value < 1e15 && value == trunc(value)))
		return false;
	*number = (uint64_t)value;
	return true;
}

static bool take_sample(struct cell *cell, uint64_t numbers[PATTERN_NUMBERS])
{
	struct sample *sample = &cell->sample;

	for (size_t i = 0; i < cell->pattern.number_count; i++)
		if (!take_digits(cell, i, &numbers[i]))
			return false;
	return take_number(&cell->run, NAN, &sample->run) &&
	       take_number(&cell->resolution, NAN, &sample->resolution) &&
	       take_number(&cell->value, NAN, &sample->value) && !isnan(sample->value);
}

static void give(struct partial *partial, struct cell *cell, const uint64_t *numbers,
	const struct partial_sink *sink)
{
	text_clear(&partial->source);
	if (cell->pattern.text)
		pattern_add_text(&cell->pattern, numbers, &partial->source);
	cell->sample.source = cell->pattern.text ? partial->source.data : NULL;
	sink->take(&cell->sample, cell->record, sink->context);
}

static bool is_over(const struct given *given)
{
	return !given->is_there || column_is_over(&given->column);
}

/* No list has more than what was taken of it. */
static bool all_are_over(const struct partial *partial)
{
	for (size_t i = 0; i < partial->cell_count; i++) {
		const struct cell *cell = &partial->cells[i];

		if (!is_over(&cell->run) || !is_over(&cell->value) || !is_over(&cell->resolution))
			return false;
		for (size_t number = 0; number < cell->number_count; number++)
			if (!is_over(&cell->numbers[number]))
				return false;
	}
	return true;
}

/* Takes all samples once; without a sink only to see whether they are there. */
static bool take_all(struct partial *partial, const struct partial_sink *sink)
{
	struct column order = column_of(partial->order);
	uint64_t numbers[PATTERN_NUMBERS] = { 0 };
	double number;

	for (size_t i = 0; i < partial->cell_count; i++)
		rewind_cell(&partial->cells[i]);
	for (size_t i = 0; i < partial->n; i++) {
		struct cell *cell;

		if (!column_next(&order, &number) || !(number >= 0) ||
			!(number < (double)partial->cell_count))
			return false;
		cell = &partial->cells[(size_t)number];
		if (!take_sample(cell, numbers))
			return false;
		if (sink)
			give(partial, cell, numbers, sink);
	}
	return column_is_over(&order) && all_are_over(partial);
}

static const char *read_cells(struct partial *partial, const struct json *list)
{
	partial->cells = memory_allocate(json_count(list), sizeof *partial->cells);
	for (const struct json *tree = json_first(list); tree; tree = json_next(tree))
		if (!read_cell(&partial->cells[partial->cell_count++], tree))
			return "a partial whose labels or sources are none of samples";
	return NULL;
}

static void release(struct partial *partial)
{
	for (size_t i = 0; i < partial->cell_count; i++) {
		record_free(partial->cells[i].record);
		text_release(&partial->cells[i].written);
	}
	free(partial->cells);
	text_release(&partial->source);
}

const char *partial_read(struct record *record, const struct partial_sink *sink)
{
	const struct json *tree = record_tree(record);
	double n = record_number(record, "n");
	struct partial partial = { .source = TEXT_INIT, .order = json_member(tree, "order") };
	const char *why;

	if (!(n >= 0 && n <= MOST_SAMPLES))
		return "a partial without a count of its samples, or of over 65536";
	partial.n = (size_t)n;
	why = read_cells(&partial, json_member(tree, "cells"));
	if (!why && !take_all(&partial, NULL))
		why = "a partial whose lists are not of its samples";
	if (!why)
		take_all(&partial, sink);
	release(&partial);
	return why;
}

bool partial_keeps(const struct record *record, const char *field)
{
	struct strings fields = { 0 };
	bool keeps = false;

	record_add_strings(&fields, record, "fields");
	for (size_t i = 0; i < fields.count; i++)
		keeps = keeps || strcmp(fields.items[i], field) == 0;
	free(fields.items);
	return keeps;
}
