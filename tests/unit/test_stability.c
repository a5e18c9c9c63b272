/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_stability - the spread of repeats, and what is said about it */
#include "stats/methods/stability.h"
#include "stats/repeats/reasons.h"
#include "tests/unit/captured.h"
#include "tests/unit/unit.h"

static void test_dispersion_is_that_of_r(void **state)
{
	struct tsv samples, verdicts;
	size_t checked = 0;

	(void)state;
	tsv_read(&samples, "tests/reference/captured-samples.tsv");
	tsv_read(&verdicts, "tests/reference/captured-verdict.tsv");
	for (size_t row = 0; row < tsv_row_count(&verdicts); row++) {
		size_t n = (size_t)tsv_number(&verdicts, row, "n");
		const char *test = tsv_text(&verdicts, row, "test");
		struct dispersion dispersion;
		struct repeats repeats;

		if (isnan(tsv_number(&verdicts, row, "U")))
			continue;
		repeats = repeats_of(
			&samples, &verdicts, row, tsv_text(&verdicts, row, "system"), n);
		dispersion = dispersion_of(repeats.values.items, n, repeats.resolution, 0.05);
		assert_close(
			dispersion.spread, tsv_number(&verdicts, row, "observed"), 1e-12, test);
		assert_close(dispersion.floor, tsv_number(&verdicts, row, "floor"), 1e-12, test);
		assert_close(dispersion.at_most, tsv_number(&verdicts, row, "U"), 1e-12, test);
		assert_close(dispersion.at_least, tsv_number(&verdicts, row, "L"), 1e-12, test);
		free(repeats.values.items);
		checked++;
	}
	assert_true(checked > 50);
	tsv_release(&samples);
	tsv_release(&verdicts);
}

/* ln of 1, e, e^2 is 0, 1, 2: sd 1; with two degrees of freedom chi-square is -2 ln(1 - p). */
static void test_dispersion_by_hand(void **state)
{
	const double values[] = { 1, exp(1), exp(2) };
	struct dispersion dispersion = dispersion_of(values, 3, NAN, 0.05);

	(void)state;
	assert_close(dispersion.spread, 1, 1e-14, "spread");
	assert_close(dispersion.floor, 0, 0, "floor");
	assert_close(dispersion.at_least, 1 / sqrt(-log(0.05)), 1e-12, "at least");
	assert_close(dispersion.at_most, 1 / sqrt(-log(0.95)), 1e-12, "at most");
}

static void test_rounding_holds_up_the_upper_bound_alone(void **state)
{
	static const double values[] = { 10, 10, 10 };
	struct dispersion dispersion = dispersion_of(values, 3, 1, 0.05);
	double floor = 1 / (10 * sqrt(12));

	(void)state;
	assert_close(dispersion.floor, floor, 1e-14, "floor");
	assert_close(rounding_spread(values, 3, 1), floor, 1e-14, "floor alone");
	assert_close(rounding_spread(values, 3, 0), 0, 0, "not known");
	assert_close(rounding_spread(values, 3, NAN), 0, 0, "not known");
	assert_close(dispersion.spread, 0, 1e-15, "spread");
	assert_close(dispersion.at_least, 0, 1e-15, "at least");
	assert_close(dispersion.at_most, floor / sqrt(-log(0.95)), 1e-12, "at most");
}

static void test_dispersion_has_no_unit(void **state)
{
	static const double seconds[] = { 0.41, 0.39, 0.44, 0.405 };
	double days[4];
	struct dispersion a = dispersion_of(seconds, 4, 0.001, 0.05);
	struct dispersion b;

	(void)state;
	for (int i = 0; i < 4; i++)
		days[i] = seconds[i] / 86400;
	b = dispersion_of(days, 4, 0.001 / 86400, 0.05);
	assert_close(b.spread, a.spread, 1e-12, "spread");
	assert_close(b.floor, a.floor, 1e-12, "floor");
	assert_close(b.at_most, a.at_most, 1e-12, "at most");
}

