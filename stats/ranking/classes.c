/* SPDX-License-Identifier: GPL-3.0-or-later */
/* classes - the spreads of all series of a kind, and what they say about few runs */
#include "stats/ranking/classes.h"

#include <math.h>
#include <stdlib.h>

#include "core/memory.h"

void classes_add(struct classes *classes, const struct family *family)
{
	struct spreads *spreads = &classes->of[family->category];

	for (size_t i = 0; family->better != BETTER_NEITHER && i < family->contestant_count; i++) {
		const struct level *level = &family->contestants[i].level;

		if (level->n < 2 || level->hidden > 0 || !(level->spread > 0))
			continue;
		spreads->levels = memory_reserve_one(spreads->levels, spreads->count,
			&spreads->capacity, sizeof *spreads->levels);
		spreads->levels[spreads->count++] = *level;
	}
}

/* Sums must not depend, even in their last digit, on the order in which series came. */
static int compare_levels(const void *a, const void *b)
{
	const struct level *x = a;
	const struct level *y = b;

	if (x->spread != y->spread)
		return x->spread < y->spread ? -1 : 1;
	return (x->n > y->n) - (x->n < y->n);
}

void classes_fit(struct classes *classes)
{
	for (size_t i = 0; i < CATEGORY_COUNT; i++) {
		struct spreads *spreads = &classes->of[i];

		if (spreads->count < MODERATION_LEAST_SERIES)
			continue;
		qsort(spreads->levels, spreads->count, sizeof *spreads->levels, compare_levels);
		spreads->prior = prior_of(spreads->levels, spreads->count);
	}
}

static struct level *copy_levels(const struct family *family)
{
	struct level *levels = memory_resize(NULL, family->contestant_count + 1, sizeof *levels);

	for (size_t i = 0; i < family->contestant_count; i++)
		levels[i] = family->contestants[i].level;
	return levels;
}

/* "spread of Kata, Docker moderated over 24 series of disk: typically 2.4 %, d0 = 3.1" */
void classes_moderate(const struct classes *classes, struct family *family)
{
	const struct prior *prior = &classes->of[family->category].prior;
	struct text reason = TEXT_INIT;
	struct level *levels;
	size_t moderated = 0;

	if (!prior->series || family->better == BETTER_NEITHER)
		return;
	levels = copy_levels(family);
	for (size_t i = 0; prior_suits(prior, levels, family->contestant_count) &&
			   i < family->contestant_count;
		i++)
		if (moderate(&family->contestants[i].level, prior))
			text_add_format(&reason, "%s%s", moderated++ ? ", " : "spread of ",
				family->contestants[i].system);
	free(levels);
	if (!moderated)
		return;
	text_add_format(&reason, " moderated over %zu series of %s: typically ", prior->series,
		category_name(family->category));
	text_add_percent(&reason, sqrt(prior->variance));
	text_add_format(&reason, ", d0 = %.1f", prior->degrees_of_freedom);
	strings_add(&family->reasons, text_detach(&reason));
}

void classes_release(struct classes *classes)
{
	for (size_t i = 0; i < CATEGORY_COUNT; i++)
		free(classes->of[i].levels);
	*classes = (struct classes){ 0 };
}
