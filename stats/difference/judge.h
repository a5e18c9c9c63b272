/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * judge - what became of cells and tests from before to after, and why
 */
#ifndef STATS_DIFFERENCE_JUDGE_H
#define STATS_DIFFERENCE_JUDGE_H

#include "core/text.h"
#include "stats/difference/pairings.h"
#include "stats/methods/policy.h"

struct terms {
	const struct policy *policy;
	size_t cells; /* that share alpha, so that all of them together err in it at most (Bonferroni) */
};

/* Whether a cell has repeats on both sides that can be compared: then it takes its share of alpha. */
bool shares_alpha(const struct pairing *cell);

/* Whether a cell was measured on both sides. */
bool is_on_both_sides(const struct pairing *cell);

/* Each adds the difference record, and returns its verdict. */
enum change judge_cell(const struct pairing *cell, const struct terms *terms, struct text *out);
enum change judge_test(const struct pairing *test, struct text *out);

#endif
