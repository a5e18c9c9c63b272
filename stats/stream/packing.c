/* SPDX-License-Identifier: GPL-3.0-or-later */
/* packing - samples of a stream as partial records, in which they take little room */
#include "stats/stream/packing.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "stats/repeats/group_keys.h"
#include "stats/stream/column.h"

static void begin(struct packing *packing)
{
	places_init(&packing->places);
	forms_init(&packing->forms);
	packing->count = 0;
}

void packing_init(struct packing *packing, const struct strings *fields)
{
	*packing = (struct packing){
		.fields = fields,
		.rows = memory_allocate(PACKING_ROWS, sizeof *packing->rows),
		.key = TEXT_INIT,
	};
	begin(packing);
}

static void add_of(struct packing *packing, const struct packed_cell *cell, struct text *out)
{
	const struct place *place = &packing->places.items[cell->place];
	const struct form *form = &packing->forms.items[cell->form];

	json_open(out, "of", '{');
	sample_add_labels(out, &(struct sample){
				       .system = place->system,
				       .test = place->test,
				       .part = place->part,
				       .metric = place->metric,
				       .unit = place->unit,
				       .better = place->better,
				       .bound = form->bound,
				       .cached = form->cached,
				       .set_aside = form->set_aside,
				       .exceptional = form->exceptional,
			       });
	for (size_t i = 0; place->fields && i < packing->fields->count; i++) {
		const char *field = packing->fields->items[i];
		char *json = group_key_field(place->fields, packing->fields, field);

		if (json) {
			json_add_name(out, field);
			text_add(out, json);
		}
		free(json);
	}
	json_close(out, '}');
}

/* Texts as they are, and for each number between them how many digits it has at least. */
static void add_source(const struct pattern *pattern, struct text *out)
{
	json_open(out, "source", '[');
	for (size_t i = 0; i <= pattern->number_count; i++) {
		struct slice text = pattern_part(pattern, i);

		if (!slice_is_empty(text))
			json_add_slice(out, NULL, text);
		if (i < pattern->number_count)
			json_add_integer(out, NULL, (long long)pattern_digits(pattern, i));
	}
	json_close(out, ']');
}

static void add_numbers(const struct packed_row *const *rows, size_t count, size_t numbers,
	double *column, struct text *out)
{
	json_open(out, "numbers", '[');
	for (size_t number = 0; number < numbers; number++) {
		for (size_t i = 0; i < count; i++)
			column[i] = (double)rows[i]->numbers[number];
		column_write(out, NULL, column, count);
	}
	json_close(out, ']');
}

static void add_runs(
	const struct packed_row *const *rows, size_t count, double *column, struct text *out)
{
	bool any = false;

	for (size_t i = 0; i < count; i++) {
		column[i] = rows[i]->run;
		any |= !isnan(column[i]);
	}
	if (any)
		column_write(out, "run", column, count);
}

static void add_resolutions(
	const struct packed_row *const *rows, size_t count, double *column, struct text *out)
{
	bool any = false;

	for (size_t i = 0; i < count; i++) {
		column[i] = rows[i]->resolution;
		any |= column[i] > 0;
	}
	if (any)
		column_write(out, "resolution", column, count);
}

static void add_cell(struct packing *packing, const struct packed_cell *cell,
	const struct packed_row *const *rows, struct text *out)
{
	const struct pattern *pattern = &packing->forms.items[cell->form].pattern;
	double *column = memory_allocate(cell->count, sizeof *column);

	json_open(out, NULL, '{');
	add_of(packing, cell, out);
	add_runs(rows, cell->count, column, out);
	for (size_t i = 0; i < cell->count; i++)
		column[i] = rows[i]->value;
	column_write(out, "value", column, cell->count);
	add_resolutions(rows, cell->count, column, out);
	if (pattern->text) {
		add_source(pattern, out);
		add_numbers(rows, cell->count, pattern->number_count, column, out);
	}
	json_close(out, '}');
	free(column);
}

