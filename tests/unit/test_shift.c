/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_shift - the Hodges-Lehmann interval against R and against every difference */
#include "stats/methods/shift.h"

#include "stats/methods/moments.h"
#include "stats/methods/order.h"
#include "tests/unit/tsv.h"
#include "tests/unit/unit.h"

/* The values of a set of twenty.tsv, or their logarithms, in ascending order. */
static struct ranked read_set(const struct tsv *twenty, const char *id, bool logarithms)
{
	struct ranked ranked = { NULL, 0 };

	for (size_t row = 0; row < tsv_row_count(twenty); row++) {
		struct numbers values;

		if (strcmp(tsv_text(twenty, row, "id"), id) != 0)
			continue;
		values = numbers_of(tsv_text(twenty, row, "values"));
		if (logarithms)
			logarithms_of(values.items, values.items, values.count);
		ranked = (struct ranked){ sorted(values.items, values.count), values.count };
		free(values.items);
	}
	assert_non_null(ranked.values);
	return ranked;
}

/* Ends are differences of values, which have lost some digits: relative to the values. */
static void check_end(
	double got, double expected, struct ranked a, struct ranked b, const char *row)
{
	double size = fmax(fmax(fabs(a.values[0]), fabs(a.values[a.n - 1])),
		fmax(fabs(b.values[0]), fabs(b.values[b.n - 1])));

	assert_close((got - expected) / size, 0, 1e-14, row);
}

static void check_pair(const struct tsv *twenty, const struct tsv *tests, size_t row)
{
	bool logarithms = strcmp(tsv_text(tests, row, "scale"), "log") == 0;
	const char *id = tsv_text(tests, row, "a");
	struct ranked a = read_set(twenty, id, logarithms);
	struct ranked b = read_set(twenty, tsv_text(tests, row, "b"), logarithms);
	struct interval wide = shift_interval(a, b, 0.05);
	struct interval wider = shift_interval(a, b, 0.005);

	check_end(shift_estimate(a, b), tsv_number(tests, row, "hodges_lehmann"), a, b, id);
	check_end(wide.low, tsv_number(tests, row, "shift_lo"), a, b, id);
	check_end(wide.high, tsv_number(tests, row, "shift_hi"), a, b, id);
	check_end(wider.low, tsv_number(tests, row, "shift_lo_995"), a, b, id);
	check_end(wider.high, tsv_number(tests, row, "shift_hi_995"), a, b, id);
	if (a.n < 50 && b.n < 50 && strcmp(tsv_text(tests, row, "wilcoxon_exact"), "TRUE") == 0) {
		check_end(wide.low, tsv_number(tests, row, "wilcoxon_lo"), a, b, id);
		check_end(wide.high, tsv_number(tests, row, "wilcoxon_hi"), a, b, id);
	}
	free((double *)a.values);
	free((double *)b.values);
}

static void test_intervals_are_those_of_r(void **state)
{
	struct tsv twenty, tests;

	(void)state;
	tsv_read(&twenty, "tests/reference/twenty.tsv");
	tsv_read(&tests, "tests/reference/twenty-tests.tsv");
	assert_int_equal(tsv_row_count(&tests), 60);
	for (size_t row = 0; row < tsv_row_count(&tests); row++)
		check_pair(&twenty, &tests, row);
	tsv_release(&twenty);
	tsv_release(&tests);
}

/* 1 3 7 less 2 10: -9 -7 -3 -1 1 5. U has 10 orders: P(U < 1) = .1, so all differences at .05. */
static void test_small_sets_by_hand(void **state)
{
	static const double a[] = { 1, 3, 7 };
	static const double b[] = { 2, 10 };
	struct interval all = shift_interval(
		(struct ranked){ a, 3 }, (struct ranked){ b, 2 }, 0.05);
	struct interval less = shift_interval(
		(struct ranked){ a, 3 }, (struct ranked){ b, 2 }, 0.3);

	(void)state;
	assert_close(
		shift_estimate((struct ranked){ a, 3 }, (struct ranked){ b, 2 }), -2, 0, "median");
	assert_close(all.low, -9, 0, "least");
	assert_close(all.high, 5, 0, "most");
	/* P(U <= 0) = .1, P(U <= 1) = .2: the .15 quantile is 1. */
	assert_close(less.low, -9, 0, "least still");
	less = shift_interval((struct ranked){ a, 3 }, (struct ranked){ b, 2 }, 0.5);
	assert_close(less.low, -7, 0, "the .25 quantile is 2");
	assert_close(less.high, 1, 0, "second from above");
	all = shift_interval((struct ranked){ a, 1 }, (struct ranked){ b, 1 }, 0.05);
	assert_true(all.low == -1 && all.high == -1);
}

