/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_json_lines - the line that each value of a JSON text begins in */
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "core/json.h"
#include "tests/unit/unit.h"

/* The value behind a path such as "a/1/b": names of members, places in arrays. */
static const struct json *value_at(const struct json *value, const char *path)
{
	struct slice rest = slice_of(path);

	while (!slice_is_empty(rest)) {
		struct slice step = rest;
		uint64_t place;

		if (!scan_until(&rest, "/", &step))
			rest.start = rest.end;
		scan_char(&rest, '/');
		if (json_is_array(value)) {
			scan_integer(&step, &place);
			for (value = json_first(value); place--; value = json_next(value))
				;
		} else {
			char *name = slice_copy(step);

			value = json_member(value, name);
			free(name);
		}
	}
	return value;
}

static void test_values_are_in_the_line_they_begin_in(void **state)
{
	static const struct {
		const char *text;
		const char *path;
		size_t line; /* the text's first is 10 */
	} rows[] = {
		{ "7", "", 10 },
		{ "\n\n 7", "", 12 },
		{ "\r\n7", "", 11 },
		{ "{\n\"a\":\n1,\n\"b\": {\n\"c\"\n:\n[2,\n3]}}", "a", 12 },
		{ "{\n\"a\":\n1,\n\"b\": {\n\"c\"\n:\n[2,\n3]}}", "b", 13 },
		{ "{\n\"a\":\n1,\n\"b\": {\n\"c\"\n:\n[2,\n3]}}", "b/c", 16 },
		{ "{\n\"a\":\n1,\n\"b\": {\n\"c\"\n:\n[2,\n3]}}", "b/c/0", 16 },
		{ "{\n\"a\":\n1,\n\"b\": {\n\"c\"\n:\n[2,\n3]}}", "b/c/1", 17 },
		{ "[\"]\",\n\"\\\"\",\n\"\\\\\",\n{},\n[],\n-1.5e-3,\nnull\n,true,\n\"{\"]", "1",
			11 },
		{ "[\"]\",\n\"\\\"\",\n\"\\\\\",\n{},\n[],\n-1.5e-3,\nnull\n,true,\n\"{\"]", "2",
			12 },
		{ "[\"]\",\n\"\\\"\",\n\"\\\\\",\n{},\n[],\n-1.5e-3,\nnull\n,true,\n\"{\"]", "4",
			14 },
		{ "[\"]\",\n\"\\\"\",\n\"\\\\\",\n{},\n[],\n-1.5e-3,\nnull\n,true,\n\"{\"]", "5",
			15 },
		{ "[\"]\",\n\"\\\"\",\n\"\\\\\",\n{},\n[],\n-1.5e-3,\nnull\n,true,\n\"{\"]", "7",
			17 },
		{ "[\"]\",\n\"\\\"\",\n\"\\\\\",\n{},\n[],\n-1.5e-3,\nnull\n,true,\n\"{\"]", "8",
			18 },
		{ "{\"a:\\\"},\":[\n1],\"b\":2}", "b", 11 },
		{ "{\"\":{\n},\n\"a\":[\n]\n,\"b\":2}", "b", 14 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct slice text = slice_of(rows[i].text);
		struct json *tree = json_parse(text, NULL);

		assert_row(tree != NULL, rows[i].text);
		json_find_lines(tree, text, 10);
		if (json_line(value_at(tree, rows[i].path)) != rows[i].line)
			print_error("%s is in line %zu\n", rows[i].path,
				json_line(value_at(tree, rows[i].path)));
		assert_row(json_line(value_at(tree, rows[i].path)) == rows[i].line, rows[i].text);
		json_free(tree);
	}
}

static void test_finding_lines_changes_no_value(void **state)
{
	struct slice text = slice_of("{\"a\":[1.5,\n7,true,\"x\"]}");
	struct json *tree = json_parse(text, NULL);
	const struct json *list;
	bool boolean = false;
	double number = 0;

	(void)state;
	json_find_lines(tree, text, 1000);
	list = json_member(tree, "a");
	assert_int_equal(json_count(list), 4);
	assert_true(json_number(value_at(list, "0"), &number) && number == 1.5);
	assert_true(json_number(value_at(list, "1"), &number) && number == 7);
	assert_true(json_boolean(value_at(list, "2"), &boolean) && boolean);
	assert_string_equal(json_text(value_at(list, "3")), "x");
	json_free(tree);
	json_find_lines(NULL, text, 1);
	assert_int_equal(json_line(NULL), 0);
}

/* Finds the lines of a text right before memory that cannot be read, if it is JSON at all. */
static void find_lines_before(const char *border, const char *bytes, size_t length)
{
	char *start = (char *)border - length;
	struct slice text = { start, border };
	struct json *tree;

	memcpy(start, bytes, length);
	tree = json_parse(text, NULL);
	json_find_lines(tree, text, 1);
	json_free(tree);
}

/* Whatever is taken for JSON, only its own bytes are looked at. */
static void test_no_byte_behind_the_text_is_read(void **state)
{
	static const char model[] =
		"[\"a, \",{\"b c\":[[],{}]},\"\",[[[[[[[]]]]]]],\"\\\"\",1,\"d\"]";
	static const char lenient[] = "\x01{\x01 \",\":\x01[\x01"
				      "1,1,[[[[]]]]]}";
	static const char letters[] = "\"\"\"\"[]{},:1a\\\n \x01\x0B\xEF";
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	char *memory = mmap(
		NULL, 2 * page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	uint64_t random = 8;

	(void)state;
	assert_true(memory != MAP_FAILED);
	assert_int_equal(mprotect(memory + page, page, PROT_NONE), 0);
	for (int round = 0; round < 100000; round++) {
		char text[sizeof model];

		memcpy(text, model, sizeof model);
		for (size_t i = 1 + random_below(&random, 4); i > 0; i--)
			text[random_below(&random, sizeof model - 1)] =
				letters[random_below(&random, sizeof letters - 1)];
		find_lines_before(memory + page, text, sizeof model - 1);
	}
	find_lines_before(memory + page, lenient, sizeof lenient - 1);
	munmap(memory, 2 * page);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_values_are_in_the_line_they_begin_in),
		cmocka_unit_test(test_finding_lines_changes_no_value),
		cmocka_unit_test(test_no_byte_behind_the_text_is_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
