/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * records - books of records made by a test
 */
#ifndef TESTS_UNIT_RECORDS_H
#define TESTS_UNIT_RECORDS_H

#include "core/experiment.h"
#include "core/json.h"
#include "core/record.h"
#include "render/report/book.h"
#include "render/report/tables.h"
#include "tests/unit/unit.h"

/* Adds the records of lines to a book that was all zero, or has taken others. */
static inline void take_records(struct book *book, const char *lines)
{
	struct slice rest = slice_of(lines);
	struct slice line;
	struct record record = { 0 };
	const char *why;

	while (scan_until(&rest, "\n", &line) && scan_char(&rest, '\n')) {
		assert_row(record_read(&record, line, &why), lines);
		book_take(book, &record);
	}
	record_release(&record);
	assert_row(slice_is_empty(rest), lines);
}

/* A system's runs of a metric, in base units, as stats would write them but for what charts do not show. */
struct runs {
	const char *system;
	const char *test;
	const char *metric;
	const char *unit;
	const char *better; /* NULL: neither */
	const char *verdict;
	double first; /* set aside; 0: none */
	double value; /* of each of n runs */
	size_t n;
};

static inline void take_runs(struct book *book, const struct runs *runs)
{
	struct summary summary = {
		.system = runs->system,
		.test = runs->test,
		.part = NAN,
		.metric = runs->metric,
		.unit = runs->unit,
		.better = !runs->better                        ? BETTER_NEITHER
			  : strcmp(runs->better, "lower") == 0 ? BETTER_LOWER
							       : BETTER_HIGHER,
		.n = runs->n,
		.mean = runs->value,
		.variance = 0,
		.sd = runs->n > 1 ? 0 : NAN,
		.cv = NAN,
		.ci = { runs->value, runs->value },
		.median = runs->value,
		.mad = 0,
		.min = runs->value,
		.max = runs->value,
		.resolution = NAN,
		.tau = 0.05,
		.alpha = 0.05,
		.verdict = runs->verdict,
	};
	struct text line = TEXT_INIT;

	if (runs->first > 0)
		numbers_add(&summary.first, runs->first);
	for (size_t i = 0; i < runs->n; i++)
		numbers_add(&summary.values, runs->value);
	summary_write(&line, &summary);
	take_records(book, line.data);
	text_release(&line);
	summary_release(&summary);
}

/* The book's tables, once it has all its records. */
static inline void plan_tables(
	struct tables *tables, struct book *book, struct experiment *experiment)
{
	experiment_read(experiment, NULL);
	book_complete(book, experiment);
	tables_plan(tables, experiment, book);
}

#endif
