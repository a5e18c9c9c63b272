/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_structure_reference - trend, step, outlier, modes and dependence against R and NIST */
#include "stats/methods/moments.h"
#include "stats/methods/stability.h"
#include "stats/methods/structure.h"
#include "stats/methods/warmup.h"
#include "tests/unit/tsv.h"
#include "tests/unit/unit.h"

/* A series of structure.tsv, behind the values that are to be set aside. */
struct sample_set {
	struct numbers values;
	double *x;
	double *y; /* ln x */
	size_t n;
	double tau;
	double floor;
	char row[64];
};

static void read_set(struct sample_set *series, const struct tsv *table, size_t row)
{
	size_t aside = (size_t)tsv_number(table, row, "set_aside");

	series->values = numbers_of(tsv_text(table, row, "values"));
	series->x = series->values.items + aside;
	series->n = series->values.count - aside;
	series->y = calloc(series->n, sizeof *series->y);
	logarithms_of(series->y, series->x, series->n);
	series->tau = tsv_number(table, row, "tau");
	series->floor = rounding_spread(series->x, series->n, tsv_number(table, row, "resolution"));
	snprintf(series->row, sizeof series->row, "%s %s", tsv_text(table, row, "id"),
		tsv_text(table, row, "kind"));
}

static void release_set(struct sample_set *series)
{
	free(series->values.items);
	free(series->y);
}

/* Whether R's p is below a limit; NA where a rule has too few values, or all are equal. */
static bool is_sure(const struct tsv *table, size_t row, const char *p, double limit)
{
	return tsv_number(table, row, p) < limit;
}

/* A rule fires where R's figures say so, and then on the same figures. */
static void check_finding(struct finding finding, bool expected, double effect, double p,
	const char *rule, const char *name)
{
	if (finding.found != expected)
		print_error("%s %s found\n", rule, finding.found ? "is" : "is not");
	assert_row(finding.found == expected, name);
	if (!expected)
		return;
	assert_close(finding.effect, effect, 1e-9, name);
	assert_close(finding.p, p, 1e-7, name); /* a far tail */
}

static void check_order(const struct sample_set *series, const struct tsv *table, size_t row)
{
	struct finding step = find_step(series->y, series->n, series->tau);
	double drift = tsv_number(table, row, "trend_effect");
	double jump = tsv_number(table, row, "step_effect");

	check_finding(find_trend(series->y, series->n, series->tau),
		fabs(drift) > series->tau &&
			is_sure(table, row, "trend_p", series->n < 6 ? 0.01 : 0.005) &&
			(series->n < 10 || is_sure(table, row, "kendall_p", 0.01)),
		drift, tsv_number(table, row, "trend_p"), "trend", series->row);
	check_finding(step,
		fabs(jump) > series->tau &&
			is_sure(table, row, "step_p", 0.005 / ((double)series->n - 5)),
		jump, tsv_number(table, row, "step_p"), "step", series->row);
	if (step.found) /* R counts from 1 */
		assert_row(step.at + 1 == (size_t)tsv_number(table, row, "step_at"), series->row);
	check_finding(find_serial_dependence(series->y, series->n),
		is_sure(table, row, "serial_p", 0.01), tsv_number(table, row, "serial_r1"),
		tsv_number(table, row, "serial_p"), "dependence", series->row);
}

static void check_shape(const struct sample_set *series, const struct tsv *table, size_t row)
{
	struct finding outlier = find_outlier(series->y, series->n, series->floor, series->tau);
	struct finding modes = find_two_modes(series->y, series->n, series->tau);

	if (outlier.found) {
		assert_row(outlier.at + 1 == (size_t)tsv_number(table, row, "outlier_at"),
			series->row);
		assert_close(outlier.p, tsv_number(table, row, "outlier_p"), 1e-7, series->row);
		assert_row(outlier.p < 0.01 / (double)series->n, series->row);
	}
	if (modes.found) {
		assert_close(modes.effect, tsv_number(table, row, "modes_gap"), 1e-9, series->row);
		assert_row(modes.effect > series->tau, series->row);
	}
}

static void test_findings_are_those_of_r(void **state)
{
	struct tsv table;

	(void)state;
	tsv_read(&table, "tests/reference/structure.tsv");
	assert_int_equal(tsv_row_count(&table), 60);
	for (size_t row = 0; row < tsv_row_count(&table); row++) {
		struct sample_set series;

		read_set(&series, &table, row);
		check_order(&series, &table, row);
		check_shape(&series, &table, row);
		release_set(&series);
	}
	tsv_release(&table);
}

static void test_verdicts_and_what_is_set_aside_are_those_of_r(void **state)
{
	struct tsv table;

	(void)state;
	tsv_read(&table, "tests/reference/structure.tsv");
	for (size_t row = 0; row < tsv_row_count(&table); row++) {
		double resolution = tsv_number(&table, row, "resolution");
		struct margins margins = { .alpha = 0.05 };
		struct sample_set series;

		read_set(&series, &table, row);
		assert_row(count_set_aside(series.values.items, series.values.count, resolution,
				   series.tau) == (size_t)tsv_number(&table, row, "set_aside"),
			series.row);
		margins.tau = series.tau;
		assert_text(
			verdict_name(
				judge_stability(series.x, series.n, resolution, &margins).verdict),
			tsv_text(&table, row, "verdict"), series.row);
		release_set(&series);
	}
	tsv_release(&table);
}

static void test_lag1_autocorrelation_is_that_of_nist(void **state)
{
	struct tsv certified;

	(void)state;
	tsv_read(&certified, "tests/reference/nist-certified.tsv");
	for (size_t row = 0; row < tsv_row_count(&certified); row++) {
		const char *name = tsv_text(&certified, row, "test");
		struct text bytes = TEXT_INIT;
		struct numbers values;
		char path[64];

		snprintf(path, sizeof path, "tests/reference/nist/%s.txt", name);
		read_whole(&bytes, path);
		values = numbers_of(bytes.data);
		assert_close(lag1_autocorrelation(values.items, values.count),
			tsv_number(&certified, row, "lag1"),
			strncmp(name, "NumAcc", 6) == 0 && row >= 2 ? 1e-8 : 1e-12, name);
		free(values.items);
		text_release(&bytes);
	}
	tsv_release(&certified);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_findings_are_those_of_r),
		cmocka_unit_test(test_verdicts_and_what_is_set_aside_are_those_of_r),
		cmocka_unit_test(test_lag1_autocorrelation_is_that_of_nist),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
