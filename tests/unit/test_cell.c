/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_cell - what stands in a cell, as the founding notes write it */
#include <stdlib.h>

#include "core/units.h"
#include "render/report/cell.h"
#include "tests/unit/unit.h"

enum { MOST = 3 };

/* In MB/s; a list ends in 0. */
struct row {
	const char *verdict;
	double values[MOST];
	double sd; /* 0: one run */
	double first[MOST];
	double cached[MOST];
	const char *mark;
	enum bound bound;
	const char *cell;
};

static struct numbers numbers_of_row(const double values[MOST])
{
	struct numbers numbers = { 0 };

	for (size_t i = 0; i < MOST && values[i] > 0; i++)
		numbers_add(&numbers, values[i] * 1e6);
	return numbers;
}

static struct summary summary_of(const struct row *row, const char *metric)
{
	struct summary summary = {
		.metric = metric,
		.verdict = row->verdict,
		.sd = row->sd > 0 ? row->sd * 1e6 : NAN,
		.bound = row->bound,
		.values = numbers_of_row(row->values),
		.first = numbers_of_row(row->first),
		.cached = numbers_of_row(row->cached),
	};

	summary.n = summary.values.count;
	summary.mean = summary.min = summary.max = summary.n ? summary.values.items[0] : NAN;
	for (size_t i = 1; i < summary.n; i++)
		summary.max = summary.values.items[i];
	summary.median = summary.mean;
	if (row->mark)
		strings_add(&summary.marks, row->mark);
	return summary;
}

static void check(const struct row *first, const struct row *second, const char *expected)
{
	const struct display display = { .unit = unit_find("MB/s"), .decimals = -1 };
	struct summary a = summary_of(first, "read.bw");
	struct summary b = { 0 };
	struct text cell = TEXT_INIT;

	if (second)
		b = summary_of(second, "write.bw");
	cell_add(&cell, &a, second ? &b : NULL, &display);
	assert_text(cell.data, expected, expected);
	text_release(&cell);
	summary_release(&a);
	summary_release(&b);
}

static const struct row plain = { "Stable", { 634 }, 0, { 0 }, { 0 }, NULL, BOUND_NONE, "634" };
static const struct row cached = { "Stable", { 271 }, 0, { 0 }, { 0 }, MARK_CACHED, BOUND_NONE,
	"271(C)" };

static void test_cells_are_as_the_notes_have_them(void **state)
{
	static const struct row rows[] = {
		{ "Stable", { 142 }, 27, { 0 }, { 0 }, NULL, BOUND_NONE, "142 ± 27" },
		{ "Stable", { 138 }, 0, { 144 }, { 0 }, NULL, BOUND_NONE, "[144] 138" },
		{ "Unstable", { 129 }, 40, { 0 }, { 0 }, NULL, BOUND_NONE, "[129]" },
		{ "Stable", { 150 }, 0, { 0 }, { 305 }, NULL, BOUND_NONE, "305(C) 150" },
		{ "Stable", { 150 }, 3, { 0 }, { 300, 310 }, NULL, BOUND_NONE, "305(C) 150 ± 3" },
		{ "Stable", { 908 }, 5, { 0 }, { 0 }, MARK_CACHED, BOUND_NONE, "908(C)" },
		{ "Unstable", { 908 }, 5, { 0 }, { 0 }, MARK_CACHED, BOUND_NONE, "[908](C)" },
		{ "Stable", { 112 }, 5, { 0 }, { 0 }, MARK_EXCEPTIONAL, BOUND_NONE, "112(E)" },
		{ "Stable?", { 57, 59 }, 1, { 0 }, { 0 }, MARK_BOUND, BOUND_BELOW, "< 59" },
		{ "Stable?", { 57, 59 }, 1, { 0 }, { 0 }, MARK_BOUND, BOUND_ABOVE, "> 57" },
		{ "Failed", { 0 }, 0, { 0 }, { 0 }, NULL, BOUND_NONE, "Failed" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check(&rows[i], NULL, rows[i].cell);
}

/* A mark behind a pair is of both; one of a single member says of which. */
static void test_a_pairs_marks_are_those_of_both_or_named(void **state)
{
	struct row cached_first = plain;
	struct row cached_second = cached;

	(void)state;
	check(&plain, &plain, "634,634");
	cached_first.mark = MARK_CACHED;
	check(&cached_first, &cached_second, "634,271(C)");
	cached_second.mark = NULL;
	check(&cached_first, &cached_second, "634(C),271");
	check(&plain, &cached, "634,271(C: write)");
}

static void test_what_a_cell_does_not_say_has_a_note(void **state)
{
	struct summary summary = { .verdict = "Stable" };

	(void)state;
	assert_false(cell_needs_note(NULL));
	assert_false(cell_needs_note(&summary));
	numbers_add(&summary.cached, 1);
	assert_true(cell_needs_note(&summary));
	summary_release(&summary);
	summary = (struct summary){ .verdict = "Stable" };
	strings_add(&summary.bounds, "< 5");
	assert_true(cell_needs_note(&summary));
	summary_release(&summary);
	summary = (struct summary){ .verdict = "Stable?" };
	assert_true(cell_needs_note(&summary));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cells_are_as_the_notes_have_them),
		cmocka_unit_test(test_a_pairs_marks_are_those_of_both_or_named),
		cmocka_unit_test(test_what_a_cell_does_not_say_has_a_note),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
