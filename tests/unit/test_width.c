/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_width - columns that text takes on a terminal */
#include "render/report/width.h"
#include "tests/unit/unit.h"

static const struct row {
	const char *text;
	size_t width;
} rows[] = {
	{ "", 0 },
	{ "a", 1 },
	{ "142 ± 27 MB/s", 13 },
	{ "µs", 2 },
	{ "≈ ≥ ·", 5 },
	{ "¹²", 2 },
	{ "ÄöÜß", 4 },
	{ "Приве́т", 6 }, /* U+0301 stands over the letter before it */
	{ "e\xCC\x81", 1 },
	{ "\xE2\x80\x8B", 0 }, /* U+200B, zero width space */
	{ "運行時間", 8 },
	{ "あア", 4 },
	{ "한글", 4 },
	{ "Ａ１", 4 }, /* fullwidth forms */
	{ "ｱ", 1 },    /* U+FF71: halfwidth */
	{ "。", 2 },
	{ "\xF0\xA0\x80\x80", 2 }, /* U+20000 */
	{ "😀", 2 },
	{ "a運b", 4 },
};

static void check_rows(const struct row *table, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (display_width(table[i].text) != table[i].width)
			print_error("it is %zu columns\n", display_width(table[i].text));
		assert_row(display_width(table[i].text) == table[i].width, table[i].text);
	}
}

static void test_width_is_that_of_the_characters(void **state)
{
	(void)state;
	check_rows(rows, COUNT(rows));
}

/* Unicode 15, EastAsianWidth.txt: 231A, 2705, 274C, 2B50, 1F680, 1F7E2 are W. */
static void test_symbols_that_are_wide_take_two(void **state)
{
	static const struct row symbols[] = {
		{ "\xE2\x8C\x9A", 2 },
		{ "\xE2\x9C\x85", 2 },
		{ "\xE2\x9D\x8C", 2 },
		{ "\xE2\xAD\x90", 2 },
		{ "\xF0\x9F\x9A\x80", 2 },
		{ "\xF0\x9F\x9F\xA2", 2 },
	};

	(void)state;
	check_rows(symbols, COUNT(symbols));
}

/* Unicode 15: 0483, 05B4, 064E, 0E34 are combining (Mn). */
static void test_combining_characters_of_any_script_take_none(void **state)
{
	static const struct row marks[] = {
		{ "\xD1\x85\xD2\x83", 1 },
		{ "\xD7\x91\xD6\xB4", 1 },
		{ "\xD8\xA8\xD9\x8E", 1 },
		{ "\xE0\xB8\x81\xE0\xB8\xB4", 1 },
	};

	(void)state;
	check_rows(marks, COUNT(marks));
}

/* Each such byte is shown as one replacement character. */
static void test_bytes_that_are_not_utf8_take_one_each(void **state)
{
	static const struct row bytes[] = {
		{ "\xFF", 1 },
		{ "a\x80"
		  "b",
			3 },
		{ "\xC3", 1 },
		{ "\xC3z", 2 },
	};

	(void)state;
	check_rows(bytes, COUNT(bytes));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_width_is_that_of_the_characters),
		cmocka_unit_test(test_symbols_that_are_wide_take_two),
		cmocka_unit_test(test_combining_characters_of_any_script_take_none),
		cmocka_unit_test(test_bytes_that_are_not_utf8_take_one_each),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
