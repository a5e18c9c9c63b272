/* SPDX-License-Identifier: GPL-3.0-or-later */
/* interval - how far a mean and a standard deviation are known */
#include "stats/methods/interval.h"

#include <math.h>

#include "stats/methods/distribution.h"

struct interval mean_interval(double mean, double sd, size_t n, double level)
{
	double t = student_quantile(1 - (1 - level) / 2, (double)n - 1);
	double half = t * sd / sqrt((double)n);

	return (struct interval){ mean - half, mean + half };
}

struct interval sd_bounds(double sd, size_t n, double level)
{
	double df = (double)n - 1;

	return (struct interval){
		.low = sd * sqrt(df / chi_square_quantile(level, df)),
		.high = sd * sqrt(df / chi_square_quantile(1 - level, df)),
	};
}
