/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_distribution - quantiles and tails against R's and against closed forms */
#include "stats/methods/distribution.h"
#include "tests/unit/tsv.h"
#include "tests/unit/unit.h"

static void test_quantiles_are_those_of_r(void **state)
{
	struct tsv table;
	size_t checked = 0;

	(void)state;
	tsv_read(&table, "tests/reference/twenty-quantiles.tsv");
	for (size_t row = 0; row < tsv_row_count(&table); row++) {
		const char *f = tsv_text(&table, row, "f");
		double x = tsv_number(&table, row, "x");
		double a = tsv_number(&table, row, "a");
		double b = tsv_number(&table, row, "b");
		double expected = tsv_number(&table, row, "value");

		if (strcmp(f, "qt") == 0)
			assert_close(student_quantile(x, a), expected, 1e-12, f);
		else if (strcmp(f, "qchisq") == 0)
			assert_close(chi_square_quantile(x, a), expected, 1e-12, f);
		else if (strcmp(f, "qtukey") == 0 && b >= 2)
			assert_close(studentized_range_quantile(x, a, b), expected, 1e-10, f);
		else
			continue;
		checked++;
	}
	assert_int_equal(checked, 45 + 28 + 40);
	tsv_release(&table);
}

static void test_tails_are_those_of_r(void **state)
{
	struct tsv table;
	size_t checked = 0;

	(void)state;
	tsv_read(&table, "tests/reference/twenty-quantiles.tsv");
	for (size_t row = 0; row < tsv_row_count(&table); row++) {
		double t = tsv_number(&table, row, "x");

		if (strcmp(tsv_text(&table, row, "f"), "pt") != 0 || t < 0)
			continue;
		/* R's is P(T <= t). */
		assert_close(student_tail(t, tsv_number(&table, row, "a")),
			2 * (1 - tsv_number(&table, row, "value")), 1e-11, "pt");
		checked++;
	}
	assert_int_equal(checked, 8);
	tsv_release(&table);
}

/*
 * With one degree of freedom t is tan(pi (p - 1/2)), with two its square is
 * 2 (2p - 1)^2 / (4p (1 - p)); chi-square with two is -2 ln(1 - p).
 */
static void test_quantiles_have_their_closed_forms(void **state)
{
	static const double probabilities[] = { 0.001, 0.025, 0.3, 0.5, 0.95, 0.975, 0.999 };
	const double pi = acos(-1);

	(void)state;
	for (size_t i = 0; i < COUNT(probabilities); i++) {
		double p = probabilities[i];
		double two = (2 * p - 1) * sqrt(2 / (4 * p * (1 - p)));

		assert_close(
			student_quantile(p, 1), p == 0.5 ? 0 : tan(pi * (p - 0.5)), 1e-12, "t1");
		assert_close(student_quantile(p, 2), two, 1e-12, "t2");
		assert_close(chi_square_quantile(p, 2), -2 * log1p(-p), 1e-12, "chi2");
	}
}

static void test_tails_have_their_closed_forms(void **state)
{
	const double pi = acos(-1);

	(void)state;
	assert_close(student_tail(0, 7), 1, 1e-15, "all of it");
	assert_close(student_tail(1, 1), 0.5, 1e-14, "1 - 2 atan(1) / pi");
	assert_close(student_tail(1e6, 1), 2 * atan(1e-6) / pi, 1e-12, "far out");
	assert_close(normal_tail(0), 1, 1e-15, "all of it");
	for (double z = 0.5; z < 30; z += 0.5)
		assert_close(normal_tail(z), erfc(z / sqrt(2)), 1e-12, "normal");
}

/* Of two means the studentized range is sqrt(2) times |t|; R finds it by an iteration. */
static void test_range_of_two_is_students_t(void **state)
{
	(void)state;
	for (double df = 2; df < 40; df++)
		assert_close(studentized_range_quantile(0.95, 2, df),
			sqrt(2) * student_quantile(0.975, df), 1e-3, "df");
}

/* More of them than are remembered, in an order that drives every one of them out. */
static void test_remembered_quantiles_are_the_same_again(void **state)
{
	enum { MANY = 300 };
	double first[MANY];

	(void)state;
	for (int round = 0; round < 2; round++) {
		for (size_t i = 0; i < MANY; i++) {
			double q = studentized_range_quantile(0.95, 3, 2 + (double)i);

			if (round == 0)
				first[i] = q;
			assert_true(q == first[i]);
			assert_true(q == studentized_range_quantile(0.95, 3, 2 + (double)i));
			assert_true(i == 0 || q < first[i - 1]); /* it falls as df rises */
		}
	}
	assert_true(
		studentized_range_quantile(0.99, 3, 10) > studentized_range_quantile(0.95, 3, 10));
	assert_true(
		studentized_range_quantile(0.95, 4, 10) > studentized_range_quantile(0.95, 3, 10));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_quantiles_are_those_of_r),
		cmocka_unit_test(test_tails_are_those_of_r),
		cmocka_unit_test(test_quantiles_have_their_closed_forms),
		cmocka_unit_test(test_tails_have_their_closed_forms),
		cmocka_unit_test(test_range_of_two_is_students_t),
		cmocka_unit_test(test_remembered_quantiles_are_the_same_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
