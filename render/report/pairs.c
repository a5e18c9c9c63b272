/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pairs - how any two systems compare on a metric */
#include "render/report/pairs.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_LISTED = 10 }; /* pairs: those of five systems */

bool pairs_are_many(const struct ranking *ranking)
{
	return ranking->pair_count > MOST_LISTED;
}

/* The evidence begins with what the other columns say: "A / B = 0.3, 95 % interval ...; the rest". */
const char *pairs_remark(const char *evidence, const char *a, const char *b)
{
	struct text beginning = TEXT_INIT;

	text_add_format(&beginning, "%s / %s = ", a, b);
	if (strncmp(evidence, beginning.data, beginning.length) == 0) {
		evidence = strstr(evidence + beginning.length, "; ");
		evidence = evidence ? evidence + strlen("; ") : "";
	}
	text_release(&beginning);
	return evidence;
}

static const char *remark_of(const struct pair *pair)
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
		grid_add_number(grid, pair->ratio, 3);
		if (isnan(pair->ci[0]))
			grid_add_cell(grid, NULL);
		else
			grid_add_cell_format(grid, "%.3g to %.3g", pair->ci[0], pair->ci[1]);
		grid_add_cell(grid, remark_of(pair));
	}
}

static size_t place_of(const struct strings *systems, const char *system)
{
	size_t place = 0;

	while (place < systems->count && strcmp(systems->items[place], system) != 0)
		place++;
	return place;
}

static void add_system(struct strings *systems, const char *system)
{
	if (place_of(systems, system) == systems->count)
		strings_add(systems, system);
}

static void add_comparison(
	struct grid *grid, const struct ranking *ranking, const char *row, const char *column)
{
	for (size_t i = 0; i < ranking->pair_count; i++) {
		const struct pair *pair = &ranking->pairs[i];
		bool as_it_is = strcmp(pair->a, row) == 0 && strcmp(pair->b, column) == 0;
		bool mirrored = strcmp(pair->b, row) == 0 && strcmp(pair->a, column) == 0;
		enum relation relation = mirrored ? relation_mirrored(pair->relation)
						  : pair->relation;
		double ratio = mirrored ? 1 / pair->ratio : pair->ratio;

		if (!as_it_is && !mirrored)
			continue;
		if (isnan(ratio))
			grid_add_cell(grid, relation_sign(relation));
		else
			grid_add_cell_format(grid, "%s %.3g", relation_sign(relation), ratio);
		grid_set_value(grid, ratio);
		return;
	}
	grid_add_cell(grid, NULL);
}

/* In the chain's order where the letters have it, else as the pairs come. */
static struct strings systems_of(const struct ranking *ranking)
{
	struct strings systems = { 0 };

	for (size_t i = 0; i < ranking->letter_count; i++)
		add_system(&systems, ranking->letters[i].system);
	for (size_t i = 0; i < ranking->pair_count; i++) {
		add_system(&systems, ranking->pairs[i].a);
		add_system(&systems, ranking->pairs[i].b);
	}
	return systems;
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
	struct strings systems = systems_of(ranking);

	grid_add_column(grid, "Row / column", GRID_NAME);
	for (size_t i = 0; i < systems.count; i++)
		grid_add_column(grid, systems.items[i], GRID_NUMBER);
	if (ranking->letter_count)
		grid_add_column(grid, "Letters", GRID_TEXT);
	for (size_t row = 0; row < systems.count; row++) {
		grid_add_cell(grid, systems.items[row]);
		for (size_t column = 0; column < systems.count; column++)
			add_comparison(grid, ranking, systems.items[row], systems.items[column]);
		if (ranking->letter_count)
			grid_add_cell(grid, pairs_letters(ranking, systems.items[row]));
	}
	free(systems.items);
}
