/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_order - sorting, median and median absolute deviation */
#include <stdlib.h>

#include "core/memory.h"
#include "stats/methods/order.h"
#include "tests/unit/tsv.h"
#include "tests/unit/unit.h"

static void test_sorted_is_an_ascending_copy(void **state)
{
	const double values[] = { 3, -1, 1e300, 2, -1e-300, 2, -1e300, 0 };
	static const double ascending[] = { -1e300, -1, -1e-300, 0, 2, 2, 3, 1e300 };
	double *copy = sorted(values, COUNT(values));

	(void)state;
	assert_memory_equal(copy, ascending, sizeof ascending);
	assert_true(values[0] == 3 && values[7] == 0);
	free(copy);
}

static void test_median_is_in_the_middle(void **state)
{
	static const struct {
		double values[5];
		size_t n;
		double median;
		double mad; /* of deviations from the median, by hand */
	} rows[] = {
		{ { 7 }, 1, 7, 0 }, { { 1, 2 }, 2, 1.5, 0.5 }, { { 1, 2, 9 }, 3, 2, 1 }, /* 1 0 7 */
		{ { 1, 2, 4, 100 }, 4, 3, 1.5 },                                  /* 2 1 1 97 */
		{ { 5, 5, 5, 5, 6 }, 5, 5, 0 }, { { -4, -2, 0, 2, 4 }, 5, 0, 2 }, /* 4 2 0 2 4 */
		{ { 1e308, 1.5e308 }, 2, 1.25e308, 0.25e308 }, /* their sum is no double */
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		double median = median_of_sorted(rows[i].values, rows[i].n);
		char row[16];

		snprintf(row, sizeof row, "row %zu", i);
		assert_close(median, rows[i].median, 1e-15, row);
		assert_close(median_absolute_deviation(rows[i].values, rows[i].n, median),
			rows[i].mad, 1e-15, row);
	}
}

static void test_deviations_are_from_the_center_given(void **state)
{
	static const double values[] = { 10, 12, 14 };

	(void)state;
	assert_close(median_absolute_deviation(values, 3, 0), 12, 0, "from 0");
	assert_close(median_absolute_deviation(values, 3, 14), 2, 0, "from 14");
}

static void test_agrees_with_r_to_twelve_digits(void **state)
{
	struct tsv twenty;

	(void)state;
	tsv_read(&twenty, "tests/reference/twenty.tsv");
	for (size_t row = 0; row < tsv_row_count(&twenty); row++) {
		const char *id = tsv_text(&twenty, row, "id");
		struct numbers values = numbers_of(tsv_text(&twenty, row, "values"));
		double *ascending = sorted(values.items, values.count);
		double median = median_of_sorted(ascending, values.count);

		assert_close(median, tsv_number(&twenty, row, "median"), 1e-12, id);
		assert_close(median_absolute_deviation(ascending, values.count, median),
			tsv_number(&twenty, row, "mad"), 1e-12, id);
		free(ascending);
		free(values.items);
	}
	tsv_release(&twenty);
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a;
	double y = *(const double *)b;

	return (x > y) - (x < y);
}

/* Its definition: the median of the deviations; of few values that come again and again, from any center. */
static void test_deviation_is_the_median_of_all(void **state)
{
	uint64_t seed = 1;

	(void)state;
	for (size_t i = 0; i < 20000; i++) {
		size_t n = 1 + random_below(&seed, 12);
		double center = (double)random_below(&seed, 41) / 2 - 5;
		double values[12];
		double deviations[12];

		for (size_t at = 0; at < n; at++) {
			values[at] = (double)random_below(&seed, 10);
			deviations[at] = fabs(values[at] - center);
		}
		sort_ascending(values, n);
		sort_ascending(deviations, n);
		assert_true(median_absolute_deviation(values, n, center) ==
			    median_of_sorted(deviations, n));
	}
}

/* Of any bits but NaN's, and of few values that come again and again. */
static void test_many_values_are_sorted_as_by_comparing(void **state)
{
	static const size_t sizes[] = { 256, 257, 5000, 65537, 200000 };
	uint64_t seed = 1;

	(void)state;
	for (size_t i = 0; i < 2 * COUNT(sizes); i++) {
		size_t n = sizes[i / 2];
		double *values = memory_allocate(n, sizeof *values);
		double *ascending;

		for (size_t j = 0; j < n; j++) {
			uint64_t bits = random_bits(&seed);

			memcpy(&values[j], &bits, sizeof bits);
			if (i % 2 || isnan(values[j]))
				values[j] = (double)(bits >> 60) - 7;
		}
		ascending = sorted(values, n);
		qsort(values, n, sizeof *values, compare);
		for (size_t j = 0; j < n; j++)
			assert_true(ascending[j] == values[j]);
		free(ascending);
		free(values);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_sorted_is_an_ascending_copy),
		cmocka_unit_test(test_median_is_in_the_middle),
		cmocka_unit_test(test_deviation_is_the_median_of_all),
		cmocka_unit_test(test_many_values_are_sorted_as_by_comparing),
		cmocka_unit_test(test_deviations_are_from_the_center_given),
		cmocka_unit_test(test_agrees_with_r_to_twelve_digits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
