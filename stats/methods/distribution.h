/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * distribution - quantiles, from libRmath (R's own code), known here alone
 *
 * p is a probability from the left, 0 < p < 1; degrees of freedom are > 0 and
 * need not be whole.
 */
#ifndef STATS_METHODS_DISTRIBUTION_H
#define STATS_METHODS_DISTRIBUTION_H

/* Student's t: R's qt(p, df). */
double student_quantile(double p, double degrees_of_freedom);

/* The two-sided tail of Student's t: P(|T| > t), t >= 0. */
double student_tail(double t, double degrees_of_freedom);

/* The two-sided tail of the standard normal: P(|Z| > z), z >= 0. */
double normal_tail(double z);

/* The standard normal: R's pnorm(z), and qnorm(p). */
double normal_probability(double z);
double normal_quantile(double p);

/*
 * Wilcoxon's rank sum statistic of samples of m and n values, as Mann and
 * Whitney count it: R's qwilcox(p, m, n). Remembered by (p, m, n), for it takes
 * milliseconds and megabytes when m and n are tens.
 */
double rank_sum_quantile(double p, double m, double n);

/* Chi-square: R's qchisq(p, df). */
double chi_square_quantile(double p, double degrees_of_freedom);

/* Derivatives of ln gamma, the first, second and third, x > 0: R's digamma, trigamma, psigamma(x, 2). */
double digamma_function(double x);
double trigamma_function(double x);
double tetragamma_function(double x);

/*
 * Studentized range of k >= 2 means: R's qtukey(p, k, df), for df >= 2. It
 * takes a millisecond, so values are remembered by (p, k, df).
 */
double studentized_range_quantile(double p, double k, double degrees_of_freedom);

#endif
