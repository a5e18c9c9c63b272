/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_axis - where an axis begins, ends and has its ticks */
#include "render/report/plot/axis.h"
#include "tests/unit/unit.h"

static void test_steps_are_round(void **state)
{
	static const struct {
		const char *name;
		double low, high;
		int steps;
		struct axis axis;
	} rows[] = {
		{ "to 100", 0, 100, 5, { 0, 100, 20 } },
		{ "to 101", 0, 101, 5, { 0, 150, 50 } },
		{ "to 7", 0, 7, 4, { 0, 8, 2 } },
		{ "tiny", 0, 3e-9, 3, { 0, 3e-9, 1e-9 } },
		{ "negative", -3, 8, 6, { -4, 8, 2 } },
		{ "far from zero", 1001, 1009, 4, { 1000, 1010, 5 } },
		{ "one step", 0, 0.9, 1, { 0, 1, 1 } },
		{ "on a tick but for rounding", 0, 0.1 + 0.2, 3, { 0, 0.3, 0.1 } },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct axis axis = axis_over(rows[i].low, rows[i].high, rows[i].steps);

		assert_close(axis.low, rows[i].axis.low, 1e-12, rows[i].name);
		assert_close(axis.high, rows[i].axis.high, 1e-12, rows[i].name);
		assert_close(axis.step, rows[i].axis.step, 1e-12, rows[i].name);
	}
}

static void test_any_data_are_covered(void **state)
{
	uint64_t random = 5;

	(void)state;
	for (int i = 0; i < 20000; i++) {
		double size = pow(10, (double)random_below(&random, 600) / 10 - 30);
		double low = size * ((double)random_below(&random, 2000) - 1000);
		double high = low + size * (double)random_below(&random, 1000);
		int steps = 1 + (int)random_below(&random, 9);
		struct axis axis = axis_over(low, high, steps);

		assert_row(axis.low <= low + 1e-6 * axis.step, "low");
		assert_row(axis.high >= high - 1e-6 * axis.step, "high");
		assert_row(axis.high > axis.low, "wide");
		assert_row((axis.high - axis.low) / axis.step < steps + 1.5, "steps");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_steps_are_round),
		cmocka_unit_test(test_any_data_are_covered),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
