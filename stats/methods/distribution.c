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

double normal_probability(double z)
{
	return pnorm(z, 0, 1, 1, 0);
}

double normal_quantile(double p)
{
	return qnorm(p, 0, 1, 1, 0);
}

double chi_square_quantile(double p, double degrees_of_freedom)
{
	return qchisq(p, degrees_of_freedom, 1, 0);
}

double digamma_function(double x)
{
	return digamma(x);
}

double trigamma_function(double x)
{
	return trigamma(x);
}

double tetragamma_function(double x)
{
	return tetragamma(x);
}

/* Quantiles of a distribution with two parameters, the last so many asked for. */
struct memory {
	struct {
		double p, a, b, quantile;
	} items[REMEMBERED];
	size_t count;
};

static double recall(struct memory *memory, double p, double a, double b,
	double (*compute)(double, double, double))
{
	size_t place;

	for (size_t i = 0; i < memory->count && i < REMEMBERED; i++)
		if (memory->items[i].p == p && memory->items[i].a == a && memory->items[i].b == b)
			return memory->items[i].quantile;
	place = memory->count++ % REMEMBERED;
	memory->items[place].p = p;
	memory->items[place].a = a;
	memory->items[place].b = b;
	memory->items[place].quantile = compute(p, a, b);
	return memory->items[place].quantile;
}

static double compute_studentized_range(double p, double k, double degrees_of_freedom)
{
	return qtukey(p, 1, k, degrees_of_freedom, 1, 0);
}

double studentized_range_quantile(double p, double k, double degrees_of_freedom)
{
	static struct memory memory;

	return recall(&memory, p, k, degrees_of_freedom, compute_studentized_range);
}

static double compute_rank_sum(double p, double m, double n)
{
	double quantile = qwilcox(p, m, n, 1, 0);

	wilcox_free();
	return quantile;
}

double rank_sum_quantile(double p, double m, double n)
{
	static struct memory memory;

	return recall(&memory, p, m, n, compute_rank_sum);
}
