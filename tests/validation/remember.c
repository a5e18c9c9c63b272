/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * remember - makes millions of decisions affordable, and changes none
 *
 * The linker (--wrap) sends the methods' calls here. Chi-square quantiles are
 * kept by (p, degrees of freedom). The words of reasons, and the advice how many
 * runs would decide a pair, on which no decision depends, are left out while
 * remember_words is false.
 */
#include "tests/validation/remember.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/text.h"
#include "stats/methods/comparison.h"

double __real_chi_square_quantile(double p, double degrees_of_freedom);
double __wrap_chi_square_quantile(double p, double degrees_of_freedom);
size_t __real_runs_to_decide_pair(
	const struct level *a, const struct level *b, double alpha, double delta);
size_t __wrap_runs_to_decide_pair(
	const struct level *a, const struct level *b, double alpha, double delta);
void __real_text_add_percent(struct text *text, double fraction);
void __wrap_text_add_percent(struct text *text, double fraction);
void __wrap_text_add_format(struct text *text, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

bool remember_words;

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
	const struct level *a, const struct level *b, double alpha, double delta)
{
	return remember_words ? __real_runs_to_decide_pair(a, b, alpha, delta) : 0;
}

void __wrap_text_add_percent(struct text *text, double fraction)
{
	if (remember_words)
		__real_text_add_percent(text, fraction);
}

void __wrap_text_add_format(struct text *text, const char *format, ...)
{
	va_list arguments;
	char *words;

	if (!remember_words)
		return;
	va_start(arguments, format);
	if (vasprintf(&words, format, arguments) < 0)
		abort();
	va_end(arguments);
	text_add(text, words);
	free(words);
}
