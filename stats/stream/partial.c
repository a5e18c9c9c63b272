/* SPDX-License-Identifier: GPL-3.0-or-later */
/* partial - the samples of a partial record, as they were */
#include "stats/stream/partial.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "core/record/element.h"
#include "stats/stream/column.h"
#include "stats/stream/partial_text.h"

enum { MOST_SAMPLES = 65536 }; /* a list of a few bytes may stand for any number */

/* Samples of the same labels. */
struct cell {
	const struct cell_text *text;
	struct record *record; /* the samples' further fields */
	struct sample sample;
	struct text written;    /* the pattern's text */
	struct pattern pattern; /* of their sources, if they have any */
	size_t count;           /* of the samples */
	size_t given;           /* of these, how many were given to the sink */
	double *runs;           /* of each */
	double *values;
	double *resolutions;
	double *numbers[PATTERN_NUMBERS]; /* of its source */
};

struct partial {
	struct partial_text text;
	struct cell *cells;
	double *cell_of; /* of each sample, its number */
	struct text source;
};

static bool is_list(struct slice value)
{
	return value.start && *value.start == '[';
}

/* Texts and, between them, how many digits a number has at least. */
static bool read_pattern(struct cell *cell, const struct json *source)
{
	static const char own[] = { PATTERN_NUMBER, PATTERN_LITERAL, '\0' };
	bool is_literal = false;
	size_t numbers = 0;

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
	return numbers <= PATTERN_NUMBERS && !is_literal;
}

/* A text that a pattern cannot have stands alone. */
static bool read_literal(struct cell *cell, const struct json *source)
{
	const struct json *piece = json_first(source);

	if (!json_text(piece) || json_next(piece))
		return false;
	text_clear(&cell->written);
	text_add_char(&cell->written, PATTERN_LITERAL);
	text_add(&cell->written, json_text(piece));
	return true;
}

static bool read_source(struct cell *cell)
{
	struct slice list = cell->text->source;
	struct json *source = is_list(list) ? json_parse(list, NULL) : NULL;
	bool is_read = !source || read_pattern(cell, source) || read_literal(cell, source);

	json_free(source);
	if (is_read && source)
		cell->pattern = pattern_read(cell->written.data);
	return is_read;
}

/* Its labels are those of a sample that has no value yet. */
static bool read_labels(struct cell *cell)
{
	const char *why;

	cell->record = cell->text->of.start ? record_parse(cell->text->of, &why) : NULL;
	if (!cell->record)
		return false;
	sample_read(&cell->sample, cell->record);
	return cell->sample.metric &&
	       (cell->sample.bound != BOUND_NONE || !record_has(cell->record, "bound"));
}

/* Not known where the list is not there; NULL when it has not so many. */
static double *read_list(struct slice list, size_t count)
{
	double *numbers = memory_resize(NULL, count, sizeof *numbers);

	for (size_t i = 0; i < count; i++)
		numbers[i] = NAN;
	if (!is_list(list) || column_read(list, numbers, count))
		return numbers;
	free(numbers);
	return NULL;
}

static bool are_digits(const double *numbers, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!(numbers[i] >= 0 && numbers[i] < 1e15 && numbers[i] == trunc(numbers[i])))
			return false;
	return true;
}

static bool are_known(const double *numbers, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (isnan(numbers[i]))
			return false;
	return true;
}

static bool read_numbers(struct cell *cell)
{
	for (size_t i = 0; i < PATTERN_NUMBERS; i++) {
		size_t count = i < cell->pattern.number_count ? cell->count : 0;

		cell->numbers[i] = read_list(cell->text->numbers[i], count);
		if (!cell->numbers[i] || !are_digits(cell->numbers[i], count))
			return false;
	}
	return true;
}

static bool read_lists(struct cell *cell)
{
	cell->runs = read_list(cell->text->run, cell->count);
	cell->values = read_list(cell->text->value, cell->count);
	cell->resolutions = read_list(cell->text->resolution, cell->count);
	return cell->runs && cell->values && cell->resolutions &&
	       are_known(cell->values, cell->count) && read_numbers(cell);
}

