/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * family - the systems compared on one metric of one test
 */
#ifndef STATS_RANKING_FAMILY_H
#define STATS_RANKING_FAMILY_H

#include "core/experiment.h"
#include "core/record.h"
#include "core/text.h"
#include "stats/ranking/compare.h"

struct family {
	const char *test;
	double part;
	const char *metric;
	const char *unit;
	enum better better;
	const char *baseline; /* NULL: none; the others are compared with it, not it with them */
	enum category category;
	double delta;
	double alpha; /* of all pairs together */

	const struct summary **summaries;
	size_t summary_count;
	size_t summary_capacity;

	/* Filled by family_admit(). */
	struct contestant *contestants; /* worst first: the better one is to the right */
	size_t contestant_count;
	struct strings left_out; /* owned: why a system is not ranked */
	struct strings reasons;  /* owned: what was done to the levels before they were compared */

	/* Filled by family_rank(). */
	struct comparison *comparisons; /* of every pair */
	size_t comparison_count;
};

/* Finds who can be ranked, and at which level. */
void family_admit(struct family *family);

/* Compares every two systems admitted, at the family's delta and alpha. */
void family_rank(struct family *family);

/* How the contestants at places a and b, which differ, compare: a RELATION b, in either order. */
enum relation family_relation(const struct family *family, size_t a, size_t b);

/* The ranking record. */
void family_write(const struct family *family, struct text *out);

void family_release(struct family *family);

#endif