/* Thousands a side: shifted by their distance, and turned round, the interval follows. */
static void test_many_values(void **state)
{
	enum { MANY = 3000 };
	uint64_t random = 1;
	double *drawn = malloc(MANY * sizeof *drawn);
	double *shifted = malloc(MANY * sizeof *shifted);
	double *a;
	struct interval interval, turned;

	(void)state;
	for (size_t i = 0; i < MANY; i++)
		drawn[i] = (double)random_below(&random, 1000000);
	a = sorted(drawn, MANY);
	for (size_t i = 0; i < MANY; i++)
		shifted[i] = a[i] + 12345;
	interval = shift_interval(
		(struct ranked){ shifted, MANY }, (struct ranked){ a, MANY }, 0.05);
	turned = shift_interval((struct ranked){ a, MANY }, (struct ranked){ shifted, MANY }, 0.05);
	assert_close(shift_estimate((struct ranked){ shifted, MANY }, (struct ranked){ a, MANY }),
		12345, 0, "estimate");
	assert_true(interval.low < 12345 && interval.high > 12345);
	assert_true(interval.low > -5000 && interval.high < 35000);
	assert_true(turned.low == -interval.high && turned.high == -interval.low);
	free(drawn);
	free(a);
	free(shifted);
}

/* All differences, one by one: the estimate is their median, the ends are equally far from either side. */
static void check_against_all(struct ranked a, struct ranked b, const char *what)
{
	size_t count = a.n * b.n;
	double *all = malloc(count * sizeof *all);
	struct interval interval = shift_interval(a, b, 0.05);
	bool mirrored = false;

	for (size_t i = 0; i < count; i++)
		all[i] = a.values[i / b.n] - b.values[i % b.n];
	sort_ascending(all, count);
	assert_close(shift_estimate(a, b), median_of_sorted(all, count), 0, what);
	for (size_t rank = 1; rank <= count / 2; rank++)
		mirrored = mirrored ||
			   (interval.low == all[rank - 1] && interval.high == all[count - rank]);
	assert_true(mirrored);
	free(all);
}

/* Ties, values of all magnitudes, and those that are nearly equal, are no harder than others. */
static void test_ends_are_differences(void **state)
{
	enum { A = 31, B = 40, KINDS = 5 };
	static const char *const kinds[KINDS] = { "even", "tied", "of all magnitudes",
		"the smallest there are", "equal" };
	uint64_t random = 1;
	double values[A + B];

	(void)state;
	for (size_t kind = 0; kind < KINDS; kind++) {
		double *a, *b;

		for (size_t i = 0; i < A + B; i++) {
			double drawn = (double)random_below(&random, 600);
			const double of[KINDS] = { drawn, floor(drawn / 150), pow(10, drawn - 300),
				drawn * 5e-324, 7 };

			values[i] = of[kind];
		}
		a = sorted(values, A);
		b = sorted(values + A, B);
		check_against_all((struct ranked){ a, A }, (struct ranked){ b, B }, kinds[kind]);
		check_against_all((struct ranked){ b, B }, (struct ranked){ a, A }, kinds[kind]);
		free(a);
		free(b);
	}
}

/* The mirror image leans the other way; seven values are too few to say, equal ones do not lean. */
static void test_skewed_values_are_known(void **state)
{
	static const double right[] = { 1, 1.01, 1.02, 1.03, 1.04, 1.05, 1.2, 2 };
	static const double even[] = { 1, 2, 3, 4, 5, 6, 7, 8, 9 };
	double left[8];
	double same[1000];

	(void)state;
	for (size_t i = 0; i < 8; i++)
		left[i] = -right[i];
	for (size_t i = 0; i < 1000; i++)
		same[i] = 0.1;
	assert_true(is_skewed(right, 8));
	assert_true(is_skewed(left, 8));
	assert_false(is_skewed(right + 1, 7));
	assert_false(is_skewed(even, 9));
	assert_false(is_skewed(same, 1000));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_intervals_are_those_of_r),
		cmocka_unit_test(test_small_sets_by_hand),
		cmocka_unit_test(test_many_values),
		cmocka_unit_test(test_ends_are_differences),
		cmocka_unit_test(test_skewed_values_are_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
