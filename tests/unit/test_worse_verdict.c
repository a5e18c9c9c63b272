/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_worse_verdict - a row's status is the worst of its cells, whatever their order */
#include "render/report/verdict.h"
#include "tests/unit/unit.h"

static void test_the_worse_is_the_later_of_the_order(void **state)
{
	static const char *const order[] = { "Stable", "Stable?", "Timed out", "Unstable" };

	(void)state;
	for (size_t i = 0; i < COUNT(order); i++)
		for (size_t j = 0; j < COUNT(order); j++)
			assert_string_equal(
				worse_verdict(order[i], order[j]), order[i > j ? i : j]);
}

static void test_of_two_failures_the_first_stays(void **state)
{
	(void)state;
	assert_string_equal(worse_verdict("Failed", "Killed"), "Failed");
}

static void test_what_was_not_run_has_no_say(void **state)
{
	(void)state;
	assert_null(worse_verdict(NULL, ""));
	assert_string_equal(worse_verdict(NULL, "Stable"), "Stable");
	assert_string_equal(worse_verdict("Stable", ""), "Stable");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_the_worse_is_the_later_of_the_order),
		cmocka_unit_test(test_of_two_failures_the_first_stays),
		cmocka_unit_test(test_what_was_not_run_has_no_say),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
