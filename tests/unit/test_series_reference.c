/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_series_reference - transient, batches, drift, step, windows and verdicts against R */
#include "stats/methods/batch.h"
#include "stats/methods/moments.h"
#include "stats/methods/plateau.h"
#include "stats/methods/series.h"
#include "stats/methods/structure.h"
#include "stats/methods/transient.h"
#include "tests/unit/tsv.h"
#include "tests/unit/unit.h"

/* A run of series.tsv; `rest` is what R sets not aside. */
struct run {
	struct numbers values;
	const double *rest;
	size_t n;
	double caution;
	char name[64];
};

static double number(const struct tsv *table, size_t row, const char *head)
{
	return tsv_number(table, row, head);
}

static void read_run(struct run *run, const struct tsv *table, size_t row)
{
	bool lasts = strcmp(tsv_text(table, row, "lasts"), "TRUE") == 0;
	size_t cut = lasts ? 0 : (size_t)number(table, row, "cut");

	run->values = numbers_of(tsv_text(table, row, "values"));
	assert_int_equal(run->values.count, (size_t)number(table, row, "n"));
	run->rest = run->values.items + cut;
	run->n = run->values.count - cut;
	run->caution = fmin(1, pow((double)run->values.count / SERIES_ENOUGH, 3));
	snprintf(run->name, sizeof run->name, "%s %s", tsv_text(table, row, "id"),
		tsv_text(table, row, "kind"));
}

/* Each row of the table to check(). */
static void for_each_run(void (*check)(const struct run *run, const struct tsv *table, size_t row))
{
	struct tsv table;

	tsv_read(&table, "tests/reference/series.tsv");
	assert_int_equal(tsv_row_count(&table), 20);
	for (size_t row = 0; row < tsv_row_count(&table); row++) {
		struct run run;

		read_run(&run, &table, row);
		check(&run, &table, row);
		free(run.values.items);
	}
	tsv_release(&table);
}

static void check_transient(const struct run *run, const struct tsv *table, size_t row)
{
	struct transient transient = find_transient(run->values.items, run->values.count,
		number(table, row, "tau"), run->caution * 0.005);
	bool lasts = strcmp(tsv_text(table, row, "lasts"), "TRUE") == 0;

	assert_row(mser5(run->values.items, run->values.count, run->values.count / 2) ==
			   (size_t)number(table, row, "mser5_half"),
		run->name);
	assert_row(transient.cut == (size_t)number(table, row, "cut"), run->name);
	assert_row(transient.lasts == lasts, run->name);
	if (transient.cut == 0)
		return;
	assert_close(transient.effect, number(table, row, "cut_effect"), 1e-11, run->name);
	assert_close(transient.p, number(table, row, "cut_p"), 1e-9, run->name); /* a far tail */
}

static void test_transients_are_those_of_r(void **state)
{
	(void)state;
	for_each_run(check_transient);
}

static void check_mean(const struct run *run, const struct tsv *table, size_t row)
{
	struct interval interval = dependent_mean_interval(run->rest, run->n);
	double r = lag1_autocorrelation(run->rest, run->n);

	assert_close(mean(run->rest, run->n), number(table, row, "mean"), 1e-14, run->name);
	assert_close(long_run_variance(run->rest, run->n), number(table, row, "variance"), 1e-11,
		run->name);
	assert_close(r, number(table, row, "r"), 1e-11, run->name);
	assert_close(
		effective_sample_size(run->n, r), number(table, row, "worth"), 1e-11, run->name);
	assert_close(interval.low, number(table, row, "ci_lo"), 1e-11, run->name);
	assert_close(interval.high, number(table, row, "ci_hi"), 1e-11, run->name);
}

static void test_means_and_their_intervals_are_those_of_r(void **state)
{
	(void)state;
	for_each_run(check_mean);
}

static void check_plateau(const struct run *run, const struct tsv *table, size_t row)
{
	struct drift drift = drift_of(run->rest, run->n);
	struct windows windows = five_windows(run->rest, run->n);
	struct finding step = level_step(
		run->rest, run->n, number(table, row, "tau"), run->caution * 0.005);

	assert_close(drift.size, number(table, row, "drift"), 1e-10, run->name);
	assert_close(drift.error, number(table, row, "drift_error"), 1e-10, run->name);
	assert_close(drift_p(&drift), number(table, row, "drift_p"), 1e-9, run->name);
	assert_close(
		drift_at_most(&drift, 0.98), number(table, row, "drift_most"), 1e-10, run->name);
	assert_close(windows.range, number(table, row, "range"), 1e-10, run->name);
	assert_close(windows.slope, number(table, row, "slope"), 1e-10, run->name);
	/* qtukey is an iteration */
	assert_close(windows_noise(run->rest, run->n, run->caution * 0.01),
		number(table, row, "noise"), 1e-8, run->name);
	assert_close(step.effect, number(table, row, "step"), 1e-10, run->name);
	assert_close(step.p, number(table, row, "step_p"), 1e-9, run->name);
	if (!isnan(number(table, row, "step_at"))) /* R counts from 1 */
		assert_row(step.at + 1 == (size_t)number(table, row, "step_at"), run->name);
}

static void test_drifts_steps_and_windows_are_those_of_r(void **state)
{
	(void)state;
	for_each_run(check_plateau);
}

static void check_verdict(const struct run *run, const struct tsv *table, size_t row)
{
	struct text reasons = TEXT_INIT;
	struct steadiness_found found = judge_series(
		&(struct course){ run->values.items, run->values.count, 1,
			number(table, row, "tau"), BETTER_HIGHER },
		&reasons);

	assert_text(steadiness_name(found.verdict), tsv_text(table, row, "verdict"), run->name);
	assert_row(found.cut == run->values.count - run->n, run->name);
	assert_close(found.mean, number(table, row, "mean"), 1e-14, run->name);
	assert_close(found.sd, number(table, row, "sd"), 1e-11, run->name);
	assert_close(found.ci.low, number(table, row, "ci_lo"), 1e-10, run->name);
	assert_close(found.ci.high, number(table, row, "ci_hi"), 1e-10, run->name);
	assert_close(found.r, number(table, row, "r"), 1e-10, run->name);
	assert_close(found.effective_n, number(table, row, "worth"), 1e-10, run->name);
	assert_row(reasons.length > 0, run->name);
	text_release(&reasons);
}

static void test_verdicts_are_those_of_r(void **state)
{
	(void)state;
	for_each_run(check_verdict);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_transients_are_those_of_r),
		cmocka_unit_test(test_means_and_their_intervals_are_those_of_r),
		cmocka_unit_test(test_drifts_steps_and_windows_are_those_of_r),
		cmocka_unit_test(test_verdicts_are_those_of_r),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
