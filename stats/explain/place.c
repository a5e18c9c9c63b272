/* SPDX-License-Identifier: GPL-3.0-or-later */
/* place - the step about a cell's place in the ranking of its metric */
#include "stats/explain/place.h"

#include <string.h>

/* "Kata: cached" is of Kata. */
static bool is_of_system(const char *left_out, const char *system)
{
	size_t length = strlen(system);

	return strncmp(left_out, system, length) == 0 && left_out[length] == ':';
}

static void tell_pairs(
	struct steps *steps, const struct summary *summary, const struct ranking *ranking)
{
	struct text line = TEXT_INIT;

	for (size_t i = 0; i < ranking->pair_count; i++) {
		const struct pair *pair = &ranking->pairs[i];

		if (!same_label(pair->a, summary->system) && !same_label(pair->b, summary->system))
			continue;
		text_add_format(&line, "%s %s %s: %s", pair->a, relation_sign(pair->relation),
			pair->b, pair->evidence ? pair->evidence : "no more is said");
		steps_go_on(steps, &line);
	}
}

static void tell_left_out(
	struct steps *steps, const struct summary *summary, const struct ranking *ranking)
{
	struct text line = TEXT_INIT;

	for (size_t i = 0; summary->system && i < ranking->left_out.count; i++) {
		if (!is_of_system(ranking->left_out.items[i], summary->system))
			continue;
		text_add_format(&line, "Left out: %s", ranking->left_out.items[i]);
		steps_go_on(steps, &line);
	}
}

void tell_place(struct steps *steps, const struct summary *summary, const struct ranking *ranking)
{
	static const char *const directions[] = {
		[BETTER_NEITHER] = "",
		[BETTER_HIGHER] = " (more is better)",
		[BETTER_LOWER] = " (less is better)",
	};
	struct text line = TEXT_INIT;

	if (!ranking)
		return;
	text_add_format(&line, "Ranking: %s%s",
		*ranking->chain ? ranking->chain : "no system has a place",
		directions[ranking->better]);
	text_add_format(&line,
		", margin %g %%, all pairs together wrong in at most %g %% of cases.",
		100 * ranking->delta, 100 * ranking->alpha);
	steps_begin(steps, &line);
	if (ranking->pair_count == 0) {
		text_add(&line, "There are no two systems to compare.");
		steps_go_on(steps, &line);
	}
	tell_left_out(steps, summary, ranking);
	tell_pairs(steps, summary, ranking);
	for (size_t i = 0; i < ranking->reasons.count; i++) {
		text_add(&line, ranking->reasons.items[i]);
		steps_go_on(steps, &line);
	}
}
