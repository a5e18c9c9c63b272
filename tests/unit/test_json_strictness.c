/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_json_strictness - what looks like JSON, and is none by the letter of RFC 8259 */
#include "core/json.h"
#include "core/json/check.h"
#include "tests/unit/unit.h"

static bool is_json(struct slice text)
{
	struct json *value = json_parse(text, NULL);

	json_free(value);
	return value != NULL;
}

/* RFC 8259, section 6: no leading zero, and digits on both sides of a point. */
static void test_refuses_numbers_of_another_grammar(void **state)
{
	static const char *const texts[] = { "01", "-01", "00", "1.", "-1.", "1.e5", "-.5",
		"[01]" };

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++)
		assert_row(!is_json(slice_of(texts[i])), texts[i]);
}

/* RFC 8259, section 7: control characters must be escaped; section 2: blanks are four. */
/* Digits are read eight at a time: any byte behind any number of them. */
static void test_takes_only_what_may_be_behind_digits(void **state)
{
	enum { MOST_DIGITS = 20 };
	char text[MOST_DIGITS + 5];

	(void)state;
	for (size_t digits = 1; digits <= MOST_DIGITS; digits++) {
		memset(text, '7', sizeof text);
		text[0] = '[';
		memcpy(text + 1 + digits, "?1]", sizeof "?1]");
		for (int byte = 1; byte < 256; byte++) {
			text[1 + digits] = (char)byte;
			assert_row(
				is_json(slice_of(text)) == (strchr("0123456789,.eE", byte) != NULL),
				text);
		}
	}
}

static void test_refuses_control_characters(void **state)
{
	static const char *const texts[] = { "\"a\nb\"", "\"\x01\"", "\"a\tb\"", "\0131", "\x01{}",
		"[1,\x0C 2]", "{\"a\"\x1F:1}" };

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++)
		assert_row(!is_json(slice_of(texts[i])), texts[i]);
}

/* RFC 8259, section 8.1: text exchanged between systems must be UTF-8. */
static void test_refuses_bytes_that_are_not_utf8(void **state)
{
	static const char *const texts[] = { "\"\xFF\"", "\"\xC0\x80\"", "\"\xE2\x82\"",
		"{\"\x80\":1}", "\"\xED\xA0\x80\"" };

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++)
		assert_row(!is_json(slice_of(texts[i])), texts[i]);
}

/* RFC 8259, section 7: four hexadecimal digits. */
static void test_refuses_escapes_of_another_grammar(void **state)
{
	static const char *const texts[] = { "\"\\u12G4\"", "\"\\u 041\"", "\"\\u-001\"" };

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++)
		assert_row(!is_json(slice_of(texts[i])), texts[i]);
}

/* RFC 8259 allows an escaped NUL, and nothing else that is refused; "\\\\u0000" is none. */
static void test_tells_a_nul_from_what_is_no_json(void **state)
{
	static const struct {
		const char *text;
		bool is_nul;
	} rows[] = {
		{ "\"\\u0000\"", true },
		{ "{\"a\":[\"b\\\\\\u0000\", x", true },
		{ "{\"\\u0000\":1}", true },
		{ "\"\\\\u0000", false },
		{ "\"\\\\u0000\x01\"", false },
		{ "u0000", false },
		{ "\"\\u000g\"", false },
		{ "\"\\ud800\\u0000\"", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct slice text = slice_of(rows[i].text);
		struct json_error error;

		assert_row(!json_check(text, &error), rows[i].text);
		assert_row(error.is_nul == rows[i].is_nul, rows[i].text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_refuses_numbers_of_another_grammar),
		cmocka_unit_test(test_takes_only_what_may_be_behind_digits),
		cmocka_unit_test(test_refuses_control_characters),
		cmocka_unit_test(test_refuses_bytes_that_are_not_utf8),
		cmocka_unit_test(test_refuses_escapes_of_another_grammar),
		cmocka_unit_test(test_tells_a_nul_from_what_is_no_json),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
