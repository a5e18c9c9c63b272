/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pairs - how any two systems compare on a metric */
#include "render/report/pairs.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/index.h"
#include "core/memory.h"

enum {
	MOST_LISTED = 10, /* pairs: those of five systems */
	DIGITS = 3,       /* of a ratio */
};

bool pairs_are_many(const struct ranking *ranking)
{
	return ranking->pair_count > MOST_LISTED;
}

/*
 * The evidence begins with what the other columns say: "A / B = 0.3, 95 % interval ...; the rest".
 * A ratio that no double holds, "10^631.306", they do not.
 */
const char *pairs_remark(const char *evidence, const char *a, const char *b)
{
	struct slice figures = slice_of(evidence);
	const char *rest;

	if (!scan_text(&figures, a) || !scan_text(&figures, " / ") || !scan_text(&figures, b) ||
		!scan_text(&figures, " = "))
		return evidence;
	rest = slice_find(figures, "; ");
	if (rest)
		figures.end = rest;
	if (slice_contains(figures, "10^"))
		return evidence;
	return rest ? rest + strlen("; ") : figures.end;
}

const char *pair_remark(const struct pair *pair)
{
	if (!pair->evidence)
		return NULL;
	return pairs_remark(pairs_remark(pair->evidence, pair->a, pair->b), pair->b, pair->a);
}

/* "95 % interval": of all pairs together. */
static void add_interval_head(struct grid *grid, const struct ranking *ranking)
{
	struct text head = TEXT_INIT;

	if (!isnan(ranking->alpha))
		text_add_format(&head, "%g %% ", 100 * (1 - ranking->alpha));
	text_add(&head, "interval");
	grid_add_column(grid, head.data, GRID_NUMBER);
	text_release(&head);
}

void pairs_fill_list(struct grid *grid, const struct ranking *ranking)
{
	grid_add_column(grid, "Pair", GRID_NAME);
	grid_add_column(grid, "Ratio", GRID_NUMBER);
	add_interval_head(grid, ranking);
	grid_add_column(grid, "Remark", GRID_TEXT);
	for (size_t i = 0; i < ranking->pair_count; i++) {
		const struct pair *pair = &ranking->pairs[i];

		grid_add_cell_format(
			grid, "%s %s %s", pair->a, relation_sign(pair->relation), pair->b);
		grid_add_number(grid, pair->ratio, DIGITS);
		grid_add_range(grid, pair->ci, DIGITS);
		grid_add_cell(grid, pair_remark(pair));
	}
}

/* In the chain's order where the letters have it, else as the pairs come. */
static struct index systems_of(const struct ranking *ranking)
{
	struct index systems = { 0 };

	for (size_t i = 0; i < ranking->letter_count; i++)
		index_add(&systems, slice_of(ranking->letters[i].system));
	for (size_t i = 0; i < ranking->pair_count; i++) {
		index_add(&systems, slice_of(ranking->pairs[i].a));
		index_add(&systems, slice_of(ranking->pairs[i].b));
	}
	return systems;
}

/* How a system compares with another. */
struct entry {
	const struct pair *pair; /* NULL: they were not compared */
	bool is_mirrored;        /* the pair has the other in front */
};

/* Row by row, a row and a column a system; the caller frees it. Of two entries the first counts. */
static struct entry *matrix_of(const struct ranking *ranking, struct index *systems)
{
	size_t k = systems->count;
	struct entry *matrix = memory_allocate(k * k + 1, sizeof *matrix);

	for (size_t i = ranking->pair_count; i-- > 0;) {
		const struct pair *pair = &ranking->pairs[i];
		size_t a = index_add(systems, slice_of(pair->a));
		size_t b = index_add(systems, slice_of(pair->b));

		matrix[b * k + a] = (struct entry){ pair, true };
		matrix[a * k + b] = (struct entry){ pair, false };
	}
	return matrix;
}

static void add_entry(struct grid *grid, const struct entry *entry)
{
	const struct pair *pair = entry->pair;
	struct text text = TEXT_INIT;
	enum relation relation;
	double ratio;

	if (!pair) {
		grid_add_cell(grid, NULL);
		return;
	}
	relation = entry->is_mirrored ? relation_mirrored(pair->relation) : pair->relation;
	ratio = entry->is_mirrored ? 1 / pair->ratio : pair->ratio;
	text_add(&text, relation_sign(relation));
	if (isfinite(ratio)) {
		text_add_char(&text, ' ');
		text_add_significant(&text, ratio, DIGITS);
	}
	grid_add_cell(grid, text.data);
	grid_set_value(grid, isfinite(ratio) ? ratio : NAN);
	text_release(&text);
}

const char *pairs_letters(const struct ranking *ranking, const char *system)
{
	for (size_t i = 0; i < ranking->letter_count; i++)
		if (strcmp(ranking->letters[i].system, system) == 0)
			return ranking->letters[i].letters;
	return NULL;
}

void pairs_fill_matrix(struct grid *grid, const struct ranking *ranking)
{
	struct index systems = systems_of(ranking);
	struct entry *matrix = matrix_of(ranking, &systems);

	grid_add_column(grid, "Row / column", GRID_NAME);
	for (size_t i = 0; i < systems.count; i++)
		grid_add_column(grid, systems.keys[i], GRID_NUMBER);
	if (ranking->letter_count)
		grid_add_column(grid, "Letters", GRID_TEXT);
	for (size_t row = 0; row < systems.count; row++) {
		grid_add_cell(grid, systems.keys[row]);
		for (size_t column = 0; column < systems.count; column++)
			add_entry(grid, &matrix[row * systems.count + column]);
		if (ranking->letter_count)
			grid_add_cell(grid, pairs_letters(ranking, systems.keys[row]));
	}
	free(matrix);
	index_release(&systems);
}
