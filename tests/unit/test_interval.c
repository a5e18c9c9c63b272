/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_interval - intervals of a mean and bounds of a standard deviation */
#include "stats/methods/interval.h"
#include "tests/unit/tsv.h"
#include "tests/unit/unit.h"

static void test_mean_interval_is_that_of_r(void **state)
{
	struct tsv twenty;

	(void)state;
	tsv_read(&twenty, "tests/reference/twenty.tsv");
	for (size_t row = 0; row < tsv_row_count(&twenty); row++) {
		const char *id = tsv_text(&twenty, row, "id");
		struct interval interval = mean_interval(tsv_number(&twenty, row, "mean"),
			tsv_number(&twenty, row, "sd"), (size_t)tsv_number(&twenty, row, "n"),
			0.95);

		assert_close(interval.low, tsv_number(&twenty, row, "ci_lo"), 1e-12, id);
		assert_close(interval.high, tsv_number(&twenty, row, "ci_hi"), 1e-12, id);
	}
	tsv_release(&twenty);
}

/* R's var.test against a variance that is known: F with infinitely many degrees of freedom below. */
static void test_sd_bounds_are_those_of_r(void **state)
{
	struct tsv twenty;

	(void)state;
	tsv_read(&twenty, "tests/reference/twenty.tsv");
	for (size_t row = 0; row < tsv_row_count(&twenty); row++) {
		const char *id = tsv_text(&twenty, row, "id");
		struct interval bounds = sd_bounds(tsv_number(&twenty, row, "sd"),
			(size_t)tsv_number(&twenty, row, "n"), 0.95);

		assert_close(bounds.low, tsv_number(&twenty, row, "sd_lo"), 1e-12, id);
		assert_close(bounds.high, tsv_number(&twenty, row, "sd_hi"), 1e-12, id);
	}
	tsv_release(&twenty);
}

/* Two values 9 and 11: sd sqrt(2), its error 1, t(.975, 1) = tan(.475 pi) = 12.706204736. */
static void test_mean_interval_of_two_by_hand(void **state)
{
	struct interval interval = mean_interval(10, sqrt(2), 2, 0.95);
	struct interval half = mean_interval(10, sqrt(2), 2, 0.5);
	struct interval none = mean_interval(10, 0, 5, 0.95);

	(void)state;
	assert_close(interval.low, 10 - 12.706204736174705, 1e-12, "low");
	assert_close(interval.high, 10 + 12.706204736174705, 1e-12, "high");
	assert_close(half.low, 9, 1e-12, "t(.75, 1) is 1");
	assert_close(half.high, 11, 1e-12, "t(.75, 1) is 1");
	assert_true(none.low == 10 && none.high == 10);
}

/* With two degrees of freedom the chi-square quantile is -2 ln(1 - p). */
static void test_sd_bounds_of_three_by_hand(void **state)
{
	struct interval bounds = sd_bounds(7, 3, 0.95);
	struct interval none = sd_bounds(0, 3, 0.95);

	(void)state;
	assert_close(bounds.low, 7 / sqrt(-log(0.05)), 1e-12, "low");
	assert_close(bounds.high, 7 / sqrt(-log(0.95)), 1e-12, "high");
	assert_true(none.low == 0 && none.high == 0);
}

static void test_bounds_close_in_on_the_sd_as_n_grows(void **state)
{
	struct interval before = { 0, INFINITY };

	(void)state;
	for (size_t n = 2; n <= 100000; n *= 3) {
		struct interval bounds = sd_bounds(1, n, 0.95);

		assert_true(bounds.low > before.low && bounds.low < 1);
		assert_true(bounds.high < before.high && bounds.high > 1);
		before = bounds;
	}
	assert_close(before.low, 1, 0.01, "low");
	assert_close(before.high, 1, 0.01, "high");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_mean_interval_is_that_of_r),
		cmocka_unit_test(test_sd_bounds_are_those_of_r),
		cmocka_unit_test(test_mean_interval_of_two_by_hand),
		cmocka_unit_test(test_sd_bounds_of_three_by_hand),
		cmocka_unit_test(test_bounds_close_in_on_the_sd_as_n_grows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
