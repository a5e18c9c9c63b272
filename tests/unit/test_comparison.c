/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_comparison - intervals of the difference of two systems, and what they say */
#include "stats/methods/comparison.h"

#include "stats/methods/distribution.h"
#include "tests/unit/captured.h"
#include "tests/unit/unit.h"

/* A level of the pair that row of rankings is about; its own columns end in "_a" or "_b". */
static struct level read_level(
	const struct tsv *samples, const struct tsv *rankings, size_t row, bool is_a)
{
	size_t n = (size_t)tsv_number(rankings, row, is_a ? "n_a" : "n_b");
	struct repeats repeats = repeats_of(
		samples, rankings, row, tsv_text(rankings, row, is_a ? "a" : "b"), n);
	struct level level = level_of(repeats.values.items, n, repeats.resolution);

	assert_close(level.spread, tsv_number(rankings, row, is_a ? "s_a" : "s_b"), 1e-12,
		tsv_text(rankings, row, "test"));
	assert_int_equal(level.n, n);
	free(repeats.values.items);
	return level;
}

static void check_pair(const struct tsv *samples, const struct tsv *rankings, size_t row)
{
	const char *test = tsv_text(rankings, row, "test");
	struct level a = read_level(samples, rankings, row, true);
	struct level b = read_level(samples, rankings, row, false);
	double half = half_width(
		&a, &b, alpha_of_pair(0.05, (size_t)tsv_number(rankings, row, "k")));
	double difference = a.mean - b.mean;
	struct interval interval = { difference - half, difference + half };
	const char *relation = tsv_text(rankings, row, "relation");

	/* The means are of the order of ten: their difference has lost a digit or two. */
	assert_close(difference - tsv_number(rankings, row, "d"), 0, 1e-13, test);
	assert_close(half, tsv_number(rankings, row, "h"), 1e-10, test);
	assert_text(relation_sign(relation_of(interval, tsv_number(rankings, row, "delta"))),
		strcmp(relation, "~") == 0 ? "≈" : relation, test);
}

static void test_pairs_are_those_of_r(void **state)
{
	struct tsv samples, rankings;
	size_t checked = 0;

	(void)state;
	tsv_read(&samples, "tests/reference/captured-samples.tsv");
	tsv_read(&rankings, "tests/reference/captured-ranking.tsv");
	for (size_t row = 0; row < tsv_row_count(&rankings); row++) {
		if (tsv_number(&rankings, row, "zeros_a") != 0 ||
			tsv_number(&rankings, row, "zeros_b") != 0)
			continue;
		check_pair(&samples, &rankings, row);
		checked++;
	}
	assert_true(checked > 35);
	tsv_release(&samples);
	tsv_release(&rankings);
}

static void test_level_by_hand(void **state)
{
	const double values[] = { 1, exp(2) };
	struct level two = level_of(values, 2, 0);
	struct level one = level_of(values, 1, 0);
	struct level coarse = level_of((const double[]){ 5, 5 }, 2, 1);

	(void)state;
	assert_close(two.mean, 1, 1e-15, "mean of 0 and 2");
	assert_close(two.spread, sqrt(2), 1e-15, "sd of 0 and 2");
	assert_close(one.mean, 0, 1e-15, "ln 1");
	assert_int_equal(one.n, 1);
	assert_close(coarse.spread, 1 / (5 * sqrt(12)), 1e-14, "rounding");
}

static struct level level(double mean, double spread, size_t n)
{
	return (struct level){
		.mean = mean,
		.spread = spread,
		.n = n,
		.degrees_of_freedom = (double)n - 1,
	};
}

/* Welch's degrees of freedom are 2 (n - 1) here; t(.975, 2) = .95 sqrt(2 / .0975). */
static void test_two_systems_are_compared_by_welch(void **state)
{
	const struct level a = level(0, 0.1, 2);
	const struct level still = level(0, 0, 2);
	double t2 = 0.95 * sqrt(2 / (4 * 0.975 * 0.025));
	double t1 = tan(0.475 * acos(-1));

	(void)state;
	assert_close(half_width(&a, &a, 0.05), 0.1 * t2, 1e-12, "both spread");
	/* One without spread gives nothing to the error, and no degrees of freedom. */
	assert_close(half_width(&a, &still, 0.05), 0.1 / sqrt(2) * t1, 1e-12, "one spreads");
	assert_close(half_width(&still, &still, 0.05), 0, 0, "none spreads");
}

/*
 * Squared errors of .005 by 2 runs and .0005 by 20 have 1.2 degrees of freedom; .005 by 2 and .005
 * by 200 have 3.98, of which 2 are allowed.
 */
static void test_few_runs_bound_the_degrees_of_freedom(void **state)
{
	const struct level few = level(0, 0.1, 2);
	const struct level many = level(0, 0.1, 20);
	const struct level noisy = level(0, 1, 200);
	double t2 = 0.95 * sqrt(2 / (4 * 0.975 * 0.025));
	double welch = 0.055 * 0.055 / (0.05 * 0.05 + 0.005 * 0.005 / 19);

	(void)state;
	assert_close(half_width(&few, &many, 0.05),
		student_quantile(0.975, welch) * sqrt(0.01 / 2 + 0.01 / 20), 1e-12, "Welch's");
	assert_close(half_width(&few, &noisy, 0.05), t2 * 0.1, 1e-12, "bounded");
	assert_close(half_width(&noisy, &few, 0.05), t2 * 0.1, 1e-12, "either way round");
}

