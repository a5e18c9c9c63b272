/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_scale - axes made from data: where they begin and end, and their ticks */
#include "render/report/plot/scale.h"
#include "tests/unit/unit.h"

enum { MOST = 8 };

struct row {
	const char *name;
	double numbers[2]; /* that the axis must show */
	double ticks;      /* at most */
	double marks[MOST];
	size_t count; /* of marks */
};

static struct scale scale_of(const struct row *row)
{
	struct scale scale;

	scale_init(&scale);
	scale_include(&scale, row->numbers[0]);
	scale_include(&scale, NAN);
	scale_include(&scale, row->numbers[1]);
	return scale;
}

static void check(const struct row *row, struct scale *scale)
{
	assert_row(scale->low < scale->high, row->name);
	assert_row(scale->ticks.count == row->count, row->name);
	for (size_t i = 0; i < row->count && i < scale->ticks.count; i++) {
		assert_close(scale->marks.items[i], row->marks[i], 1e-9, row->name);
		assert_row(scale->ticks.items[i] >= scale->low, row->name);
		assert_row(scale->ticks.items[i] <= scale->high, row->name);
	}
	scale_release(scale);
}

static void test_ticks_are_round_and_within(void **state)
{
	static const struct row rows[] = {
		{ "from zero", { 0, 95 }, 5, { 0, 20, 40, 60, 80 }, 5 },
		{ "far from zero", { 1001, 1009 }, 5, { 1002, 1004, 1006, 1008 }, 4 },
		{ "across zero", { -3, 7 }, 6, { -2, 0, 2, 4, 6 }, 5 },
		{ "below zero", { -9, 0 }, 3, { -5, 0 }, 2 },
		{ "tiny", { 0, 3e-9 }, 3, { 0, 2e-9 }, 2 },
		{ "one number", { 50, 50 }, 5, { 45, 50, 55 }, 3 },
		{ "zero alone", { 0, 0 }, 3, { 0, 0.5, 1 }, 3 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct scale scale = scale_of(&rows[i]);

		scale_end(&scale, rows[i].ticks);
		assert_row(scale.low <= fmin(rows[i].numbers[0], rows[i].numbers[1]), rows[i].name);
		assert_row(
			scale.high >= fmax(rows[i].numbers[0], rows[i].numbers[1]), rows[i].name);
		check(&rows[i], &scale);
	}
}

static void test_bars_stand_on_zero(void **state)
{
	struct row row = { "bars", { 0, 95 }, 5, { 0 }, 0 };
	struct scale scale = scale_of(&row);

	(void)state;
	scale_end(&scale, 5);
	assert_true(scale.low == 0);
	scale_release(&scale);
}

static void test_runs_are_counted(void **state)
{
	static const struct row rows[] = {
		{ "few", { 1, 3 }, 4, { 1, 2, 3 }, 3 },
		{ "many", { 1, 30 }, 4, { 10, 20, 30 }, 3 },
		{ "one", { 1, 1 }, 4, { 1 }, 1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct scale scale = scale_of(&rows[i]);

		scale_end_counts(&scale, rows[i].ticks);
		check(&rows[i], &scale);
	}
}

/* Numbers and places are logarithms, marks are not. */
static void test_ratios_have_round_marks(void **state)
{
	static const struct row rows[] = {
		{ "near", { -0.1, 0.2 }, 5, { 0.8, 1, 1.2, 1.4, 1.6 }, 5 },
		{ "a decade", { 0, 1 }, 5, { 1, 2, 5, 10 }, 4 },
		{ "three decades", { -2, 1 }, 5, { 0.01, 0.1, 1, 10 }, 4 },
		{ "thirty decades", { -15, 15 }, 4, { 1e-9, 1, 1e9 }, 3 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct scale scale = scale_of(&rows[i]);
		struct row shown = rows[i];
		size_t first = 0;

		scale_end_ratios(&scale, rows[i].ticks);
		/* ticks beyond the axis are not drawn */
		for (size_t t = 0; t < scale.ticks.count; t++) {
			if (scale.ticks.items[t] < scale.low || scale.ticks.items[t] > scale.high)
				continue;
			assert_row(first < shown.count, shown.name);
			assert_close(scale.marks.items[t], shown.marks[first++], 1e-9, shown.name);
			assert_close(pow(10, scale.ticks.items[t]), scale.marks.items[t], 1e-9,
				shown.name);
		}
		assert_row(first == shown.count, shown.name);
		scale_release(&scale);
	}
}

static void test_no_numbers_no_ticks(void **state)
{
	static void (*const ends[])(
		struct scale *, double) = { scale_end, scale_end_counts, scale_end_ratios };

	(void)state;
	for (size_t i = 0; i < COUNT(ends); i++) {
		struct scale scale;

		scale_init(&scale);
		scale_include(&scale, NAN);
		scale_include(&scale, -INFINITY);
		ends[i](&scale, 5);
		assert_int_equal(scale.ticks.count, 0);
		assert_true(scale.low < scale.high);
		scale_release(&scale);
	}
}

static void test_any_numbers_fit(void **state)
{
	uint64_t random = 11;

	(void)state;
	for (int i = 0; i < 20000; i++) {
		double size = pow(10, (double)random_below(&random, 2800) / 10 - 140);
		double low = size * ((double)random_below(&random, 2000) - 1000);
		struct row row = { "random",
			{ low, low + size * (double)random_below(&random, 1000) }, 0, { 0 }, 0 };
		struct scale scale = scale_of(&row);

		scale_end(&scale, 1 + (double)random_below(&random, 9));
		assert_true(scale.low < scale.high);
		assert_true(scale.low <= row.numbers[0] && scale.high >= row.numbers[1]);
		assert_true(scale.ticks.count <= 12);
		scale_release(&scale);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_ticks_are_round_and_within),
		cmocka_unit_test(test_bars_stand_on_zero),
		cmocka_unit_test(test_runs_are_counted),
		cmocka_unit_test(test_ratios_have_round_marks),
		cmocka_unit_test(test_no_numbers_no_ticks),
		cmocka_unit_test(test_any_numbers_fit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