/* Margins are far from the bounds, which R has above; structure needs four values. */
static const struct {
	const char *name;
	double values[4];
	size_t n;
	double resolution;
	double tau;
	enum verdict verdict;
} judged[] = {
	{ "one run", { 1 }, 1, 0, 0.05, VERDICT_UNDECIDED },
	{ "two equal runs", { 1, 1 }, 2, 0, 0.05, VERDICT_UNDECIDED },
	{ "two runs far apart", { 1, 1000 }, 2, 0, 0.05, VERDICT_UNSTABLE },
	{ "three equal runs", { 2, 2, 2 }, 3, 0, 0.05, VERDICT_STABLE },
	{ "three equal runs of a coarse clock", { 2, 2, 2 }, 3, 1, 0.05, VERDICT_UNDECIDED },
	{ "three runs close together", { 1, 1.001, 1.002 }, 3, 0, 0.05, VERDICT_STABLE },
	{ "three runs apart", { 1, 10, 3 }, 3, 0, 0.05, VERDICT_UNSTABLE },
	{ "three runs between", { 1, 1.05, 0.95 }, 3, 0, 0.05, VERDICT_UNDECIDED },
	{ "three runs, wide margin", { 1, 1.05, 0.95 }, 3, 0, 1, VERDICT_STABLE },
	{ "a zero", { 1, 0, 1 }, 3, 0, 0.05, VERDICT_UNDECIDED },
	{ "zeros", { 0, 0, 0 }, 3, 0, 0.05, VERDICT_UNDECIDED },
	{ "a negative", { 1, -1, 1 }, 3, 0, 0.05, VERDICT_UNDECIDED },
	{ "no finer than rounding", { 10, 11, 10 }, 3, 1, 0.05, VERDICT_UNDECIDED },
};

static void test_verdict_is_sure_or_undecided(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(judged); i++) {
		struct text reasons = TEXT_INIT;
		const struct margins margins = { .tau = judged[i].tau, .alpha = 0.05 };
		struct judgement judgement = judge_stability(
			judged[i].values, judged[i].n, judged[i].resolution, &margins);

		reasons_add(&reasons, &judgement);
		assert_text(verdict_name(judgement.verdict), verdict_name(judged[i].verdict),
			judged[i].name);
		assert_row(reasons.length > 0, judged[i].name);
		assert_row(reasons.data[reasons.length - 1] == '\n', judged[i].name);
		text_release(&reasons);
	}
}

static void test_verdicts_on_captured_repeats_are_those_of_r(void **state)
{
	struct tsv samples, verdicts;
	size_t checked = 0;

	(void)state;
	tsv_read(&samples, "tests/reference/captured-samples.tsv");
	tsv_read(&verdicts, "tests/reference/captured-verdict.tsv");
	for (size_t row = 0; row < tsv_row_count(&verdicts); row++) {
		size_t n = (size_t)tsv_number(&verdicts, row, "n");
		const struct margins margins = {
			.tau = tsv_number(&verdicts, row, "tau"),
			.alpha = 0.05,
		};
		struct repeats repeats = repeats_of(
			&samples, &verdicts, row, tsv_text(&verdicts, row, "system"), n);

		assert_text(verdict_name(judge_stability(
				    repeats.values.items, n, repeats.resolution, &margins)
						 .verdict),
			tsv_text(&verdicts, row, "verdict"), tsv_text(&verdicts, row, "test"));
		free(repeats.values.items);
		checked++;
	}
	assert_true(checked > 60);
	tsv_release(&samples);
	tsv_release(&verdicts);
}

static void test_verdicts_go_from_good_to_bad(void **state)
{
	(void)state;
	assert_true(VERDICT_STABLE < VERDICT_UNDECIDED && VERDICT_UNDECIDED < VERDICT_UNSTABLE);
	assert_string_equal(verdict_name(VERDICT_STABLE), "Stable");
	assert_string_equal(verdict_name(VERDICT_UNDECIDED), "Stable?");
	assert_string_equal(verdict_name(VERDICT_UNSTABLE), "Unstable");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_dispersion_is_that_of_r),
		cmocka_unit_test(test_dispersion_by_hand),
		cmocka_unit_test(test_rounding_holds_up_the_upper_bound_alone),
		cmocka_unit_test(test_dispersion_has_no_unit),
		cmocka_unit_test(test_verdict_is_sure_or_undecided),
		cmocka_unit_test(test_verdicts_on_captured_repeats_are_those_of_r),
		cmocka_unit_test(test_verdicts_go_from_good_to_bad),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
