/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * steadiness - whether a run keeps its level behind a transient, and the words for that
 */
#ifndef STATS_METHODS_STEADINESS_H
#define STATS_METHODS_STEADINESS_H

#include <stddef.h>

#include "core/text.h"
#include "stats/methods/series.h"

/* A run as it is judged: as shares of its mean, so that no unit matters and nothing overflows. */
struct judging {
	const struct course *course;
	const double *values; /* behind the cut */
	size_t n;
	double caution; /* what every p is held to, as a share of its usual limit: 1 or less */
	struct steadiness_found *found;
	struct text *reasons;
};

/* The larger of two verdicts holds. */
void judging_conclude(struct judging *judging, enum steadiness verdict);

/* "12 s", or "12 intervals" where nobody knows how long one is. */
void add_span(struct text *out, const struct course *course, size_t intervals);

/* "+12 %" */
void add_percent_signed(struct text *out, double share);

/* Trend, step, windows, and whether there is evidence enough; n >= 14, the moments are known. */
void judge_plateau(struct judging *judging);

#endif
