/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_input - files as they are, standard input, and what cannot be opened */
#include <errno.h>
#include <fcntl.h>

#include "core/input.h"
#include "tests/unit/files.h"
#include "tests/unit/reading.h"
#include "tests/unit/unit.h"

static void test_plain_files_are_read_as_they_are(void **state)
{
	static const struct {
		const char *bytes;
		size_t length;
	} rows[] = {
		{ "", 0 },
		{ "a", 1 },
		{ "\x1F", 1 },
		{ "\x1F\x8B", 2 }, /* too short to be packed */
		{ "\xFD"
		  "7zXZ",
			5 },
		{ "PK\3\4", 4 },
		{ "BZh9", 4 },
		{ "\0\0\0", 3 },
	};
	struct text log = TEXT_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct text got = TEXT_INIT;

		assert_true(read_back(&got, rows[i].bytes, rows[i].length, 16));
		assert_int_equal(got.length, rows[i].length);
		assert_memory_equal(got.data, rows[i].bytes, got.length);
		text_release(&got);
	}
	add_log(&log, 20000);
	check_reads_as(&log, &log);
	text_release(&log);
}

static void test_what_cannot_be_opened_sets_errno(void **state)
{
	(void)state;
	errno = 0;
	assert_null(input_open("/no/such/file"));
	assert_int_equal(errno, ENOENT);
	errno = 0;
	assert_null(input_open("/"));
	assert_int_equal(errno, EISDIR);
	errno = 0;
	assert_null(input_open(""));
	assert_int_equal(errno, ENOENT);
}

static void test_dash_is_standard_input(void **state)
{
	int before = dup(STDIN_FILENO);
	char path[PATH_SIZE];
	char bytes[8] = { 0 };
	struct input *input;
	int descriptor;

	(void)state;
	make_file(path, "abc", 3);
	descriptor = open(path, O_RDONLY);
	assert_int_equal(dup2(descriptor, STDIN_FILENO), STDIN_FILENO);
	input = input_open("-");
	assert_non_null(input);
	assert_int_equal(input_read(input, bytes, sizeof bytes), 3);
	assert_string_equal(bytes, "abc");
	input_close(input);
	if (before >= 0)
		dup2(before, STDIN_FILENO);
	close(before);
	close(descriptor);
	unlink(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_plain_files_are_read_as_they_are),
		cmocka_unit_test(test_what_cannot_be_opened_sets_errno),
		cmocka_unit_test(test_dash_is_standard_input),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
