/* SPDX-License-Identifier: GPL-3.0-or-later */
/* distribution - quantiles, from libRmath (R's own code), known here alone */
#include "stats/methods/distribution.h"

#define MATHLIB_STANDALONE
#include <Rmath.h>
#include <stddef.h>

enum { REMEMBERED = 256 };

double student_quantile(double p, double degrees_of_freedom)
{
	return qt(p, degrees_of_freedom, 1, 0);
}

double student_tail(double t, double degrees_of_freedom)
{
	return 2 * pt(t, degrees_of_freedom, 0, 0);
}

double normal_tail(double z)
{
	return 2 * pnorm(z, 0, 1, 0, 0);
}

double chi_square_quantile(double p, double degrees_of_freedom)
{
	return qchisq(p, degrees_of_freedom, 1, 0);
}

double studentized_range_quantile(double p, double k, double degrees_of_freedom)
{
	static struct {
		double p, k, degrees_of_freedom, quantile;
	} remembered[REMEMBERED];
	static size_t count;
	double quantile;

	for (size_t i = 0; i < count && i < REMEMBERED; i++)
		if (remembered[i].p == p && remembered[i].k == k &&
			remembered[i].degrees_of_freedom == degrees_of_freedom)
			return remembered[i].quantile;
	quantile = qtukey(p, 1, k, degrees_of_freedom, 1, 0);
	remembered[count % REMEMBERED].p = p;
	remembered[count % REMEMBERED].k = k;
	remembered[count % REMEMBERED].degrees_of_freedom = degrees_of_freedom;
	remembered[count % REMEMBERED].quantile = quantile;
	count++;
	return quantile;
}
