/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_slice - comparing, searching and trimming bytes that are not NUL-terminated */
#include <stdlib.h>

#include "core/scan.h"
#include "tests/unit/unit.h"

static void test_compares_all_its_bytes(void **state)
{
	struct slice abc = slice_of("abc");
	struct slice part = { abc.start, abc.start + 2 };
	struct slice empty = slice_of("");

	(void)state;
	assert_int_equal(slice_length(abc), 3);
	assert_true(slice_is_empty(empty));
	assert_false(slice_is_empty(part));
	assert_true(slice_equals(abc, "abc"));
	assert_true(slice_equals(part, "ab"));
	assert_false(slice_equals(part, "abc"));
	assert_false(slice_equals(abc, "ab"));
	assert_true(slice_equals(empty, ""));
	assert_false(slice_equals(empty, "a"));
}

static void test_a_nul_within_is_a_byte_like_any_other(void **state)
{
	static const char bytes[] = "a\0b";
	struct slice slice = { bytes, bytes + 3 };

	(void)state;
	assert_false(slice_equals(slice, "a"));
	assert_true(slice_starts_with(slice, "a"));
	assert_true(slice_ends_with(slice, "b"));
	assert_ptr_equal(slice_find(slice, "b"), bytes + 2);
}

static void test_knows_its_beginning_and_end(void **state)
{
	static const struct {
		const char *slice;
		const char *string;
		bool starts;
		bool ends;
	} rows[] = {
		{ "1.log", "1.", true, false },
		{ "1.log", ".log", false, true },
		{ "1.log", "1.log", true, true },
		{ "log", "1.log", false, false },
		{ "1.log", "", true, true },
		{ "", "", true, true },
		{ "", "a", false, false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct slice slice = slice_of(rows[i].slice);

		assert_row(
			slice_starts_with(slice, rows[i].string) == rows[i].starts, rows[i].string);
		assert_row(slice_ends_with(slice, rows[i].string) == rows[i].ends, rows[i].string);
	}
}

static void test_finds_the_first_and_the_last_place(void **state)
{
	static const struct {
		const char *slice;
		const char *string;
		int first; /* -1: not there */
		int last;
	} rows[] = {
		{ "a/b/c", "/", 1, 3 },
		{ "a/b/c", "c", 4, 4 },
		{ "aaa", "aa", 0, 1 },
		{ "abc", "abcd", -1, -1 },
		{ "abc", "d", -1, -1 },
		{ "", "a", -1, -1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct slice slice = slice_of(rows[i].slice);
		const char *first = slice_find(slice, rows[i].string);
		const char *last = slice_find_last(slice, rows[i].string);

		assert_row(slice_contains(slice, rows[i].string) == (rows[i].first >= 0),
			rows[i].slice);
		assert_row((first ? first - slice.start : -1) == rows[i].first, rows[i].slice);
		assert_row((last ? last - slice.start : -1) == rows[i].last, rows[i].slice);
	}
}

static void test_finds_nothing_behind_its_end(void **state)
{
	const char *text = "abcabc";
	struct slice slice = { text, text + 4 };

	(void)state;
	assert_null(slice_find(slice, "ca b"));
	assert_null(slice_find((struct slice){ text, text + 2 }, "c"));
	assert_ptr_equal(slice_find_last(slice, "a"), text + 3);
	assert_ptr_equal(slice_find_last(slice, "ab"), text);
}

static void test_trims_blanks_of_three_kinds(void **state)
{
	static const struct {
		const char *text;
		const char *trimmed;
	} rows[] = {
		{ "  a b\t", "a b" },
		{ "\xC2\xA0 a\xC2\xA0", "a" },
		{ "a", "a" },
		{ " \t\xC2\xA0", "" },
		{ "", "" },
		{ "\xA0", "\xA0" }, /* half of a no-break space is none */
		{ "\xC2", "\xC2" }, /* the other half */
		{ "\r\na\n", "\r\na\n" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_row(slice_equals(slice_trim(slice_of(rows[i].text)), rows[i].trimmed),
			rows[i].text);
}

static void test_copy_ends_in_a_nul(void **state)
{
	const char *text = "abcdef";
	char *copy = slice_copy((struct slice){ text + 1, text + 3 });
	char *empty = slice_copy((struct slice){ text, text });

	(void)state;
	assert_string_equal(copy, "bc");
	assert_string_equal(empty, "");
	free(copy);
	free(empty);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_compares_all_its_bytes),
		cmocka_unit_test(test_a_nul_within_is_a_byte_like_any_other),
		cmocka_unit_test(test_knows_its_beginning_and_end),
		cmocka_unit_test(test_finds_the_first_and_the_last_place),
		cmocka_unit_test(test_finds_nothing_behind_its_end),
		cmocka_unit_test(test_trims_blanks_of_three_kinds),
		cmocka_unit_test(test_copy_ends_in_a_nul),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
