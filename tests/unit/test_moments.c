/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_moments - mean and variance against R, NIST and arithmetic by hand */
#include <float.h>
#include <stdio.h>

#include "stats/methods/moments.h"
#include "tests/unit/tsv.h"
#include "tests/unit/unit.h"

/* By hand: 2, 4, 4, 4, 5, 5, 7, 9 have the mean 40 / 8 and squares about it of 9+1+1+1+0+0+4+16. */
static void test_small_sets_by_hand(void **state)
{
	static const double eight[] = { 2, 4, 4, 4, 5, 5, 7, 9 };
	static const double one[] = { -3.5 };
	static const double same[] = { 0.1, 0.1, 0.1 };

	(void)state;
	assert_close(mean(eight, 8), 5, 0, "mean of eight");
	assert_close(variance(eight, 8), 32.0 / 7, 1e-15, "variance of eight");
	assert_close(mean(one, 1), -3.5, 0, "mean of one");
	assert_close(mean(same, 3), 0.1, 2e-16, "mean of equal values");
	assert_close(variance(same, 3), 0, 1e-30, "variance of equal values");
}

/* Sums that a plain loop gets wrong (Neumaier 1974). */
static void test_sums_keep_what_a_large_value_would_swallow(void **state)
{
	static const double cancelling[] = { 1, 1e100, 1, -1e100 };
	static const double shifted[] = { 1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16 };
	static const double tiny[] = { 4e-300, 7e-300, 13e-300, 16e-300 };

	(void)state;
	assert_close(mean(cancelling, 4), 0.5, 0, "1, 1e100, 1, -1e100");
	assert_close(mean(shifted, 4), 1e9 + 10, 0, "shifted");
	assert_close(variance(shifted, 4), 30, 1e-15, "(36 + 9 + 9 + 36) / 3");
	assert_close(mean(tiny, 4), 1e-299, 1e-15, "tiny");
}

/* The mean of values lies between them, and is a number, however large they are. */
static void test_mean_of_the_largest_values_is_a_number(void **state)
{
	static const double largest[] = { DBL_MAX, DBL_MAX, DBL_MAX };

	(void)state;
	assert_close(mean(largest, 3), DBL_MAX, 1e-15, "three times the largest double");
}

static void test_agrees_with_r_to_twelve_digits(void **state)
{
	struct tsv twenty;

	(void)state;
	tsv_read(&twenty, "tests/reference/twenty.tsv");
	assert_int_equal(tsv_row_count(&twenty), 20);
	for (size_t row = 0; row < tsv_row_count(&twenty); row++) {
		const char *id = tsv_text(&twenty, row, "id");
		struct numbers values = numbers_of(tsv_text(&twenty, row, "values"));
		double spread = variance(values.items, values.count);

		assert_close(mean(values.items, values.count), tsv_number(&twenty, row, "mean"),
			1e-12, id);
		assert_close(spread, tsv_number(&twenty, row, "variance"), 1e-12, id);
		assert_close(sqrt(spread), tsv_number(&twenty, row, "sd"), 1e-12, id);
		if (values.count >= 3 && spread > 0)
			assert_close(skewness(values.items, values.count),
				tsv_number(&twenty, row, "skewness"), 1e-10, id);
		free(values.items);
	}
	tsv_release(&twenty);
}

/* The log relative error, about the number of digits that agree, 15 where all do. */
static double agreeing_digits(double got, double certified)
{
	return got == certified ? 15 : -log10(fabs(got - certified) / fabs(certified));
}

/*
 * NIST StRD, univariate: NumAcc3, NumAcc4, Mavro and Michelso cannot be held
 * exactly in doubles. In the order of the table of what is certified.
 */
static void test_agrees_with_nist(void **state)
{
	static const size_t sizes[] = { 3, 1001, 1001, 1001, 5000, 200, 218, 50, 100 };
	static const double least_digits_of_sd[] = { 15, 14, 9, 8, 14, 14, 14, 13, 13 };
	struct tsv certified;

	(void)state;
	tsv_read(&certified, "tests/reference/nist-certified.tsv");
	assert_int_equal(tsv_row_count(&certified), COUNT(sizes));
	for (size_t row = 0; row < tsv_row_count(&certified); row++) {
		const char *name = tsv_text(&certified, row, "test");
		struct text bytes = TEXT_INIT;
		struct numbers values;
		char path[64];

		snprintf(path, sizeof path, "tests/reference/nist/%s.txt", name);
		read_whole(&bytes, path);
		values = numbers_of(bytes.data);
		assert_row(values.count == sizes[row], name);
		assert_row(agreeing_digits(mean(values.items, values.count),
				   tsv_number(&certified, row, "mean")) >= 14,
			name);
		assert_row(agreeing_digits(sqrt(variance(values.items, values.count)),
				   tsv_number(&certified, row, "sd")) >= least_digits_of_sd[row],
			name);
		free(values.items);
		text_release(&bytes);
	}
	tsv_release(&certified);
}

static void test_order_of_values_does_not_matter_to_twelve_digits(void **state)
{
	double forward[1000], backward[1000];
	uint64_t random = 7;

	(void)state;
	for (size_t i = 0; i < 1000; i++)
		forward[i] = backward[999 - i] = ldexp((double)random_below(&random, 1 << 20),
			(int)random_below(&random, 80) - 40);
	assert_close(mean(forward, 1000), mean(backward, 1000), 1e-15, "mean");
	assert_close(variance(forward, 1000), variance(backward, 1000), 1e-12, "variance");
}

static void test_logarithms_are_natural(void **state)
{
	const double values[] = { 1, exp(1), 0.5, 1e300 };
	double logarithms[4];

	(void)state;
	logarithms_of(logarithms, values, 4);
	assert_close(logarithms[0], 0, 0, "ln 1");
	assert_close(logarithms[1], 1, 1e-15, "ln e");
	assert_close(logarithms[2], -0.69314718055994531, 1e-15, "ln 0.5");
	assert_close(logarithms[3], 300 * 2.3025850929940457, 1e-15, "ln 1e300");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_small_sets_by_hand),
		cmocka_unit_test(test_sums_keep_what_a_large_value_would_swallow),
		cmocka_unit_test(test_mean_of_the_largest_values_is_a_number),
		cmocka_unit_test(test_agrees_with_r_to_twelve_digits),
		cmocka_unit_test(test_agrees_with_nist),
		cmocka_unit_test(test_order_of_values_does_not_matter_to_twelve_digits),
		cmocka_unit_test(test_logarithms_are_natural),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
