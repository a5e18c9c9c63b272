/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_quantile - quartiles as R's quantile(x, p, type = 7) has them */
#include <stdlib.h>

#include "render/report/plot/quantile.h"
#include "tests/unit/unit.h"

static const double seven[] = { 142, 130.5, 203, 212, 122, 145, 150 };
static const double two[] = { 1, 2 };
static const double ten[] = { 3.5, 0.25, 8, 1e6, 2, 2, 7, 9, 10, 11 };
static const double one[] = { 5 };

static void test_as_r_has_them(void **state)
{
	static const struct {
		const char *name;
		const double *values;
		size_t count;
		double p, expected;
	} rows[] = {
		{ "seven, least", seven, COUNT(seven), 0, 122 },
		{ "seven, lower", seven, COUNT(seven), 0.25, 136.25 },
		{ "seven, middle", seven, COUNT(seven), 0.5, 145 },
		{ "seven, upper", seven, COUNT(seven), 0.75, 176.5 },
		{ "seven, largest", seven, COUNT(seven), 1, 212 },
		{ "two, lower", two, COUNT(two), 0.25, 1.25 },
		{ "two, upper", two, COUNT(two), 0.75, 1.75 },
		{ "ten, a tenth", ten, COUNT(ten), 0.1, 1.8249999999999997 },
		{ "ten, lower", ten, COUNT(ten), 0.25, 2.375 },
		{ "ten, middle", ten, COUNT(ten), 0.5, 7.5 },
		{ "ten, upper", ten, COUNT(ten), 0.75, 9.75 },
		{ "ten, nine tenths", ten, COUNT(ten), 0.9, 100009.89999999964 },
		{ "one", one, COUNT(one), 0.75, 5 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		double sorted[10];

		memcpy(sorted, rows[i].values, rows[i].count * sizeof *sorted);
		qsort(sorted, rows[i].count, sizeof *sorted, compare_doubles);
		assert_close(quantile(sorted, rows[i].count, rows[i].p), rows[i].expected, 1e-12,
			rows[i].name);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_as_r_has_them),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
