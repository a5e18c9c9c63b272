/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_json_values - the values of a JSON document */
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_members_are_found_by_name_and_case),
		cmocka_unit_test(test_another_type_is_not_there),
		cmocka_unit_test(test_nothing_has_nothing_in_it),
		cmocka_unit_test(test_elements_come_in_their_order),
		cmocka_unit_test(test_duplicate_names_are_survived),
		cmocka_unit_test(test_escapes_are_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
