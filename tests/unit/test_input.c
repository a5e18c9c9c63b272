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

static void append(const char *path, const struct text *bytes)
{
	FILE *file = fopen(path, "ab");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes->data, 1, bytes->length, file), bytes->length);
	assert_int_equal(fclose(file), 0);
}

static void read_rest(struct text *got, struct input *input)
{
	char bytes[1000];
	size_t count;

	while ((count = input_read(input, bytes, sizeof bytes)))
		text_add_bytes(got, bytes, count);
	assert_null(input_error(input));
}

/* What is read when it is opened, and more: what comes behind that is still to be seen. */
static void test_a_file_may_grow_while_it_is_read(void **state)
{
	enum { AT_ONCE = 64 * 1024 };

	(void)state;
	for (size_t length = AT_ONCE; length <= 3 * AT_ONCE; length += AT_ONCE / 2) {
		struct text bytes = TEXT_INIT;
		struct text got = TEXT_INIT;
		char path[PATH_SIZE];
		struct input *input;

		text_add_repeated(&bytes, 'a', length);
		make_file(path, bytes.data, bytes.length);
		input = input_open(path);
		assert_non_null(input);
		append(path, &bytes);
		read_rest(&got, input);
		assert_int_equal(got.length, 2 * length);
		input_close(input);
		unlink(path);
		text_release(&bytes);
		text_release(&got);
	}
}

/* Its length is 0 or that of a page, whatever is in it, and it comes in pieces. */
static void test_files_that_do_not_say_their_length(void **state)
{
	static const char *const paths[] = { "/proc/self/environ", "/proc/filesystems",
		"/proc/kallsyms", "/sys/kernel/mm/transparent_hugepage/enabled" };

	(void)state;
	for (size_t i = 0; i < COUNT(paths); i++) {
		FILE *file = fopen(paths[i], "rb");
		struct text expected = TEXT_INIT;
		struct text got = TEXT_INIT;
		int c;

		while (file && (c = getc(file)) != EOF)
			text_add_char(&expected, (char)c);
		if (file) {
			assert_int_equal(fclose(file), 0);
			assert_true(input_read_file(&got, paths[i]));
			assert_text(got.data, expected.data, paths[i]);
		}
		text_release(&expected);
		text_release(&got);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_plain_files_are_read_as_they_are),
		cmocka_unit_test(test_what_cannot_be_opened_sets_errno),
		cmocka_unit_test(test_dash_is_standard_input),
		cmocka_unit_test(test_a_file_may_grow_while_it_is_read),
		cmocka_unit_test(test_files_that_do_not_say_their_length),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
