/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_sources - lines of logs, named shortly and none left out */
#include "render/report/sources.h"

#include <stdlib.h>

#include "tests/unit/unit.h"

static void check(const char *const *items, size_t count, const char *expected)
{
	struct strings sources = { 0 };
	struct text out = TEXT_INIT;

	for (size_t i = 0; i < count; i++)
		strings_add(&sources, items[i]);
	sources_add(&out, &sources);
	assert_text(out.data, expected, expected);
	text_release(&out);
	free(sources.items);
}

#define CHECK(expected, ...)                                                                       \
	check((const char *const[]){ __VA_ARGS__ }, COUNT(((const char *const[]){ __VA_ARGS__ })), \
		expected)

static void test_a_folder_is_named_once(void **state)
{
	(void)state;
	check(NULL, 0, "");
	CHECK("a/1.log:3", "a/1.log:3");
	CHECK("a/1.log:3 5.log:3 b/1.log:2", "a/1.log:3", "a/5.log:3", "b/1.log:2");
	CHECK("1.log:3 a/2.log:3", "1.log:3", "a/2.log:3");
	CHECK("a/b/1.log:3 a/2.log:3", "a/b/1.log:3", "a/2.log:3");
}

static void test_runs_in_a_row_are_named_by_two(void **state)
{
	(void)state;
	CHECK("a/1.log:3 2.log:3", "a/1.log:3", "a/2.log:3");
	CHECK("a/1.log:3 to 3.log:3", "a/1.log:3", "a/2.log:3", "a/3.log:3");
	CHECK("a/9.log:3 to 11.log:3 13.log:3", "a/9.log:3", "a/10.log:3", "a/11.log:3",
		"a/13.log:3");
	/* Another line, another folder, another order: none of these is in the row. */
	CHECK("a/1.log:3 2.log:4 3.log:3", "a/1.log:3", "a/2.log:4", "a/3.log:3");
	CHECK("a/1.log:3 b/2.log:3 3.log:3", "a/1.log:3", "b/2.log:3", "b/3.log:3");
	CHECK("a/3.log:3 2.log:3 1.log:3", "a/3.log:3", "a/2.log:3", "a/1.log:3");
	/* "01" to "03" would not say "02". */
	CHECK("a/01.log 02.log 03.log", "a/01.log", "a/02.log", "a/03.log");
	CHECK("x.log:1 x.log:2 x.log:3", "x.log:1", "x.log:2", "x.log:3");
	CHECK("99999999999999999999.log 1.log", "99999999999999999999.log", "1.log");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_folder_is_named_once),
		cmocka_unit_test(test_runs_in_a_row_are_named_by_two),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
