/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_structure - what is found in clear shapes, and not found in none */
#include "stats/methods/structure.h"
#include "tests/unit/unit.h"

static void test_nothing_is_found_in_equal_values(void **state)
{
	static const double y[40] = { 0 };

	(void)state;
	for (size_t n = 3; n <= 40; n++) {
		assert_false(find_first_apart(y, n, 0, 0.05).found);
		assert_false(find_trend(y, n, 0.05).found);
		assert_false(find_step(y, n, 0.05).found);
		assert_false(find_outlier(y, n, 0, 0.05).found);
		assert_false(find_two_modes(y, n, 0.05).found);
		assert_false(find_serial_dependence(y, n).found);
	}
	assert_close(lag1_autocorrelation(y, 40), 0, 0, "all equal");
}

/* Clear shapes: a line without noise, two levels, one value far away, values that alternate. */
static void test_clear_structure_is_found(void **state)
{
	double line[12], levels[12], one[12], alternating[12];

	(void)state;
	for (size_t i = 0; i < 12; i++) {
		double noise = i % 3 ? 0.0005 : -0.001;

		line[i] = 0.02 * (double)i + noise;
		levels[i] = (i < 6 ? 0 : 0.5) + noise;
		one[i] = (i == 7 ? 1 : 0) + noise;
		alternating[i] = i % 2 ? 0.3 : -0.3;
	}
	assert_true(find_trend(line, 12, 0.05).found);
	assert_close(find_trend(line, 12, 0.05).effect, 0.22, 0.02, "eleven steps of 0.02");
	assert_true(find_step(levels, 12, 0.05).found);
	assert_int_equal(find_step(levels, 12, 0.05).at, 6);
	assert_close(
		find_step(levels, 12, 0.05).effect, 0.5, 1e-9, "noise is the same on both sides");
	assert_true(find_two_modes(levels, 12, 0.05).found);
	assert_true(find_outlier(one, 12, 0, 0.05).found);
	assert_int_equal(find_outlier(one, 12, 0, 0.05).at, 7);
	assert_true(find_serial_dependence(alternating, 12).found);
	/* Lag 1 of +-0.3: eleven products of -0.09 over twelve squares of 0.09. */
	assert_close(lag1_autocorrelation(alternating, 12), -11.0 / 12, 1e-12, "alternating");
}

static void test_a_trifle_is_not_found_however_sure(void **state)
{
	double y[30];

	(void)state;
	for (size_t i = 0; i < 30; i++)
		y[i] = 1e-6 * (double)i;
	assert_false(find_trend(y, 30, 0.05).found);
	assert_false(find_step(y, 30, 0.05).found);
	for (size_t i = 0; i < 30; i++)
		y[i] = i == 0 ? 0.001 : 1e-9 * (double)(i % 2);
	assert_false(find_outlier(y, 30, 0, 0.05).found);
	assert_false(find_first_apart(y, 30, 0, 0.05).found);
}

/* n (1 - r) / (1 + r), between 2 and n. */
static void test_dependent_values_are_worth_fewer(void **state)
{
	(void)state;
	assert_close(effective_sample_size(30, 0), 30, 1e-15, "independent");
	assert_close(effective_sample_size(30, 0.5), 10, 1e-15, "30 * .5 / 1.5");
	assert_close(effective_sample_size(30, -0.5), 30, 1e-15, "never more");
	assert_close(effective_sample_size(30, 0.99), 2, 1e-15, "never less than two");
	assert_close(effective_sample_size(30, 1), 2, 1e-15, "wholly dependent");
	assert_close(effective_sample_size(30, -1), 30, 1e-15, "wholly alternating");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_nothing_is_found_in_equal_values),
		cmocka_unit_test(test_clear_structure_is_found),
		cmocka_unit_test(test_a_trifle_is_not_found_however_sure),
		cmocka_unit_test(test_dependent_values_are_worth_fewer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
