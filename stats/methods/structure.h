/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * structure - what n values in run order do besides scattering, pure functions
 *
 * All look at y = ln x, so that sizes are relative: an effect of 0.05 is 5 %.
 * Each needs a practical size (the margin tau) besides its p-value, so that
 * nothing fires on a trifle however sure. A value that has too few others to
 * be judged by gives a finding that is not found.
 */
#ifndef STATS_METHODS_STRUCTURE_H
#define STATS_METHODS_STRUCTURE_H

#include <stdbool.h>
#include <stddef.h>

/* Found when n suffices, the effect is more than least and p below p_limit. */
struct finding {
	bool found;
	double effect;    /* signed, of ln x */
	double p;         /* NaN when n does not suffice */
	size_t at;        /* the value it is about, or the first behind a step, from 0 */
	double statistic; /* that p is of: Student's t with df degrees of freedom, or normal */
	double df;        /* NaN: normal */
	size_t needs;     /* n that suffices */
	double least;
	double p_limit;
	double kendall_p; /* of a trend with n >= 10, which must be below .01; NaN: not looked at */
};

/*
 * Whether the first of n >= 3 values stands apart from the rest: a prediction
 * interval (e.g. Hahn and Meeker 1991, 4.8) at .05 for n = 3, .01 above, and
 * more than max(tau, 5 %) away. floor is the least sd that rounding leaves.
 */
struct finding find_first_apart(const double *y, size_t n, double floor, double tau);

/* The same of a value and two others or more, of which this is known. */
struct others {
	size_t n;
	double mean;
	double sd;
};
struct finding first_apart(double y, const struct others *others, double floor, double tau);

/*
 * A straight drift over n >= 4 values: least squares with p < .01, .005 from n = 6 on, and more than
 * tau from end to end; for n >= 10 Mann (1945) and Kendall's test must agree (of more than
 * 1000 values it is only asked then).
 */
struct finding find_trend(const double *y, size_t n, double tau);

/*
 * The split of n values, least >= 1 or more a side and n >= 2 least + 1, whose two
 * means explain most: their difference, and its p by the pooled t, the search not
 * reckoned with. Not found yet: that is the caller's to say.
 */
struct finding largest_step(const double *y, size_t n, size_t least);

/* A change of level with three values or more a side, n >= 8: pooled t, p < .005 / (n - 5). */
struct finding find_step(const double *y, size_t n, double tau);

/*
 * One value far from the others, n >= 4: externally studentized residual,
 * Bonferroni .01 / n (Grubbs 1950), and more than 2 tau away.
 */
struct finding find_outlier(const double *y, size_t n, double floor, double tau);

/*
 * Two groups of two values or more, n >= 6, apart by more than tau and by four
 * times their pooled sd, more when there are few (t, p < .001): effect is the gap, at is 0.
 */
struct finding find_two_modes(const double *y, size_t n, double tau);

/* The same, of values in ascending order. */
struct finding two_modes_of_sorted(const double *ascending, size_t n, double tau);

/*
 * Neighbours alike, or unlike, n >= 10: von Neumann's ratio (1941) by Bartels'
 * normal approximation (1982), two-sided p < .01. effect is the lag-1
 * autocorrelation.
 */
struct finding find_serial_dependence(const double *y, size_t n);

/* Lag-1 autocorrelation of n >= 2 values, as NIST defines it; 0 when all are equal. */
double lag1_autocorrelation(const double *values, size_t n);

/* The same of values whose mean is known. */
double lag1_autocorrelation_about(double center, const double *values, size_t n);

/*
 * How many independent values n values with lag-1 autocorrelation r are worth,
 * n (1 - r) / (1 + r) (AR(1)), never more than n nor less than 2.
 */
double effective_sample_size(size_t n, double r);

#endif
