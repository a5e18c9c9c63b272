/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_json_lazy - a text read as it is asked for, beside cJSON's tree of it */
#include <glob.h>
#include <stdlib.h>

#include "core/input.h"
#include "core/memory.h"
#include "tests/unit/json_agreement.h"
#include "tests/unit/unit.h"

static void check_agreement(const char *bytes, size_t length)
{
	char *copy = memory_copy_bytes(bytes, length);

	assert_row(json_agrees((struct slice){ copy, copy + length }), copy);
	free(copy);
}

static void test_texts_are_read_alike(void **state)
{
	static const char *const texts[] = { "7", " -0 ", "\"a\"", "null", "{}", " [ ] ",
		"{\"a\":1,\"a\":2,\"A\":3}", "{\"\\u0061\":1,\"a\":2}", "{\"a\":1,\"\\u0061\":2}",
		"{\"a\\nb\":1,\"a\\\\nb\":2,\"\":3}",
		"[\"\\ud83d\\ude00\\\"\\\\\\/\\b\\f\\n\\r\\t\"]",
		"[1e999,-1e999,1e-999,0.1,123456789012345678901234567890,5e-324,1E+2,-0.0]",
		"[\"]\",\n\"}\",{\"[\":\"{\\\\\"\n,\"\\\"\":\n[\n[]\n,{}]}]", "[[[[[1],2],3],4],5]",
		"[\"\\ud800\"]", "[\"\\udc00\\ud800\"]", "[\"\\ud800\\u0041\"]",
		"[\"\\udc00\\udc00\"]", "[\"\\u0000\"]", "[1 2]", "{\"a\":1,}", "[1,]", "{\"a\" 1}",
		"{1:2}", "[}", "{]", "]", "1 2", "[1]x", "[tru]", "[nan]", "{\"a\":-nan}", "[01]",
		"[1.]", "[.5]", "[1e]", "[\"\x01\"]", "[\"\xC0\x80\"]", "" };

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++)
		check_agreement(texts[i], strlen(texts[i]));
	check_agreement("[1,\0 2]", 7);
}

static void add_value(struct text *text, size_t depth, uint64_t *random)
{
	static const char *const scalars[] = { "1", "-2.5e-3", "\"x\"", "\"a\\u00e9\\n\"", "true",
		"null", "123456.789012" };
	bool is_object = random_below(random, 2);
	size_t count = random_below(random, depth > 2 ? 4 : 16);

	if (depth > 5 || (depth && random_below(random, 3) == 0)) {
		text_add(text, scalars[random_below(random, COUNT(scalars))]);
		return;
	}
	text_add_char(text, is_object ? '{' : '[');
	for (size_t i = 0; i < count; i++) {
		text_add(text, i ? "," : "");
		text_add(text, random_below(random, 2) ? "\n  " : "");
		if (is_object)
			text_add_format(text, "\"%zu\" :", random_below(random, 30));
		add_value(text, depth + 1, random);
	}
	text_add(text, random_below(random, 2) ? "\n" : "");
	text_add_char(text, is_object ? '}' : ']');
}

/* Long and short ones within one another, so that some are jumped over. */
static void test_random_texts_are_read_alike(void **state)
{
	uint64_t random = 11;
	struct text text = TEXT_INIT;

	(void)state;
	for (int i = 0; i < 300; i++) {
		text_clear(&text);
		text_add_char(&text, '[');
		add_value(&text, 0, &random);
		text_add(&text, ",\n7]");
		check_agreement(text.data, text.length);
	}
	text_release(&text);
}

static void test_nesting_is_limited_alike(void **state)
{
	struct text text = TEXT_INIT;

	(void)state;
	for (size_t depth = 499; depth < 504; depth++)
		for (int filled = 0; filled < 2; filled++) {
			text_clear(&text);
			text_add_repeated(&text, '[', depth);
			text_add(&text, filled ? "1" : "");
			text_add_repeated(&text, ']', depth);
			check_agreement(text.data, text.length);
		}
	text_release(&text);
}

static void mutate(struct text *text, uint64_t *random)
{
	static const char bytes[] = "{}[]\",:\\ \n\r0-1.eE+tu\x01\xC3\xA9";

	for (size_t i = 1 + random_below(random, 3); i > 0 && text->length; i--) {
		size_t at = random_below(random, text->length);
		size_t other = random_below(random, text->length);

		if (random_below(random, 2))
			text->data[at] = bytes[random_below(random, sizeof bytes - 1)];
		else
			text->data[at] = text->data[other];
	}
}

/* A log that is a document, as it is, and with bytes changed in some parts of it. */
static void check_log(const char *path, size_t *documents, uint64_t *random)
{
	struct text bytes = TEXT_INIT;
	struct text changed = TEXT_INIT;
	bool is_document;

	assert_true(input_read_file(&bytes, path));
	is_document = is_json_text(bytes.data, bytes.data + bytes.length);
	*documents += is_document;
	check_agreement(bytes.data, bytes.length);
	for (int i = 0; i < 30 && is_document; i++) {
		text_clear(&changed);
		text_add_bytes(&changed, bytes.data, bytes.length);
		mutate(&changed, random);
		check_agreement(changed.data, changed.length);
	}
	text_release(&bytes);
	text_release(&changed);
}

static void test_logs_are_read_alike(void **state)
{
	static const char *const patterns[] = { "tests/logs/fio/*json*.log",
		"tests/logs/iperf3/*json*.log", "tests/logs/hyperfine/*", "tests/logs/*/*.json" };
	uint64_t random = 12;
	size_t documents = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(patterns); i++) {
		glob_t found;

		if (glob(patterns[i], 0, NULL, &found) != 0)
			continue;
		for (size_t j = 0; j < found.gl_pathc; j++)
			check_log(found.gl_pathv[j], &documents, &random);
		globfree(&found);
	}
	assert_true(documents >= 20);
}

/* Of a number of more than 63 characters cJSON takes the beginning, and so refuses what it stands in. */
static void test_long_numbers_are_read_whole(void **state)
{
	struct text text = TEXT_INIT;
	struct json *list;
	double number = 0;

	(void)state;
	text_add(&text, "[0.25");
	text_add_repeated(&text, '0', 100);
	text_add(&text, "]");
	assert_true(json_check(slice_of(text.data), NULL));
	list = json_of_text(slice_of(text.data), NULL, 1);
	assert_true(json_number(json_first(list), &number) && number == 0.25);
	json_free(list);
	text_release(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_texts_are_read_alike),
		cmocka_unit_test(test_random_texts_are_read_alike),
		cmocka_unit_test(test_nesting_is_limited_alike),
		cmocka_unit_test(test_logs_are_read_alike),
		cmocka_unit_test(test_long_numbers_are_read_whole),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
