/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_utf8 - which bytes are UTF-8, and which are text */
#include "core/scan.h"
#include "core/text.h"
#include "tests/unit/unit.h"

/* RFC 3629, section 4: the syntax of UTF-8 byte sequences. */
static void test_knows_utf8_sequences(void **state)
{
	static const struct {
		const char *bytes;
		size_t length;
	} rows[] = {
		{ "a", 1 },
		{ "\x7F", 1 },
		{ "\xC2\x80", 2 },
		{ "\xDF\xBF", 2 },
		{ "\xE0\xA0\x80", 3 },
		{ "\xED\x9F\xBF", 3 },
		{ "\xEE\x80\x80", 3 },
		{ "\xEF\xBF\xBF", 3 },
		{ "\xF0\x90\x80\x80", 4 },
		{ "\xF4\x8F\xBF\xBF", 4 },
		{ "\x80", 0 }, /* a continuation alone */
		{ "\xBF", 0 },
		{ "\xC0\x80", 0 }, /* overlong */
		{ "\xC1\xBF", 0 },
		{ "\xE0\x9F\xBF", 0 },
		{ "\xF0\x8F\xBF\xBF", 0 },
		{ "\xED\xA0\x80", 0 }, /* a surrogate */
		{ "\xED\xBF\xBF", 0 },
		{ "\xF4\x90\x80\x80", 0 }, /* beyond U+10FFFF */
		{ "\xF5\x80\x80\x80", 0 },
		{ "\xFE", 0 },
		{ "\xFF", 0 },
		{ "\xC2", 0 }, /* cut short */
		{ "\xE2\x82", 0 },
		{ "\xF0\x9F\x98", 0 },
		{ "\xC2"
		  "a",
			0 },
		{ "\xE2\x82"
		  "a",
			0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct slice whole = slice_of(rows[i].bytes);

		assert_row(slice_sequence(whole) == rows[i].length, rows[i].bytes);
		whole.end--; /* what the slice leaves out does not count */
		if (rows[i].length == slice_length(whole) + 1 && !slice_is_empty(whole))
			assert_row(slice_sequence(whole) == 0, rows[i].bytes);
	}
}

/* RFC 3629, section 7, has the first four of them. */
static void test_tells_characters(void **state)
{
	static const struct {
		const char *bytes;
		uint32_t character;
	} rows[] = {
		{ "A", 0x41 },
		{ "\xE2\x89\xA2", 0x2262 },
		{ "\xED\x95\x9C", 0xD55C },
		{ "\xF0\xA3\x8E\xB4", 0x233B4 },
		{ "\x7F", 0x7F },
		{ "\xC2\x80", 0x80 },
		{ "\xDF\xBF", 0x7FF },
		{ "\xE0\xA0\x80", 0x800 },
		{ "\xEF\xBF\xBF", 0xFFFF },
		{ "\xF0\x90\x80\x80", 0x10000 },
		{ "\xF4\x8F\xBF\xBF", 0x10FFFF },
	};
	struct text back = TEXT_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct slice whole = slice_of(rows[i].bytes);

		assert_row(slice_character(whole, slice_sequence(whole)) == rows[i].character,
			rows[i].bytes);
		text_clear(&back);
		text_add_character(&back, rows[i].character);
		assert_text(back.data, rows[i].bytes, rows[i].bytes);
	}
	text_release(&back);
}

static void test_text_has_no_control_characters_but_tabs(void **state)
{
	static const struct {
		const char *bytes;
		bool is_text;
	} rows[] = {
		{ "", true },
		{ "100 MB/s, µs", true },
		{ "a\tb", true },
		{ "a\nb", false },
		{ "a\rb", false },
		{ "\x1B[31m", false },
		{ "\x7F", false },
		{ "a\xFF", false },
		{ "\xE2\x82", false },
	};
	static const char nul[] = "a\0b";

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_row(
			slice_is_text(slice_of(rows[i].bytes)) == rows[i].is_text, rows[i].bytes);
	assert_false(slice_is_text((struct slice){ nul, nul + 3 }));
}

/* Unicode's category Cc has U+0080 to U+009F, too; U+009B begins a command of a terminal. */
static void test_text_has_no_control_characters_of_two_bytes(void **state)
{
	(void)state;
	assert_false(slice_is_text(slice_of("\xC2\x9B"
					    "31m")));
	assert_false(slice_is_text(slice_of("\xC2\x85")));
	assert_true(slice_is_text(slice_of("\xC2\xA0")));
}

static void test_control_characters_are_of_one_or_two_bytes(void **state)
{
	static const struct {
		const char *bytes;
		size_t length;
	} rows[] = {
		{ "\t", 1 },
		{ "\x1B[31m", 1 },
		{ "\x1F", 1 },
		{ "\x7F", 1 },
		{ "\xC2\x80", 2 },
		{ "\xC2\x9F", 2 },
		{ "\xC2\xA0", 0 },
		{ "\xC2", 0 },
		{ " ", 0 },
		{ "a\n", 0 },
		{ "", 0 },
	};
	static const char nul[] = "\0";

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_row(slice_control(slice_of(rows[i].bytes)) == rows[i].length, rows[i].bytes);
	assert_int_equal(slice_control((struct slice){ nul, nul + 1 }), 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_knows_utf8_sequences),
		cmocka_unit_test(test_tells_characters),
		cmocka_unit_test(test_control_characters_are_of_one_or_two_bytes),
		cmocka_unit_test(test_text_has_no_control_characters_but_tabs),
		cmocka_unit_test(test_text_has_no_control_characters_of_two_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
