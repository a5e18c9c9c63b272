/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * stability - whether repeats of one measurement agree
 */
#ifndef STATS_METHODS_STABILITY_H
#define STATS_METHODS_STABILITY_H

#include <stdbool.h>
#include <stddef.h>

#include "stats/methods/policy.h"
#include "stats/methods/structure.h"

/* From good to bad: of two verdicts on the same values the greater one holds. */
enum verdict {
	VERDICT_STABLE,
	VERDICT_UNDECIDED, /* the data cannot tell */
	VERDICT_UNSTABLE,
};

/* "Stable", "Stable?", "Unstable" */
const char *verdict_name(enum verdict verdict);

/* What the spread of ln x says: all without unit. */
struct dispersion {
	double spread;   /* sd of ln x, close to the coefficient of variation */
	double floor;    /* what rounding to the log's resolution alone would spread */
	double at_least; /* one-sided bounds of the true spread, at 1 - alpha */
	double at_most;  /* that of max(spread, floor) */
};

/* The spread of ln x that rounding to resolution alone makes; 0 when that is not known. */
double rounding_spread(const double *values, size_t n, double resolution);
double rounding_spread_at(double mean, double resolution);

/*
 * n >= 2 positive values and their resolution (same unit; 0 or NaN when not
 * known). The floor is resolution / (mean * sqrt(12)), the sd of rounding. It
 * holds up the upper bound alone: rounding can hide a spread, it is no
 * evidence of one.
 */
struct dispersion dispersion_of(const double *values, size_t n, double resolution, double alpha);

/* How the verdict on repeats came about. */
struct judgement {
	size_t n;
	struct margins margins;
	size_t not_positive; /* values without a logarithm: with any, only the verdict follows */
	struct dispersion dispersion; /* n >= 2, as what follows */
	bool is_within_tick; /* of the resolution: then there is no structure to be found */
	struct finding trend;
	struct finding step;
	struct finding modes;
	struct finding outlier;
	struct finding dependence;
	enum verdict by_dispersion;
	enum verdict by_structure;
	enum verdict verdict;
};

/*
 * Judges n >= 1 values in run order. Stable: n >= 3, the spread is at most tau,
 * and no structure is found. Unstable: the spread is more than tau, or a trend,
 * a step or two modes are found. Both at 1 - alpha, one-sided; otherwise
 * undecided. Of an Unstable spread within one tick of the resolution nothing is
 * said but that it is undecided.
 */
struct judgement judge_stability(
	const double *values, size_t n, double resolution, const struct margins *margins);

/*
 * About how many runs would decide by the spread, should that stay what it is;
 * 0: more than RUNS_TO_DECIDE_MOST.
 */
enum { RUNS_TO_DECIDE_MOST = 1000 };
size_t runs_to_decide(const struct judgement *judgement);

/* The share of runs up to which n runs may all have missed a slow mode, at 1 - alpha. */
double blind_spot(size_t n, double alpha);

#endif
