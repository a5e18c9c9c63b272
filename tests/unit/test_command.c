/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_command - flags and options of a program in a command line */
#include "ingest/log/command.h"
#include "tests/unit/unit.h"

static void test_finds_a_flag_in_all_its_forms(void **state)
{
	static const struct {
		const char *command;
		bool there; /* free's -m, --mebi */
	} rows[] = {
		{ "free -m", true },
		{ "free --mebi", true },
		{ "free -tm", true },
		{ "free -mt", true },
		{ "free\t-m ", true },
		{ "free -t -m", true },
		{ "/usr/bin/free -m", true },
		{ "../bin/free -m", true },
		{ "docker run --rm --runtime=runsc alpine free -m", true },
		{ "docker run --rm alpine /bin/free --mebi", true },
		{ "LC_ALL=C free -m", true },
		{ "time free -m; date", true },
		{ "date; free -m", true },
		{ "free -m|cat", true },
		{ "free", false },
		{ "free -h", false },
		{ "free m", false },
		{ "free --mega", false },
		{ "free --mebibytes", false },
		{ "free --m", false },
		{ "free -", false },
		{ "free --", false },
		{ "", false },
		{ "   ", false },
		{ NULL, false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_row(command_has_flag(rows[i].command, "free", 'm', "mebi") == rows[i].there,
			rows[i].command ? rows[i].command : "(NULL)");
}

static void test_flags_of_other_programs_are_not_its_own(void **state)
{
	static const char *const commands[] = { "docker run -m 512 alpine free", "date -m; free",
		"free; ls -m", "free | sort -m", "free && ls -m", "free || ls -m", "freeze -m",
		"/free/x -m", "xfree -m", "cat free.txt -m", "free & ls -m" };

	(void)state;
	for (size_t i = 0; i < COUNT(commands); i++)
		assert_row(!command_has_flag(commands[i], "free", 'm', "mebi"), commands[i]);
}

static void test_a_flag_may_have_no_long_form(void **state)
{
	(void)state;
	assert_true(command_has_flag("du -sb x", "du", 'b', NULL));
	assert_true(command_has_flag("du -s -b x", "du", 's', NULL));
	assert_false(command_has_flag("du --b x", "du", 'b', NULL));
	assert_false(command_has_flag("du x", "du", 'b', NULL));
}

static void test_finds_the_value_of_an_option_in_all_its_forms(void **state)
{
	static const struct {
		const char *command;
		const char *program;
		const char *name;
		const char *value; /* NULL: it is not there */
	} rows[] = {
		{ "iperf -c h -t 60", "iperf", "t", "60" },
		{ "iperf -c h -t60 -l 8k", "iperf", "t", "60" },
		{ "iperf -t\t60", "iperf", "t", "60" },
		{ "fio -rw=read -runtime=60 -name=x", "fio", "runtime", "60" },
		{ "fio --runtime=60", "fio", "runtime", "60" },
		{ "fio --runtime 60", "fio", "runtime", "60" },
		{ "fio -rw=randrw -rwmixread=70", "fio", "rwmixread", "70" },
		{ "fio -rwmixread=70 -rw=randrw", "fio", "rw", "randrw" },
		{ "docker run -t 5 x iperf -t 60", "iperf", "t", "60" },
		{ "/usr/bin/iperf -t 60; iperf -t 70", "iperf", "t", "60" },
		{ "iperf -c h -t 60;date", "iperf", "t", "60" },
		{ "iperf -c h -p 9999", "iperf", "t", NULL },
		{ "iperf -c h -t", "iperf", "t", NULL },
		{ "iperf -c h -t ; date -x", "iperf", "t", NULL },
		{ "iperf -c h t 60", "iperf", "t", NULL },
		{ "fio -runtimes=60", "fio", "runtime", NULL },
		{ "fio runtime=60", "fio", "runtime", NULL },
		{ "date -t 60", "iperf", "t", NULL },
		{ "", "iperf", "t", NULL },
		{ NULL, "iperf", "t", NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const char *row = rows[i].command ? rows[i].command : "(NULL)";
		struct slice value = { 0 };
		bool there = command_option(rows[i].command, rows[i].program, rows[i].name, &value);

		assert_row(there == !!rows[i].value, row);
		assert_row(!there || slice_equals(value, rows[i].value), row);
	}
}

/* Two dashes begin a long name: "--tradeoff" is iperf's own option, not -t with a value. */
static void test_a_long_option_is_no_letter_with_its_value(void **state)
{
	struct slice value = { 0 };

	(void)state;
	assert_true(command_option("iperf -c h --tradeoff -t 60", "iperf", "t", &value));
	assert_true(slice_equals(value, "60"));
	assert_false(command_option("iperf -c h --tradeoff", "iperf", "t", &value));
}

static void test_knows_which_programs_a_command_calls(void **state)
{
	(void)state;
	assert_true(command_calls("free", "free"));
	assert_true(command_calls("docker run --rm alpine /bin/free -m", "free"));
	assert_true(command_calls("date; free", "free"));
	assert_false(command_calls("cat free.txt", "free"));
	assert_false(command_calls("freeze", "free"));
	assert_false(command_calls("", "free"));
	assert_false(command_calls(NULL, "free"));
}

static void test_finds_the_command_that_a_session_shows(void **state)
{
	static const struct {
		const char *line;
		const char *command; /* NULL: the line shows none */
	} rows[] = {
		{ "$ free -m", "free -m" },
		{ "user@host:~$ time ./hello.sh", "time ./hello.sh" },
		{ "root@0123abcd:/# du -sb x", "du -sb x" },
		{ "host% iperf -s", "iperf -s" },
		{ "+ free -m", "free -m" },
		{ "free -m", "free -m" },
		{ "  free -m", "free -m" },
		{ "free", NULL },
		{ "real 0m0.5s", NULL },
		{ "user -1", NULL },
		{ "Mem: 25275 -1", NULL },
		{ "", NULL },
		{ "$", NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct slice command = { 0 };
		bool shown_there = command_shown(slice_of(rows[i].line), &command);

		assert_row(shown_there == !!rows[i].command, rows[i].line);
		assert_row(!shown_there || slice_equals(command, rows[i].command), rows[i].line);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_finds_a_flag_in_all_its_forms),
		cmocka_unit_test(test_flags_of_other_programs_are_not_its_own),
		cmocka_unit_test(test_a_flag_may_have_no_long_form),
		cmocka_unit_test(test_finds_the_value_of_an_option_in_all_its_forms),
		cmocka_unit_test(test_a_long_option_is_no_letter_with_its_value),
		cmocka_unit_test(test_knows_which_programs_a_command_calls),
		cmocka_unit_test(test_finds_the_command_that_a_session_shows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
