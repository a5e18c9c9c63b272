/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_series - batches, transients and verdicts on runs whose answers are plain */
#include <stdlib.h>

#include "stats/methods/batch.h"
#include "stats/methods/line.h"
#include "stats/methods/moments.h"
#include "stats/methods/plateau.h"
#include "stats/methods/series.h"
#include "stats/methods/transient.h"
#include "tests/unit/unit.h"

enum { MOST = 600 };

/* The first at of n values are front, the others rest. */
static void fill(double *values, size_t n, size_t at, double front, double rest)
{
	for (size_t i = 0; i < n; i++)
		values[i] = i < at ? front : rest;
}

/* A little noise, the same in every run: up to size either way. */
static void disturb(double *values, size_t n, double size)
{
	uint64_t state = 1;

	for (size_t i = 0; i < n; i++)
		values[i] *= 1 + size * ((double)random_below(&state, 2001) / 1000 - 1);
}

static struct steadiness_found judge(
	const double *values, size_t n, enum better better, struct text *reasons)
{
	return judge_series(&(struct course){ values, n, 0.5, 0.10, better }, reasons);
}

static void test_batches_are_of_sizes_one_apart(void **state)
{
	static const double values[] = { 1, 2, 3, 4, 5, 6, 7 };
	double means[3];

	(void)state;
	batch_means(values, 7, means, 3);
	assert_true(means[0] == 1.5 && means[1] == 3.5 && means[2] == 6);
	assert_int_equal(batch_begin(3, 7, 3), 7);
	assert_int_equal(batch_begin(7, SIZE_MAX, 20), SIZE_MAX / 20 * 7 + 15 * 7 / 20);
	assert_int_equal(batch_count(7), 7);
	assert_int_equal(batch_count(21), BATCHES);
	/* Of batches of one it is the variance: 28 / 6. */
	assert_close(long_run_variance(values, 7), 28.0 / 6, 1e-15, "1 to 7");
}

static void test_interval_of_independent_values_is_students(void **state)
{
	static const double values[] = { 1, -1, 1, -1 }; /* r < 0: worth 4 */
	struct interval interval = dependent_mean_interval(values, 4);

	(void)state;
	/* qt(0.975, 3) * sqrt(4 / 3 / 4) */
	assert_close(interval.high, 3.18244630528371 / sqrt(3), 1e-13, "+-1");
	assert_close(interval.low, -interval.high, 1e-15, "+-1");
}

static void test_line_through_a_line_has_no_error(void **state)
{
	static const double values[] = { 1, 3, 5, 7 };
	static const double bent[] = { 0, 1, 0 };

	(void)state;
	assert_true(line_through(values, 4).slope == 2 && line_through(values, 4).error == 0);
	/* Residuals -1/3, 2/3, -1/3: error sqrt(2/3 / 1 / 2). */
	assert_true(line_through(bent, 3).slope == 0);
	assert_close(line_through(bent, 3).error, sqrt(1.0 / 3), 1e-15, "bent");
}

static void test_mser_cuts_what_is_apart(void **state)
{
	double values[MOST];

	(void)state;
	fill(values, 40, 10, 5, 1);
	assert_int_equal(mser5(values, 40, 20), 10);
	assert_int_equal(mser5(values, 40, 5), 5);
	fill(values, 40, 8, 5, 1); /* the second five has 8/5 of it */
	assert_int_equal(mser5(values, 40, 20), 10);
	fill(values, 40, 0, 5, 1);
	assert_int_equal(mser5(values, 40, 20), 0);
	assert_int_equal(mser5(values, 5, 2), 0);
}

static void test_transient_is_one_that_matters_and_ends(void **state)
{
	double values[MOST];
	struct transient transient;

	(void)state;
	fill(values, 60, 10, 150, 100);
	transient = find_transient(values, 60, 0.10, 0.005);
	assert_true(transient.cut == 10 && transient.effect == 0.5 && transient.p == 0);
	assert_false(transient.lasts);
	fill(values, 60, 10, 109, 100); /* less than tau */
	assert_int_equal(find_transient(values, 60, 0.10, 0.005).cut, 0);
	fill(values, 60, 30, 150, 100); /* half of the run */
	transient = find_transient(values, 60, 0.10, 0.005);
	assert_true(transient.lasts && transient.cut == 30);
	fill(values, 60, 10, 0, 100);
	assert_true(find_transient(values, 60, 0.10, 0.005).effect == -1);
}

static void test_verdicts_on_plain_runs(void **state)
{
	static const struct {
		const char *name;
		size_t n, at;
		double front, rest;
		enum steadiness verdict;
		size_t cut;
	} rows[] = {
		{ "one", 1, 0, 0, 100, STEADY_TOO_SHORT, 0 },
		{ "nineteen", 19, 0, 0, 100, STEADY_TOO_SHORT, 0 },
		{ "twenty", 20, 0, 0, 100, STEADY_UNDECIDED, 0 },
		{ "fifty-nine", 59, 0, 0, 100, STEADY_UNDECIDED, 0 },
		{ "sixty", 60, 0, 0, 100, STEADY, 0 },
		{ "warm-up", 60, 10, 50, 100, STEADY, 10 },
		{ "burst", 600, 60, 140, 100, STEADY, 60 },
		{ "cliff in the middle", 600, 300, 100, 70, STEADY_NOT, 0 },
		{ "cliff behind", 600, 540, 100, 70, STEADY_NOT, 0 },
		{ "half at 0", 60, 30, 0, 100, STEADY_NOT, 0 },
		{ "all at 0", 60, 0, 0, 0, STEADY_NOT, 0 },
	};
	double values[MOST];

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct text reasons = TEXT_INIT;
		struct steadiness_found found;

		fill(values, rows[i].n, rows[i].at, rows[i].front, rows[i].rest);
		disturb(values, rows[i].n, 0.01);
		found = judge(values, rows[i].n, BETTER_HIGHER, &reasons);
		assert_text(steadiness_name(found.verdict), steadiness_name(rows[i].verdict),
			rows[i].name);
		/* The least error may lie later than the change, up to a third. */
		assert_row(found.cut >= rows[i].cut, rows[i].name);
		assert_row(
			found.cut <= rows[i].cut + (rows[i].cut ? rows[i].n / 3 - rows[i].cut : 0),
			rows[i].name);
		assert_row(found.mean == mean(values + found.cut, rows[i].n - found.cut),
			rows[i].name);
		assert_row(
			reasons.length && reasons.data[reasons.length - 1] == '\n', rows[i].name);
		text_release(&reasons);
	}
}

