/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * compare - what the repeats on two systems allow to be said, and why
 */
#ifndef STATS_RANKING_COMPARE_H
#define STATS_RANKING_COMPARE_H

#include "core/record.h"
#include "stats/methods/comparison.h"
#include "stats/ranking/contestant.h"

/* What two systems are held to. */
struct pair_policy {
	double delta;      /* ratios within 1 + delta are as good as equal */
	double alpha;      /* how often a family may err in any pair */
	double pair_alpha; /* how often a pair may */
};

struct comparison {
	size_t a, b; /* places in the family */
	enum relation relation;
	struct interval difference; /* of logarithms; NaN: none, for want of runs */
	double ratio;               /* NaN: beyond what a double holds */
	double ci[2];               /* likewise, or no interval */
	char *evidence;
};

/* Compares a with b; the places are the caller's to fill, the evidence to free. */
struct comparison compare(
	const struct contestant *a, const struct contestant *b, const struct pair_policy *policy);

#endif