/* Three systems are three pairs, five are ten; t(p, 1) = tan(pi (p - .5)). */
static void test_pairs_share_one_error(void **state)
{
	const struct level a = level(0, 0.1, 2);
	const struct level still = level(0, 0, 2);
	const double pi = acos(-1);

	(void)state;
	assert_close(alpha_of_pair(0.05, 2), 0.05, 1e-15, "k = 2");
	assert_close(alpha_of_pair(0.05, 3), 0.05 / 3, 1e-15, "k = 3");
	assert_close(alpha_of_pair(0.01, 5), 0.001, 1e-15, "k = 5");
	assert_close(half_width(&a, &still, alpha_of_pair(0.05, 3)),
		0.1 / sqrt(2) * tan(pi * (0.5 - 0.05 / 6)), 1e-11, "k = 3");
	assert_close(half_width(&a, &still, alpha_of_pair(0.05, 5)),
		0.1 / sqrt(2) * tan(pi * (0.5 - 0.05 / 20)), 1e-11, "k = 5");
}

/* With delta = 1 the margin is ln 2. */
static void test_exactly_one_relation_holds(void **state)
{
	const double m = log1p(1);
	const struct {
		double low;
		double high;
		const char *sign;
	} rows[] = {
		{ m + 0.1, m + 1, ">" },
		{ m, m + 1, ">=" },
		{ 0, m + 1, ">=" },
		{ -m + 0.1, m + 0.1, ">=" },
		{ -m, m + 0.1, "?=?" },
		{ -m, m, "≈" },
		{ 0, 0, "≈" },
		{ m, m, "≈" },
		{ -m + 0.1, m - 0.1, "≈" },
		{ -m - 0.1, m + 0.1, "?=?" },
		{ -m - 0.1, m, "?=?" },
		{ -m - 0.1, m - 0.1, "<=" },
		{ -m - 1, 0, "<=" },
		{ -m - 1, -m, "<=" },
		{ -m - 1, -m - 0.1, "<" },
		{ -INFINITY, INFINITY, "?=?" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct interval interval = { rows[i].low, rows[i].high };
		struct interval mirrored = { -rows[i].high, -rows[i].low };

		assert_text(relation_sign(relation_of(interval, 1)), rows[i].sign, rows[i].sign);
		assert_row(relation_of(mirrored, 1) == relation_mirrored(relation_of(interval, 1)),
			rows[i].sign);
	}
}

static enum relation relation_after(size_t runs, double difference, double spread)
{
	struct level more = level(0, spread, runs);
	double half = half_width(&more, &more, 0.05);

	return relation_of((struct interval){ difference - half, difference + half }, 0.05);
}

/*
 * No difference, a margin of ln 1.05, spread .1: half the interval and 1.28 errors more must fit.
 * n = 90: (1.97 + 1.28) .1 sqrt(2 / 90) = .0485 < ln 1.05 = .0488 < .0500 of n = 85.
 */
static void test_runs_to_decide_have_the_power(void **state)
{
	const struct level a = level(0, 0.1, 3);
	size_t runs = runs_to_decide_pair(&a, &a, 0.05, 0.05);

	(void)state;
	assert_int_not_equal(relation_after(runs, 0, 0.1), RELATION_UNDECIDED);
	assert_true(runs > 85 && runs <= 100);
}

/* The nearer a difference is to the margin, the more runs; at the margin none would decide. */
static void test_runs_to_decide_grow_towards_the_margin(void **state)
{
	const struct level b = level(0, 0.02, 3);
	size_t before = 0;

	(void)state;
	for (double beyond = 0.1; beyond > 0.01; beyond /= 1.5) {
		const struct level a = level(log1p(0.05) + beyond, 0.02, 3);
		size_t runs = runs_to_decide_pair(&a, &b, 0.05, 0.05);

		assert_true(runs >= before && runs > 0);
		before = runs;
	}
	assert_int_equal(
		runs_to_decide_pair(&(struct level){ log1p(0.05), 0.02, 3, 0, 2 }, &b, 0.05, 0.05),
		0);
}

static void test_runs_to_decide_may_be_too_many(void **state)
{
	const struct level a = level(0, 10, 3);

	(void)state;
	assert_int_equal(runs_to_decide_pair(&a, &a, 0.05, 0.05), 0);
	assert_int_equal(runs_to_decide_pair(&a, &a, 0.005, 0.05), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_pairs_are_those_of_r),
		cmocka_unit_test(test_level_by_hand),
		cmocka_unit_test(test_two_systems_are_compared_by_welch),
		cmocka_unit_test(test_few_runs_bound_the_degrees_of_freedom),
		cmocka_unit_test(test_pairs_share_one_error),
		cmocka_unit_test(test_exactly_one_relation_holds),
		cmocka_unit_test(test_runs_to_decide_have_the_power),
		cmocka_unit_test(test_runs_to_decide_grow_towards_the_margin),
		cmocka_unit_test(test_runs_to_decide_may_be_too_many),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
