/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * classes - the spreads of all series of a kind, and what they say about few runs
 *
 * A series is one metric of one test on one system; its class is the category
 * that the policy gives it.
 */
#ifndef STATS_RANKING_CLASSES_H
#define STATS_RANKING_CLASSES_H

#include "core/experiment.h"
#include "stats/methods/moderation.h"
#include "stats/ranking/family.h"

/* All zero: empty. */
struct classes {
	struct spreads {
		struct level *levels;
		size_t count;
		size_t capacity;
		struct prior prior;
	} of[CATEGORY_COUNT];
};

/*
 * Takes the spreads of a family that was admitted, if more or less of its
 * metric is better. A spread that the clock hides, or of one run, is not known.
 */
void classes_add(struct classes *classes, const struct family *family);

/* When all families are added, whatever their order. */
void classes_fit(struct classes *classes);

/* Moderates the levels of a family by its class, where that is large enough and suits, and says so. */
void classes_moderate(const struct classes *classes, struct family *family);

void classes_release(struct classes *classes);

#endif
