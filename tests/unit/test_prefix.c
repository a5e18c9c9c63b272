/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_prefix - what was put before the lines of a log on its way */
#include "ingest/log/prefix.h"
#include "tests/unit/unit.h"

static void test_prefixes_are_taken_off(void **state)
{
	static const struct {
		const char *line;
		const char *rest;
	} rows[] = {
		{ "> 1048576+0 records in", "1048576+0 records in" },
		{ "> > real\t0m0.5s", "real\t0m0.5s" },
		{ "[2026-11-23 01:15:09] total 7", "total 7" },
		{ "^C- - - - -", "- - - - -" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_row(slice_equals(without_prefix(slice_of(rows[i].line)), rows[i].rest),
			rows[i].line);
}

static void test_lines_without_any_are_left_as_they_are(void **state)
{
	static const char *const lines[] = { "", "  total 7 ", "real\t0m0.5s", "[  5] 0.0-1.0 sec",
		"[ ID] Interval", "\t-1 \xC2\xA0", "a > b", "C^" };

	(void)state;
	for (size_t i = 0; i < COUNT(lines); i++)
		assert_row(slice_equals(without_prefix(slice_of(lines[i])), lines[i]), lines[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_prefixes_are_taken_off),
		cmocka_unit_test(test_lines_without_any_are_left_as_they_are),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
