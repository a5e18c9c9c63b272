/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * remember - makes a million decisions affordable, and changes none
 *
 * The linker (--wrap) sends the methods' calls here. Chi-square quantiles are
 * kept by (p, degrees of freedom); the advice how many runs would decide a
 * pair, which no decision depends on, is left out.
 */
#include <stddef.h>

#include "stats/methods/comparison.h"

double __real_chi_square_quantile(double p, double degrees_of_freedom);
double __wrap_chi_square_quantile(double p, double degrees_of_freedom);
size_t __wrap_runs_to_decide_pair(
	const struct level *a, const struct level *b, size_t k, double delta);

enum { KEPT = 1024 };

double __wrap_chi_square_quantile(double p, double degrees_of_freedom)
{
	static struct {
		double p, degrees_of_freedom, quantile;
	} kept[2][KEPT];
	size_t i = p > 0.5;
	size_t j = (size_t)degrees_of_freedom % KEPT;

	if (kept[i][j].p != p || kept[i][j].degrees_of_freedom != degrees_of_freedom) {
		kept[i][j].p = p;
		kept[i][j].degrees_of_freedom = degrees_of_freedom;
		kept[i][j].quantile = __real_chi_square_quantile(p, degrees_of_freedom);
	}
	return kept[i][j].quantile;
}

size_t __wrap_runs_to_decide_pair(
	const struct level *a, const struct level *b, size_t k, double delta)
{
	(void)a;
	(void)b;
	(void)k;
	(void)delta;
	return 0;
}
