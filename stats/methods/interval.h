/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * interval - how far a mean and a standard deviation are known, pure functions
 */
#ifndef STATS_METHODS_INTERVAL_H
#define STATS_METHODS_INTERVAL_H

#include <stddef.h>

struct interval {
	double low;
	double high;
};

/*
 * Student's two-sided interval of the mean of n >= 2 normal values, e.g. at
 * level 0.95 (R's t.test). In the unit of mean and sd.
 */
struct interval mean_interval(double mean, double sd, size_t n, double level);

/*
 * One-sided bounds of a normal's standard deviation, each at level (0.95):
 * sd * sqrt((n-1) / chi2) from n >= 2 values (e.g. Hahn and Meeker 1991, 4.4).
 */
struct interval sd_bounds(double sd, size_t n, double level);

#endif
