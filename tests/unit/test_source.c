/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_source - sources taken apart */
#include "core/source.h"
#include "tests/unit/unit.h"

static void test_path_and_first_line(void **state)
{
	static const struct {
		const char *source;
		size_t path_length;
		size_t line;
	} rows[] = {
		{ NULL, 0, 0 },
		{ "", 0, 0 },
		{ "a/1.log", 7, 0 },
		{ "a/1.log:7", 7, 7 },
		{ "a/1.log:7-66", 7, 7 },
		{ "a:b:3", 3, 3 },
		{ "a:", 2, 0 },
		{ "a:7-", 4, 0 },
		{ "a:7-x", 5, 0 },
		{ "a:-7", 4, 0 },
		{ "a:7 ", 4, 0 },
		{ ":5", 0, 5 },
		{ "a:99999999999999999999999", 25, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		size_t line = 1;
		struct slice path = source_path(rows[i].source, &line);

		assert_row(slice_length(path) == rows[i].path_length, rows[i].source);
		assert_row(line == rows[i].line, rows[i].source);
		assert_row(slice_length(source_path(rows[i].source, NULL)) == rows[i].path_length,
			rows[i].source);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_path_and_first_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
