/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_text - a string that grows */
#include <stdlib.h>

#include "core/text.h"
#include "tests/unit/unit.h"

static void test_new_text_is_an_empty_string(void **state)
{
	struct text text = TEXT_INIT;

	(void)state;
	assert_string_equal(text.data, "");
	assert_int_equal(text.length, 0);
	text_clear(&text);
	assert_string_equal(text.data, "");
	text_release(&text);
	text_release(&text);
	assert_string_equal(text.data, "");
}

static void test_adds_in_order(void **state)
{
	struct text text;

	(void)state;
	text_init(&text);
	text_add(&text, "ab");
	text_add_char(&text, 'c');
	text_add_bytes(&text, "defg", 2);
	text_add_repeated(&text, '-', 3);
	text_add_repeated(&text, 'x', 0);
	text_add_bytes(&text, NULL, 0);
	text_add_format(&text, "%d%%|%s", 42, "");
	assert_string_equal(text.data, "abcde---42%|");
	assert_int_equal(text.length, strlen(text.data));
	text_release(&text);
}

static void test_always_ends_in_a_nul(void **state)
{
	struct text text = TEXT_INIT;

	(void)state;
	for (size_t i = 0; i < 100000; i++) {
		text_add_char(&text, (char)('a' + i % 26));
		if (text.length != i + 1 || text.data[i + 1] != '\0')
			fail_msg("after %zu characters", i + 1);
	}
	assert_int_equal(text.data[99999], 'a' + 99999 % 26);
	text_release(&text);
}

static void test_keeps_nul_bytes(void **state)
{
	struct text text = TEXT_INIT;

	(void)state;
	text_add_bytes(&text, "a\0b", 3);
	text_add(&text, "c");
	assert_int_equal(text.length, 4);
	assert_memory_equal(text.data, "a\0bc", 5);
	text_release(&text);
}

static void test_cleared_text_is_written_anew(void **state)
{
	struct text text = TEXT_INIT;

	(void)state;
	text_add(&text, "a long beginning");
	text_clear(&text);
	assert_string_equal(text.data, "");
	text_add(&text, "b");
	assert_string_equal(text.data, "b");
	text_release(&text);
}

static void test_formats_more_than_fits_at_first(void **state)
{
	struct text text = TEXT_INIT;

	(void)state;
	text_add_format(&text, "%05000d|%s", 7, "end");
	assert_int_equal(text.length, 5004);
	assert_string_equal(text.data + 4999, "7|end");
	text_release(&text);
}

static void test_detached_string_is_the_callers(void **state)
{
	struct text text = TEXT_INIT;
	char *empty = text_detach(&text);
	char *string;

	(void)state;
	assert_string_equal(empty, "");
	text_add(&text, "abc");
	string = text_detach(&text);
	assert_string_equal(string, "abc");
	assert_string_equal(text.data, "");
	assert_int_equal(text.length, 0);
	text_add(&text, "another");
	assert_string_equal(string, "abc");
	text_release(&text);
	free(string);
	free(empty);
}

static void test_percentage_has_two_or_three_digits(void **state)
{
	static const struct {
		double fraction;
		const char *percent;
	} rows[] = {
		{ 0.0194, "1.9 %" }, /* the header's examples */
		{ 2.151, "215 %" },
		{ 0.123, "12 %" },
		{ 0.0987, "9.9 %" },
		{ 0.0996, "10 %" }, /* 9.96 to two digits */
		{ 0.00456, "0.46 %" },
		{ 0.000123, "0.012 %" },
		{ 1, "100 %" },
		{ -0.0194, "-1.9 %" },
		{ -0.25, "-25 %" },
		{ 0, "0 %" },
	};
	struct text text = TEXT_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		text_clear(&text);
		text_add_percent(&text, rows[i].fraction);
		assert_text(text.data, rows[i].percent, rows[i].percent);
	}
	text_release(&text);
}

#define REPLACEMENT "\xEF\xBF\xBD"

static void test_text_of_others_is_made_printable(void **state)
{
	static const struct {
		const char *bytes;
		const char *printable;
	} rows[] = {
		{ "", "" },
		{ "142 ± 27 MB/s 運行", "142 ± 27 MB/s 運行" },
		{ "a\tb\nc\r\x07"
		  "d",
			"a b c  d" },
		{ "\x1B[31mred", " [31mred" },
		{ "\x7F", " " },
		{ "\xC2\x9B"
		  "31m",
			" 31m" },
		{ "\xFF", REPLACEMENT },
		{ "a\xE2\x82", "a" REPLACEMENT REPLACEMENT },
		{ "\xE2\x80\xAE"
		  "gol.1",
			REPLACEMENT "gol.1" }, /* U+202E, right to left */
		{ "\xE2\x81\xA6"
		  "a\xE2\x81\xA9",
			REPLACEMENT "a" REPLACEMENT },
		{ "\xC2\xA0", "\xC2\xA0" },
	};
	struct text text = TEXT_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		text_clear(&text);
		text_add_printable(&text, rows[i].bytes);
		assert_text(text.data, rows[i].printable, rows[i].bytes);
	}
	text_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_new_text_is_an_empty_string),
		cmocka_unit_test(test_adds_in_order),
		cmocka_unit_test(test_always_ends_in_a_nul),
		cmocka_unit_test(test_keeps_nul_bytes),
		cmocka_unit_test(test_cleared_text_is_written_anew),
		cmocka_unit_test(test_formats_more_than_fits_at_first),
		cmocka_unit_test(test_detached_string_is_the_callers),
		cmocka_unit_test(test_percentage_has_two_or_three_digits),
		cmocka_unit_test(test_text_of_others_is_made_printable),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
