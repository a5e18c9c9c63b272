/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * series - whether one run reached a steady state, from its intervals, and why that is said
 */
#ifndef STATS_METHODS_SERIES_H
#define STATS_METHODS_SERIES_H

#include <stddef.h>

#include "core/record/kinds.h"
#include "core/text.h"
#include "stats/methods/interval.h"

/* Fewer intervals are too few to judge; fewer of them than SERIES_ENOUGH are never sure. */
enum { SERIES_LEAST = 20, SERIES_ENOUGH = 60 };

enum steadiness {
	STEADY,
	STEADY_UNDECIDED, /* the data cannot tell */
	STEADY_NOT,
	STEADY_TOO_SHORT, /* fewer than SERIES_LEAST intervals */
};

/* "Steady", "Steady?", "Not steady", "Too short" */
const char *steadiness_name(enum steadiness steadiness);

/* The intervals of one run, in time order. */
struct course {
	const double *values;
	size_t n;        /* >= 1 */
	double interval; /* seconds of one; NaN: not known */
	double tau;      /* a change of level that matters, as a share */
	enum better better;
};

/* In the values' unit, where they have one; all but cut of the n - cut values behind the cut. */
struct steadiness_found {
	enum steadiness verdict;
	size_t cut; /* leading values set aside */
	double mean;
	double sd;          /* NaN for one value, as all that follows */
	struct interval ci; /* 95 %, of the mean */
	double effective_n; /* how many independent values they are worth, as AR(1) */
	double r;           /* lag-1 autocorrelation */
};

/*
 * The verdict on the intervals of one run. A transient is set aside first
 * (find_transient). Not steady: there is no end to it, or what remains has a trend or a
 * step, or its five windows are apart beyond SNIA's limits and beyond noise.
 * Steady: nothing of that, SERIES_ENOUGH values, worth SERIES_LEAST independent
 * ones, no negative one, and a drift of more than 12 % (1.2 tau, if that is more)
 * excluded at 98 %, one-sided. Otherwise undecided. Adds the reasons, each ended by a
 * newline.
 */
struct steadiness_found judge_series(const struct course *course, struct text *reasons);

#endif
