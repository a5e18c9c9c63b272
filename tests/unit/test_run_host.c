/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_run_host - what is read of this machine, and of what programs print */
#include "run/host/disks.h"
#include "run/host/processors.h"
#include "run/record/facts.h"
#include "run/record/tail.h"
#include "tests/unit/unit.h"

static bool is_sda(const char *name)
{
	return strcmp(name, "sda") == 0;
}

/* Field 3 are sectors read and field 7 those written, of 512 bytes: Documentation/admin-guide/iostats.rst. */
static void test_lines_of_diskstats(void **state)
{
	static const struct {
		const char *line;
		bool is_one;
		double read, written;
	} rows[] = {
		{ "   8       0 sda 10 1 2000 30 40 5 6000 70 0 80 90", true, 1024000, 3072000 },
		{ "   8       0 sda 10 1 2000 30 40 5 6000 70 0 80 90 0 0 0 0 1 2", true, 1024000,
			3072000 },
		{ "   8       1 sda1 10 1 2000 30 40 5 6000 70 0 80 90", true, 0, 0 },
		{ "   7       0 loop0 10 1 2000 30 40 5 6000 70 0 80 90", true, 0, 0 },
		{ "   8       0 sda 10 1 2000 30 40 5", false, 0, 0 },
		{ "   8       0 sda 10 1 x 30 40 5 6000 70", false, 0, 0 },
		{ "", false, 0, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct disk_bytes bytes = { 0 };

		assert_row(disks_add_line(&bytes, slice_of(rows[i].line), is_sda) == rows[i].is_one,
			rows[i].line);
		assert_close(bytes.read, rows[i].read, 0, rows[i].line);
		assert_close(bytes.written, rows[i].written, 0, rows[i].line);
	}
}

/* As taskset(1) takes them. */
static void test_lists_of_processors(void **state)
{
	static const struct {
		const char *list;
		bool is_one;
		int count;
	} rows[] = {
		{ "0", true, 1 },
		{ "0-3", true, 4 },
		{ "0,2,4-5", true, 4 },
		{ "1,1-2", true, 2 },
		{ "1023", true, 1 },
		{ "1024", false, 0 },
		{ "3-1", false, 0 },
		{ "0-", false, 0 },
		{ "0,", false, 0 },
		{ ",0", false, 0 },
		{ "-1", false, 0 },
		{ "a", false, 0 },
		{ "0 1", false, 0 },
		{ "", false, 0 },
		{ "0-18446744073709551615", false, 0 },
		{ "99999999999999999999", false, 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		cpu_set_t set;

		assert_row(processors_read(&set, rows[i].list) == rows[i].is_one, rows[i].list);
		if (rows[i].is_one)
			assert_row(CPU_COUNT(&set) == rows[i].count, rows[i].list);
	}
}

static void test_facts_are_lines_of_name_and_value(void **state)
{
	struct facts facts = { 0 };
	struct text json = TEXT_INIT;

	(void)state;
	facts_add_lines(&facts,
		"kernel: Linux 6.1: new\nno fact\n\nempty: \n : nameless\ncpus:2\n a : b \nlast: \"x\"");
	facts_add(&facts, "unknown", NULL);
	facts_add(&facts, "blank", "  ");
	facts_write(&json, &facts);
	assert_string_equal(
		json.data, "{\"kernel\":\"Linux 6.1: new\",\"a\":\"b\",\"last\":\"\\\"x\\\"\"}\n");
	assert_string_equal(facts_find(&facts, "kernel"), "Linux 6.1: new");
	assert_null(facts_find(&facts, "cpus"));
	text_release(&json);
	facts_release(&facts);
}

static void test_the_last_line_that_says_something(void **state)
{
	static const struct {
		const char *text;
		const char *line;
	} rows[] = {
		{ "one\ntwo\n", "two" },
		{ "one\ntwo", "two" },
		{ "one\n  two \n\n \n", "two" },
		{ "10 %\r20 %\r30 %\n", "30 %" },
		{ "one", "one" },
		{ "\n\n", "" },
		{ "", "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct text text = TEXT_INIT;

		text_add(&text, rows[i].text);
		tail_keep_line(&text);
		assert_text(text.data, rows[i].line, rows[i].text);
		text_release(&text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines_of_diskstats),
		cmocka_unit_test(test_lists_of_processors),
		cmocka_unit_test(test_facts_are_lines_of_name_and_value),
		cmocka_unit_test(test_the_last_line_that_says_something),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
