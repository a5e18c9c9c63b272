/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_json_values - the values of a JSON document, and writing them */
#include <limits.h>
#include <stdlib.h>

#include "core/json.h"
#include "tests/unit/unit.h"

static const char document[] = "{\"text\":\"a\",\"number\":1.5,\"yes\":true,\"no\":false,"
			       "\"null\":null,\"list\":[1,\"b\",[]],\"object\":{\"x\":1},"
			       "\"Text\":\"A\",\"empty\":{},\"none\":\"\"}";

static struct json *parse(const char *text)
{
	struct json *value = json_parse(slice_of(text), NULL);

	assert_non_null(value);
	return value;
}

static void test_members_are_found_by_name_and_case(void **state)
{
	struct json *value = parse(document);
	double number;

	(void)state;
	assert_string_equal(json_member_text(value, "text"), "a");
	assert_string_equal(json_member_text(value, "Text"), "A");
	assert_string_equal(json_member_text(value, "none"), "");
	assert_null(json_member(value, "TEXT"));
	assert_null(json_member(value, ""));
	assert_true(json_member_number(value, "number", &number));
	assert_close(number, 1.5, 0, "number");
	assert_non_null(json_member(value, "null"));
	json_free(value);
}

static void test_another_type_is_not_there(void **state)
{
	struct json *value = parse(document);
	double number = 7;
	bool boolean = true;

	(void)state;
	assert_null(json_member_text(value, "number"));
	assert_null(json_member_text(value, "null"));
	assert_null(json_member_text(value, "list"));
	assert_false(json_member_number(value, "text", &number));
	assert_false(json_member_number(value, "yes", &number));
	assert_false(json_member_number(value, "missing", &number));
	assert_false(json_boolean(json_member(value, "number"), &boolean));
	assert_false(json_boolean(json_member(value, "null"), &boolean));
	assert_null(json_member(json_member(value, "list"), "x"));
	assert_null(json_first(json_member(value, "text")));
	assert_int_equal(json_count(json_member(value, "text")), 0);
	assert_false(json_is_object(json_member(value, "list")));
	assert_false(json_is_array(json_member(value, "object")));
	json_free(value);
}

static void test_nothing_has_nothing_in_it(void **state)
{
	double number;
	bool boolean;

	(void)state;
	assert_false(json_is_object(NULL));
	assert_false(json_is_array(NULL));
	assert_null(json_member(NULL, "a"));
	assert_null(json_first(NULL));
	assert_null(json_next(NULL));
	assert_null(json_name(NULL));
	assert_int_equal(json_count(NULL), 0);
	assert_null(json_text(NULL));
	assert_false(json_number(NULL, &number));
	assert_false(json_boolean(NULL, &boolean));
	assert_null(json_member_text(NULL, "a"));
	assert_false(json_member_number(NULL, "a", &number));
	json_free(NULL);
}

static void test_elements_come_in_their_order(void **state)
{
	struct json *value = parse(document);
	const struct json *item = json_first(json_member(value, "list"));
	bool boolean = false;
	double number;

	(void)state;
	assert_int_equal(json_count(json_member(value, "list")), 3);
	assert_true(json_number(item, &number));
	assert_close(number, 1, 0, "first");
	item = json_next(item);
	assert_string_equal(json_text(item), "b");
	item = json_next(item);
	assert_true(json_is_array(item));
	assert_null(json_first(item));
	assert_null(json_next(item));
	assert_int_equal(json_count(value), 10);
	assert_string_equal(json_name(json_first(value)), "text");
	assert_string_equal(json_name(json_next(json_first(value))), "number");
	assert_true(json_boolean(json_member(value, "yes"), &boolean) && boolean);
	assert_true(json_boolean(json_member(value, "no"), &boolean) && !boolean);
	json_free(value);
}

/* RFC 8259, section 4: which of them is meant is not said, but it is one of them. */
static void test_duplicate_names_are_survived(void **state)
{
	struct json *value = parse("{\"a\":1,\"a\":2}");
	double number = 0;

	(void)state;
	assert_true(json_member_number(value, "a", &number));
	assert_true(number == 1 || number == 2);
	json_free(value);
}

static void test_escapes_are_read(void **state)
{
	static const struct {
		const char *json;
		const char *text;
	} rows[] = {
		{ "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t" },
		{ "\"\\u0041\\u00e9\\u20AC\"", "A\xC3\xA9\xE2\x82\xAC" },
		{ "\"\\ud83d\\ude00\"", "\xF0\x9F\x98\x80" }, /* U+1F600 */
		{ "\"\\ud83D\\uDE00x\"", "\xF0\x9F\x98\x80x" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct json *value = parse(rows[i].json);

		assert_text(json_text(value), rows[i].text, rows[i].json);
		json_free(value);
	}
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
		value = json_parse((struct slice){ out.data, out.data + out.length }, NULL);
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
		cmocka_unit_test(test_members_are_found_by_name_and_case),
		cmocka_unit_test(test_another_type_is_not_there),
		cmocka_unit_test(test_nothing_has_nothing_in_it),
		cmocka_unit_test(test_elements_come_in_their_order),
		cmocka_unit_test(test_duplicate_names_are_survived),
		cmocka_unit_test(test_escapes_are_read),
		cmocka_unit_test(test_text_is_escaped),
		cmocka_unit_test(test_commas_stand_between_values),
		cmocka_unit_test(test_any_bytes_can_be_written_and_read),
		cmocka_unit_test(test_a_value_read_is_added_as_it_is),
		cmocka_unit_test(test_a_number_read_is_added_with_all_its_digits),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
