/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * transient - where a series of intervals within a run reaches its level, pure functions
 */
#ifndef STATS_METHODS_TRANSIENT_H
#define STATS_METHODS_TRANSIENT_H

#include <stdbool.h>
#include <stddef.h>

/*
 * How many leading values to leave out so that the mean of the others has the
 * least standard error, at most `most` < n: MSER-5 (White 1997; White, Cobb,
 * Spratt 2000), on means of five, hence a multiple of five. n >= 5.
 */
size_t mser5(const double *values, size_t n, size_t most);

struct transient {
	size_t cut;    /* leading values that are no steady state; 0: none */
	double effect; /* their mean over that of the others, less 1; may be infinite */
	double p;
	bool lasts; /* they are more than a third: there is no steady state */
};

/*
 * What of n >= 20 values, none below 0, is a transient: where MSER-5, which looks
 * at the first half, cuts; if the levels before and behind differ by more than
 * tau, and by Student's t on the long-run variance of what is behind with p <
 * sure. A cut beyond a third that is not so from the third on is looked for anew
 * within the third: with few or smooth values the least error often lies too far.
 */
struct transient find_transient(const double *values, size_t n, double tau, double sure);

#endif