static bool read_order(struct partial *partial, size_t n)
{
	partial->cell_of = read_list(partial->text.order, n);
	for (size_t i = 0; partial->cell_of && i < n; i++) {
		double cell = partial->cell_of[i];

		if (!(cell >= 0 && cell < (double)partial->text.cell_count))
			return false;
		partial->cells[(size_t)cell].count++;
	}
	return partial->cell_of;
}

static bool read_cells(struct partial *partial)
{
	size_t count = partial->text.cell_count;

	partial->cells = memory_allocate(count, sizeof *partial->cells);
	for (size_t i = 0; i < count; i++)
		partial->cells[i] = (struct cell){ .text = &partial->text.cells[i],
			.written = TEXT_INIT };
	for (size_t i = 0; i < count; i++)
		if (!read_labels(&partial->cells[i]) || !read_source(&partial->cells[i]))
			return false;
	return true;
}

static bool read_samples(struct partial *partial, size_t n)
{
	if (!read_order(partial, n))
		return false;
	for (size_t i = 0; i < partial->text.cell_count; i++)
		if (!read_lists(&partial->cells[i]))
			return false;
	return true;
}

static void give_next(struct partial *partial, struct cell *cell, const struct partial_sink *sink)
{
	uint64_t numbers[PATTERN_NUMBERS] = { 0 };
	size_t place = cell->given++;

	for (size_t i = 0; i < cell->pattern.number_count; i++)
		numbers[i] = (uint64_t)cell->numbers[i][place];
	text_clear(&partial->source);
	if (cell->pattern.text)
		pattern_add_text(&cell->pattern, numbers, &partial->source);
	cell->sample.source = cell->pattern.text ? partial->source.data : NULL;
	cell->sample.run = cell->runs[place];
	cell->sample.value = cell->values[place];
	cell->sample.resolution = cell->resolutions[place];
	sink->take(&cell->sample, cell->record, sink->context);
}

static void release_cell(struct cell *cell)
{
	for (size_t i = 0; i < PATTERN_NUMBERS; i++)
		free(cell->numbers[i]);
	free(cell->runs);
	free(cell->values);
	free(cell->resolutions);
	record_free(cell->record);
	text_release(&cell->written);
}

static void release(struct partial *partial)
{
	for (size_t i = 0; partial->cells && i < partial->text.cell_count; i++)
		release_cell(&partial->cells[i]);
	free(partial->cells);
	free(partial->cell_of);
	partial_text_release(&partial->text);
	text_release(&partial->source);
}

/* How many samples it says to have; false when it says not, or too many. */
static bool read_count(struct slice n, size_t *count)
{
	struct element element;

	if (!n.start || !element_read(n.start, n.end, &element) || element.type != MEMBER_NUMBER ||
		!(element.number >= 0 && element.number <= MOST_SAMPLES))
		return false;
	*count = (size_t)element.number;
	return true;
}

const char *partial_read(const struct record *record, const struct partial_sink *sink)
{
	struct partial partial = { .text = partial_text_of(record->line), .source = TEXT_INIT };
	const char *why = NULL;
	size_t n;

	if (!read_count(partial.text.n, &n))
		why = "a partial without a count of its samples, or of over 65536";
	else if (!read_cells(&partial))
		why = "a partial whose labels or sources are none of samples";
	else if (!read_samples(&partial, n))
		why = "a partial whose lists are not of its samples";
	for (size_t i = 0; !why && i < n; i++)
		give_next(&partial, &partial.cells[(size_t)partial.cell_of[i]], sink);
	release(&partial);
	return why;
}

bool partial_keeps(const struct record *record, const char *field)
{
	struct partial_text text = partial_text_of(record->line);
	struct json *fields = is_list(text.fields) ? json_parse(text.fields, NULL) : NULL;
	bool keeps = false;

	for (const struct json *item = json_first(fields); item; item = json_next(item))
		keeps = keeps || same_label(json_text(item), field);
	json_free(fields);
	partial_text_release(&text);
	return keeps;
}
