/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_dots - the values of a summary, one by one */
#include "render/report/plot/dots.h"
#include "tests/unit/unit.h"

static struct summary summary_of(size_t first, size_t cached, size_t values)
{
	struct summary summary = { 0 };
	double value = 0;

	for (size_t i = 0; i < first; i++)
		numbers_add(&summary.first, value++);
	for (size_t i = 0; i < cached; i++)
		numbers_add(&summary.cached, value++);
	for (size_t i = 0; i < values; i++)
		numbers_add(&summary.values, value++);
	return summary;
}

static void test_every_value_is_a_dot(void **state)
{
	struct summary summary = summary_of(1, 2, 3);
	struct dots dots;

	(void)state;
	dots_init(&dots, &summary);
	assert_int_equal(dots.count, 6);
	assert_int_equal(dots.total, 6);
	for (size_t i = 0; i < dots.count; i++) {
		assert_int_equal(dots.items[i].place, i);
		assert_true(dots.items[i].value == (double)i);
		assert_int_equal(dots.items[i].is_hollow, i < 3);
	}
	dots_release(&dots);
	summary_release(&summary);
}

static void test_a_mark_makes_all_hollow(void **state)
{
	struct summary summary = summary_of(0, 0, 2);
	struct dots dots;

	(void)state;
	strings_add(&summary.marks, MARK_EXCEPTIONAL);
	dots_init(&dots, &summary);
	assert_false(dots.items[1].is_hollow);
	dots_release(&dots);
	strings_add(&summary.marks, MARK_CACHED);
	dots_init(&dots, &summary);
	assert_true(dots.items[1].is_hollow);
	dots_release(&dots);
	summary_release(&summary);
}

/* Of very many every k-th is drawn, from the first to the end. */
static void test_too_many_are_thinned(void **state)
{
	static const size_t counts[] = { MOST_DOTS, MOST_DOTS + 1, 3 * MOST_DOTS, 100000 };

	(void)state;
	for (size_t i = 0; i < COUNT(counts); i++) {
		struct summary summary = summary_of(0, 0, counts[i]);
		struct dots dots;

		dots_init(&dots, &summary);
		assert_int_equal(dots.total, counts[i]);
		assert_true(dots.count <= MOST_DOTS && dots.count >= MOST_DOTS / 2);
		assert_int_equal(dots.items[0].place, 0);
		assert_true(dots.items[dots.count - 1].place + counts[i] / dots.count + 1 >=
			    counts[i] - 1);
		dots_release(&dots);
		summary_release(&summary);
	}
}

static void test_no_summary_no_dots(void **state)
{
	struct dots dots;

	(void)state;
	dots_init(&dots, NULL);
	assert_int_equal(dots.count, 0);
	dots_release(&dots);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_every_value_is_a_dot),
		cmocka_unit_test(test_a_mark_makes_all_hollow),
		cmocka_unit_test(test_too_many_are_thinned),
		cmocka_unit_test(test_no_summary_no_dots),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
