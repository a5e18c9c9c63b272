/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * contestant - repeats that can be compared with others
 */
#ifndef STATS_RANKING_CONTESTANT_H
#define STATS_RANKING_CONTESTANT_H

#include "core/record.h"
#include "stats/methods/comparison.h"

struct contestant {
	const char *system;
	const struct summary *summary;
	struct level level;
	double *logarithms; /* of its values, ascending; NULL: too few for an interval by ranks */
	bool is_skewed;     /* these */
};

/* NULL, or why the values of a summary make no claim: there are none, they are marked, or not above 0. */
const char *contestant_why_not(const struct summary *summary);

/*
 * Of a summary that can be compared; evidence calls it by the system's name. Both are borrowed;
 * contestant_release() frees its own.
 */
struct contestant contestant_of(const struct summary *summary, const char *system);

void contestant_release(struct contestant *contestant);

#endif
