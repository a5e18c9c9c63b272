/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_json - what is a JSON text and what is none, and its numbers */
#include <float.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "core/json.h"
#include "tests/unit/unit.h"

static bool is_json(struct slice text)
{
	struct json *value = json_parse(text, NULL);

	json_free(value);
	return value != NULL;
}

/* RFC 8259, sections 2 to 7. */
static void test_takes_what_is_json(void **state)
{
	static const char *const texts[] = { "{}", "[]", "1", "\"x\"", "null", "true", "false",
		" {\"a\" : 1} ", "\t\r\n[1 , 2]\r\n", "-0", "0", "-1.5e-3", "1E+5", "1e05",
		"[[[[]]]]", "{\"\":{}}", "\"\\u00e9\"", "\"\\ud83d\\ude00\"", "\"\x7F\"", "\"µ\"",
		"{\"a\":[1,{\"b\":null}],\"c\":\"\"}" };

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++)
		assert_row(is_json(slice_of(texts[i])), texts[i]);
}

static void test_refuses_what_is_no_json(void **state)
{
	static const char *const texts[] = { "", " ", "{", "}", "[", "]", "[1,]", "[,1]",
		"{\"a\":1,}", "{a:1}", "{'a':1}", "{\"a\" 1}", "{\"a\":}", "{\"a\"}", "{1:2}",
		"nul", "tru", "NaN", "nan", "Infinity", "-Infinity", "-", "+1", ".5", "0x10", "1 2",
		"[1 2]", "{} x", "{}{}", "[1", "\"abc", "\"\\x41\"", "\"\\u12\"", "\"\\\"",
		"/* */ 1", "1 // one", "True", "\xFF" };
	static const char nul[] = "{}\0";

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++)
		assert_row(!is_json(slice_of(texts[i])), texts[i]);
	assert_false(is_json((struct slice){ nul, nul + 3 }));
}

static void test_says_where_it_went_wrong(void **state)
{
	static const struct {
		const char *text;
		size_t least; /* the error is somewhere from here ... */
		size_t most;  /* ... to here */
	} rows[] = {
		{ "{} x", 3, 3 },
		{ "[1,\n2,\nx]", 7, 7 },
		{ "", 0, 0 },
		{ "{\"a\":1", 5, 6 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct json_error error = { .place = NULL };

		assert_null(json_parse(slice_of(rows[i].text), &error));
		assert_row(error.place != NULL, rows[i].text);
		assert_row((size_t)(error.place - rows[i].text) >= rows[i].least, rows[i].text);
		assert_row((size_t)(error.place - rows[i].text) <= rows[i].most, rows[i].text);
	}
}

/* Every prefix of a text, right before memory that cannot be read. */
static void test_reads_no_byte_behind_the_text(void **state)
{
	static const char *const texts[] = { "{\"1\":1,\"b\":[true,null,-1.5e3,\"\\u00e9\\n\"]}",
		"[\"\\ud83d\\ude00\",false]", "\xEF\xBB\xBF{}" };
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	char *memory = mmap(
		NULL, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	(void)state;
	assert_true(memory != MAP_FAILED);
	assert_int_equal(mprotect(memory + page, page, PROT_NONE), 0);
	for (size_t i = 0; i < COUNT(texts); i++) {
		for (size_t length = 0; length <= strlen(texts[i]); length++) {
			char *start = memory + page - length;

			memcpy(start, texts[i], length);
			is_json((struct slice){ start, start + length });
		}
	}
	munmap(memory, 2 * page);
}

static void test_survives_deep_nesting(void **state)
{
	enum { DEPTH = 1000000 };
	struct text text = TEXT_INIT;

	(void)state;
	text_add_repeated(&text, '[', 200);
	text_add_repeated(&text, ']', 200);
	assert_true(is_json(text_slice(&text)));
	text_clear(&text);
	text_add_repeated(&text, '[', DEPTH);
	assert_false(is_json(text_slice(&text)));
	text_add_repeated(&text, ']', DEPTH);
	is_json(text_slice(&text)); /* a limit is allowed */
	text_release(&text);
}

static void test_reads_numbers_correctly_rounded(void **state)
{
	static const struct {
		const char *text;
		double value;
	} rows[] = {
		{ "0", 0 },
		{ "-1.5e-3", -0.0015 },
		{ "0.30000000000000004", 0.1 + 0.2 },
		{ "1.7976931348623157e308", DBL_MAX },
		{ "5e-324", DBL_TRUE_MIN },
		{ "1e-400", 0 },
		{ "123456789012345678901234567890", 123456789012345678901234567890.0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct json *value = json_parse(slice_of(rows[i].text), NULL);
		double number = -1;

		assert_row(json_number(value, &number), rows[i].text);
		assert_close(number, rows[i].value, 0, rows[i].text);
		json_free(value);
	}
}

static void test_reads_numbers_of_very_many_digits(void **state)
{
	struct text text = TEXT_INIT;
	struct json *value;
	double number = -1;

	(void)state;
	text_add(&text, "0.25");
	text_add_repeated(&text, '0', 100);
	value = json_parse(slice_of(text.data), NULL);
	assert_true(json_number(value, &number));
	assert_close(number, 0.25, 0, text.data);
	json_free(value);
	text_release(&text);
}

static void test_a_number_beyond_all_doubles_is_no_finite_number(void **state)
{
	struct json *value = json_parse(slice_of("{\"a\":1e999,\"b\":-1e999}"), NULL);
	double number = 7;

	(void)state;
	assert_non_null(value);
	assert_true(!json_member_number(value, "a", &number) || isfinite(number));
	assert_true(!json_member_number(value, "b", &number) || isfinite(number));
	json_free(value);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_takes_what_is_json),
		cmocka_unit_test(test_refuses_what_is_no_json),
		cmocka_unit_test(test_says_where_it_went_wrong),
		cmocka_unit_test(test_reads_no_byte_behind_the_text),
		cmocka_unit_test(test_survives_deep_nesting),
		cmocka_unit_test(test_reads_numbers_correctly_rounded),
		cmocka_unit_test(test_reads_numbers_of_very_many_digits),
		cmocka_unit_test(test_a_number_beyond_all_doubles_is_no_finite_number),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