/* The rows by cell, those of each as they came; the caller frees the list. */
static const struct packed_row **rows_by_cell(const struct packing *packing)
{
	const struct packed_row **rows = memory_allocate(packing->count, sizeof *rows);
	size_t *places = memory_allocate(packing->index.count + 1, sizeof *places);

	for (size_t i = 0; i < packing->index.count; i++)
		places[i + 1] = places[i] + packing->cells[i].count;
	for (size_t i = 0; i < packing->count; i++)
		rows[places[packing->rows[i].cell]++] = &packing->rows[i];
	free(places);
	return rows;
}

static void add_order(const struct packing *packing, struct text *out)
{
	double *order = memory_allocate(packing->count, sizeof *order);

	for (size_t i = 0; i < packing->count; i++)
		order[i] = (double)packing->rows[i].cell;
	column_write(out, "order", order, packing->count);
	free(order);
}

static void release_batch(struct packing *packing)
{
	places_release(&packing->places);
	forms_release(&packing->forms);
	index_release(&packing->index);
}

void packing_flush(struct packing *packing, struct text *out)
{
	const struct packed_row **rows, **next;

	if (packing->count == 0)
		return;
	next = rows = rows_by_cell(packing);
	partial_begin(out, packing->fields, packing->count);
	add_order(packing, out);
	json_open(out, "cells", '[');
	for (size_t i = 0; i < packing->index.count; i++) {
		add_cell(packing, &packing->cells[i], next, out);
		next += packing->cells[i].count;
	}
	json_close(out, ']');
	partial_end(out);
	free(rows);
	release_batch(packing);
	begin(packing);
}

static size_t cell_of(struct packing *packing, size_t place, size_t form)
{
	size_t last = packing->cell_of_place[place];
	const size_t key[] = { place, form };
	size_t known = packing->index.count;
	size_t number;

	if (last != SIZE_MAX && packing->cells[last].form == form)
		return last;
	number = index_add(&packing->index,
		(struct slice){ (const char *)key, (const char *)key + sizeof key });
	if (number == known) {
		packing->cells = memory_reserve_one(
			packing->cells, number, &packing->cell_capacity, sizeof *packing->cells);
		packing->cells[number] = (struct packed_cell){ .place = place, .form = form };
	}
	packing->cell_of_place[place] = number;
	return number;
}

/* The fields that samples keep beside their labels, as keys have them; NULL: none. */
static const char *kept_fields(struct packing *packing, const struct record *record)
{
	if (packing->fields->count == 0)
		return NULL;
	text_clear(&packing->key);
	group_key(&packing->key, packing->fields, record);
	return packing->key.data;
}

static size_t place_of(
	struct packing *packing, const struct sample *sample, const struct record *record)
{
	size_t known = packing->places.index.count;
	size_t place = places_take(&packing->places, sample, kept_fields(packing, record));

	if (place == known) {
		packing->cell_of_place = memory_reserve_one(packing->cell_of_place, known,
			&packing->place_capacity, sizeof *packing->cell_of_place);
		packing->cell_of_place[place] = SIZE_MAX;
	}
	return place;
}

void packing_add(struct packing *packing, const struct sample *sample, const struct record *record,
	struct text *out)
{
	struct packed_row *row = &packing->rows[packing->count];
	size_t place = place_of(packing, sample, record);
	size_t last = packing->cell_of_place[place];
	size_t guess = last == SIZE_MAX ? 0 : packing->cells[last].form;

	*row = (struct packed_row){
		.run = sample->run,
		.resolution = sample->resolution > 0 ? sample->resolution : 0,
		.value = sample->value,
	};
	row->cell = cell_of(
		packing, place, forms_take(&packing->forms, sample, guess, row->numbers));
	packing->cells[row->cell].count++;
	if (++packing->count == PACKING_ROWS)
		packing_flush(packing, out);
}

bool packing_take(struct packing *packing, const struct record *record, struct text *out)
{
	struct sample sample;

	if (record->kind == RECORD_SAMPLE && !record_has(record, "time") &&
		!sample_read(&sample, record) && !has_odd_label(&sample, record)) {
		packing_add(packing, &sample, record, out);
		return true;
	}
	packing_flush(packing, out);
	return false;
}

void packing_release(struct packing *packing)
{
	release_batch(packing);
	free(packing->cells);
	free(packing->cell_of_place);
	free(packing->rows);
	text_release(&packing->key);
}
