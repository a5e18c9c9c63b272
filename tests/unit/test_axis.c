/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_axis - how far apart the ticks of an axis are */
#include "render/report/plot/axis.h"
#include "tests/unit/unit.h"

static void test_steps_are_round(void **state)
{
	static const struct {
		const char *name;
		double length, most, step;
	} rows[] = {
		{ "exactly", 100, 5, 20 },
		{ "a little more", 101, 5, 50 },
		{ "more than half", 7, 4, 2 },
		{ "tiny", 3e-9, 3, 1e-9 },
		{ "large", 7e200, 2, 5e200 },
		{ "one", 0.9, 1, 1 },
		{ "on a tick but for rounding", 0.1 + 0.2, 3, 0.1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_close(
			axis_step(rows[i].length, rows[i].most), rows[i].step, 1e-12, rows[i].name);
}

static void test_as_many_as_fit(void **state)
{
	uint64_t random = 5;

	(void)state;
	for (int i = 0; i < 20000; i++) {
		double size = pow(10, (double)random_below(&random, 600) / 10 - 30);
		double length = size * (1 + (double)random_below(&random, 1000));
		double most = 1 + (double)random_below(&random, 90) / 10;
		double step = axis_step(length, most);

		assert_row(length / step <= most * (1 + 1e-6), "no more than that");
		assert_row(length / step >= most / 2.5 * (1 - 1e-6), "no step too wide");
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_steps_are_round),
		cmocka_unit_test(test_as_many_as_fit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