/* What is rare by nature has no level, and none is as it should be. */
static void test_zeros_are_good_or_bad_by_the_metric(void **state)
{
	double values[MOST];
	struct text reasons = TEXT_INIT;

	(void)state;
	fill(values, 60, 0, 0, 0);
	assert_int_equal(judge(values, 60, BETTER_LOWER, &reasons).verdict, STEADY);
	assert_int_equal(judge(values, 59, BETTER_LOWER, &reasons).verdict, STEADY_UNDECIDED);
	assert_int_equal(judge(values, 60, BETTER_HIGHER, &reasons).verdict, STEADY_NOT);
	values[7] = 3;
	assert_int_equal(judge(values, 60, BETTER_LOWER, &reasons).verdict, STEADY_UNDECIDED);
	text_clear(&reasons);
	judge(values, 60, BETTER_LOWER, &reasons);
	assert_string_equal(
		reasons.data, "59 of 60 intervals are 0: too rare to be steady or not\n");
	values[8] = -3;
	text_clear(&reasons);
	assert_int_equal(judge(values, 60, BETTER_LOWER, &reasons).verdict, STEADY_UNDECIDED);
	assert_string_equal(
		reasons.data, "1 of 60 intervals are below 0: changes are no shares of a level\n");
	text_release(&reasons);
}

static void test_reasons_are_in_seconds_where_these_are_known(void **state)
{
	double values[MOST];
	struct text reasons = TEXT_INIT;

	(void)state;
	fill(values, 80, 20, 80, 100);
	judge(values, 80, BETTER_HIGHER, &reasons);
	assert_string_equal(reasons.data,
		"first 10 s cut, 20 % slower: warm-up\n"
		"steady for 30 s, mean known to 0 % (95 %), worth 60 independent intervals\n");
	text_clear(&reasons);
	judge_series(&(struct course){ values, 80, NAN, 0.10, BETTER_NEITHER }, &reasons);
	assert_string_equal(reasons.data, "first 20 intervals cut, 20 % lower\n"
					  "steady for 60 intervals, mean known to 0 % (95 %), "
					  "worth 60 independent intervals\n");
	text_release(&reasons);
}

/* Numbers at the ends of double's range are judged as any others. */
static void test_verdict_does_not_depend_on_magnitude(void **state)
{
	static const double factors[] = { 1, 1e6, 0x1p20, 1e-300, 1e304 };
	double values[MOST], scaled[MOST];
	struct text reasons = TEXT_INIT;

	(void)state;
	fill(values, MOST, 50, 60, 100);
	disturb(values, MOST, 0.2);
	for (size_t i = 0; i < COUNT(factors); i++) {
		struct steadiness_found found;
		char name[32];

		snprintf(name, sizeof name, "x %g", factors[i]);
		for (size_t j = 0; j < MOST; j++)
			scaled[j] = values[j] * factors[i];
		found = judge(scaled, MOST, BETTER_HIGHER, &reasons);
		assert_row(found.verdict == STEADY && found.cut == 50, name);
		assert_row(isfinite(found.mean) && isfinite(found.sd), name);
		assert_row(found.ci.low < found.mean && found.mean < found.ci.high, name);
	}
	text_release(&reasons);
}

static void test_drift_that_cannot_be_excluded_leaves_it_open(void **state)
{
	double values[MOST];
	struct text reasons = TEXT_INIT;
	struct drift drift;

	(void)state;
	fill(values, 60, 0, 0, 100);
	disturb(values, 60, 0.5);
	drift = drift_of(values, 60);
	assert_true(drift_at_most(&drift, 0.98) > 0.12 && drift_p(&drift) > 0.01);
	assert_int_equal(judge(values, 60, BETTER_HIGHER, &reasons).verdict, STEADY_UNDECIDED);
	text_release(&reasons);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_batches_are_of_sizes_one_apart),
		cmocka_unit_test(test_interval_of_independent_values_is_students),
		cmocka_unit_test(test_line_through_a_line_has_no_error),
		cmocka_unit_test(test_mser_cuts_what_is_apart),
		cmocka_unit_test(test_transient_is_one_that_matters_and_ends),
		cmocka_unit_test(test_verdicts_on_plain_runs),
		cmocka_unit_test(test_zeros_are_good_or_bad_by_the_metric),
		cmocka_unit_test(test_reasons_are_in_seconds_where_these_are_known),
		cmocka_unit_test(test_verdict_does_not_depend_on_magnitude),
		cmocka_unit_test(test_drift_that_cannot_be_excluded_leaves_it_open),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
