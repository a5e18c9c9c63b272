/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * pairings - which summary of one stream stands against which of another
 *
 * A cell is one metric of one test on one system. A test that failed as a whole
 * has a summary without a metric: that stands against all its metrics.
 */
#ifndef STATS_DIFFERENCE_PAIRINGS_H
#define STATS_DIFFERENCE_PAIRINGS_H

#include "core/index.h"
#include "stats/stream/rankings.h"

enum occasion { BEFORE, AFTER, OCCASIONS };

struct pairing {
	const struct summary *of[OCCASIONS]; /* NULL: there is none then */
	size_t metrics[OCCASIONS];           /* of a whole test: the cells that it has on each */
	size_t test;                         /* the number of the pairing of its whole test */
};

struct pairings {
	struct index index;
	struct pairing *items; /* in the order they first came, a test in front of its metrics */
	size_t capacity;
};

/* A struct pairings is empty when it is all zero. Adds the summaries of an occasion, which are borrowed. */
void pairings_add(
	struct pairings *pairings, enum occasion occasion, const struct rankings *summaries);

/* Whether a pairing is that of a whole test. */
bool is_whole_test(const struct pairings *pairings, const struct pairing *pairing);

/* Whether a cell is missing on an occasion because its whole test failed there. */
bool is_told_by_test(const struct pairings *pairings, const struct pairing *pairing);

void pairings_release(struct pairings *pairings);

#endif
