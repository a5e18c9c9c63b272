/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_json_writing - values written as JSON, of any bytes */
#include <limits.h>
#include <stdlib.h>

#include "core/json.h"
#include "tests/unit/unit.h"

static struct json *parse(const char *text)
{
	struct json *value = json_parse(slice_of(text), NULL);

	assert_non_null(value);
	return value;
}

/* The bytes with so many others in front and behind, in memory that ends with them. */
static void check_escaped(
	const char *bytes, size_t length, const char *json, size_t before, size_t behind)
{
	struct text expected = TEXT_INIT;
	struct text out = TEXT_INIT;
	char *value = malloc(before + length + behind);

	memset(value, 'a', before);
	memcpy(value + before, bytes, length);
	memset(value + before + length, 'z', behind);
	text_add_char(&expected, '"');
	text_add_repeated(&expected, 'a', before);
	text_add(&expected, json);
	text_add_repeated(&expected, 'z', behind);
	text_add_char(&expected, '"');
	json_add_slice(&out, NULL, (struct slice){ value, value + before + length + behind });
	assert_text(out.data, expected.data, expected.data);
	assert_int_equal(out.length, expected.length);
	text_release(&expected);
	text_release(&out);
	free(value);
}

static void test_text_is_escaped(void **state)
{
	static const struct {
		const char *bytes;
		size_t length;
		const char *json;
	} rows[] = {
		{ "", 0, "\"\"" },
		{ "a/b", 3, "\"a/b\"" },
		{ "\"\\", 2, "\"\\\"\\\\\"" },
		{ "\n\t", 2, "\"\\n\\t\"" },
		{ "\x01\x1B", 2, "\"\\u0001\\u001b\"" },
		{ "a\0b", 3, "\"a\\u0000b\"" },
		{ "µs ≈", 7, "\"µs ≈\"" },
		{ "\xF0\x9F\x98\x80", 4, "\"\xF0\x9F\x98\x80\"" },
		{ "\xFFz", 2, "\"\xEF\xBF\xBDz\"" },
		{ "\x80", 1, "\"\xEF\xBF\xBD\"" },
		{ "a\xC2", 2, "\"a\xEF\xBF\xBD\"" },
	};
	struct text out = TEXT_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *bytes = rows[i].bytes;

		text_clear(&out);
		json_add_slice(&out, NULL, (struct slice){ bytes, bytes + rows[i].length });
		assert_text(out.data, rows[i].json, rows[i].json);
	}
	text_release(&out);
}

/* What has a way of its own, at any place of a string of any length: its neighbours are eight bytes or less away. */
static void test_text_is_escaped_wherever_it_stands(void **state)
{
	static const struct {
		const char *bytes;
		size_t length;
		const char *json;
	} rows[] = {
		{ " ", 1, " " },
		{ "/", 1, "/" },
		{ "~", 1, "~" },
		{ "\"", 1, "\\\"" },
		{ "\\", 1, "\\\\" },
		{ "\n", 1, "\\n" },
		{ "\t", 1, "\\t" },
		{ "\0", 1, "\\u0000" },
		{ "\x01", 1, "\\u0001" },
		{ "\r", 1, "\\u000d" },
		{ "\x1F", 1, "\\u001f" },
		{ "\x7F", 1, "\\u007f" },
		{ "\x80", 1, "\xEF\xBF\xBD" },
		{ "\xFF", 1, "\xEF\xBF\xBD" },
		{ "\xC2\xB5", 2, "\xC2\xB5" },
		{ "\xF0\x9F\x98\x80", 4, "\xF0\x9F\x98\x80" },
		{ "\"\n", 2, "\\\"\\n" },
		{ "!\"#", 3, "!\\\"#" }, /* the characters beside it */
		{ "[\\]", 3, "[\\\\]" },
	};
	enum { LONGEST = 70 };

	(void)state;
	for (size_t row = 0; row < COUNT(rows); row++)
		for (size_t length = rows[row].length; length <= LONGEST; length++)
			for (size_t at = 0; at <= length - rows[row].length; at++)
				check_escaped(rows[row].bytes, rows[row].length, rows[row].json, at,
					length - rows[row].length - at);
}

static void test_commas_stand_between_values(void **state)
{
	struct text out = TEXT_INIT;

	(void)state;
	json_open(&out, NULL, '{');
	json_add_text(&out, "a{", "[");
	json_add_number(&out, "b", 0.5);
	json_open(&out, "list", '[');
	json_add_integer(&out, NULL, LLONG_MIN);
	json_add_boolean(&out, NULL, true);
	json_open(&out, NULL, '{');
	json_close(&out, '}');
	json_add_text(&out, NULL, "\n");
	json_close(&out, ']');
	json_add_boolean(&out, "c\"", false);
	json_close(&out, '}');
	assert_string_equal(out.data, "{\"a{\":\"[\",\"b\":0.5,\"list\":[-9223372036854775808,true,"
				      "{},\"\\n\"],\"c\\\"\":false}");
	text_release(&out);
}

/* Any bytes become a JSON text, which holds them where they were UTF-8. */
static void test_any_bytes_can_be_written_and_read(void **state)
{
	uint64_t random = 4;

	(void)state;
	for (int i = 0; i < 20000; i++) {
		char bytes[16] = { 0 };
		struct slice slice = { bytes, bytes + random_below(&random, sizeof bytes) };
		struct text out = TEXT_INIT;
		struct json *value;

		for (size_t j = 0; j < slice_length(slice); j++)
			bytes[j] = (char)(1 + random_below(&random, i % 2 ? 255 : 127));
		json_add_slice(&out, NULL, slice);
		value = json_parse(text_slice(&out), NULL);
		assert_row(json_text(value) != NULL, out.data);
		if (i % 2 == 0)
			assert_text(json_text(value), bytes, out.data);
		json_free(value);
		text_release(&out);
	}
}

static void test_a_value_read_is_added_as_it_is(void **state)
{
	static const char *const texts[] = { "1", "-0.001", "\"a\\n\"", "null", "true", "false",
		"[1,[],{}]", "{\"a\":{\"b\":[null]}}", "12345678901234568", "1e+300" };
	struct text out = TEXT_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		struct json *value = parse(texts[i]);

		text_clear(&out);
		json_add_value(&out, NULL, value);
		assert_text(out.data, texts[i], texts[i]);
		json_free(value);
	}
	text_release(&out);
}

static void test_a_number_read_is_added_with_all_its_digits(void **state)
{
	struct json *value = parse("0.30000000000000004");
	struct text out = TEXT_INIT;

	(void)state;
	json_add_value(&out, NULL, value);
	assert_close(strtod(out.data, NULL), 0.30000000000000004, 0, out.data);
	json_free(value);
	text_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_text_is_escaped),
		cmocka_unit_test(test_text_is_escaped_wherever_it_stands),
		cmocka_unit_test(test_commas_stand_between_values),
		cmocka_unit_test(test_any_bytes_can_be_written_and_read),
		cmocka_unit_test(test_a_value_read_is_added_as_it_is),
		cmocka_unit_test(test_a_number_read_is_added_with_all_its_digits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
