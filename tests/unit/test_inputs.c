/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_inputs - files opened one after another are read as each by itself */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>

#include "core/input.h"
#include "tests/unit/files.h"
#include "tests/unit/unit.h"

enum { ROOT_SIZE = 128 };

static void make_root(char root[ROOT_SIZE])
{
	const char *folder = getenv("TMPDIR");

	snprintf(root, ROOT_SIZE, "%s/benchpipe-unit-XXXXXX", folder ? folder : "/tmp");
	assert_non_null(mkdtemp(root));
	assert_int_equal(chdir(root), 0);
}

static void put(const char *path, const char *bytes, size_t length)
{
	FILE *file = fopen(path, "wb");

	assert_non_null(file);
	assert_int_equal(fwrite(bytes, 1, length, file), length);
	assert_int_equal(fclose(file), 0);
}

#define PUT(path, bytes) put(path, bytes, sizeof(bytes) - 1)

static void make_files(void)
{
	assert_int_equal(mkdir("a", 0777), 0);
	assert_int_equal(mkdir("a/b", 0777), 0);
	assert_int_equal(symlink("a/b", "link"), 0);
	assert_int_equal(symlink("../top", "a/out"), 0);
	PUT("top", "top");
	PUT("a/1", "first of a");
	PUT("a/2", "");
	PUT("a/packed", "\x1F\x8B\x08 and damaged: what follows is another stream's");
	PUT("a/wide", "\xFF\xFEw\0i\0d\0e\0");
	PUT("a/b/1", "first of b");
}

static void remove_files(const char *root)
{
	static const char *const files[] = { "top", "link", "a/1", "a/2", "a/out", "a/packed",
		"a/wide", "a/b/1" };

	for (size_t i = 0; i < COUNT(files); i++)
		assert_int_equal(unlink(files[i]), 0);
	assert_int_equal(rmdir("a/b"), 0);
	assert_int_equal(rmdir("a"), 0);
	assert_int_equal(chdir("/"), 0);
	assert_int_equal(rmdir(root), 0);
}

/* What reading comes to: the bytes, and what went wrong. */
static void add_content(struct text *content, struct input *input)
{
	char bytes[16];
	size_t count;

	if (!input) {
		text_add(content, strerror(errno));
		return;
	}
	while ((count = input_read(input, bytes, sizeof bytes)))
		text_add_bytes(content, bytes, count);
	if (input_error(input))
		text_add(content, input_error(input));
}

static void check(struct inputs *inputs, const char *path)
{
	struct text expected = TEXT_INIT;
	struct text got = TEXT_INIT;
	struct input *alone = input_open(path);
	struct input *input;

	add_content(&expected, alone);
	if (alone)
		input_close(alone);
	input = inputs_open(inputs, path);
	add_content(&got, input);
	if (input)
		inputs_close(inputs, input);
	assert_text(got.data, expected.data, path);
	text_release(&expected);
	text_release(&got);
}

static void test_each_is_read_as_by_itself(void **state)
{
	static const char *const paths[] = { "a/1", "a/2", "a/packed", "a/1", "a/wide", "a/1",
		"a/b/1", "a/1", "top", "link/1", "a/b/../1", "a//1", "./a/1", "./top", "a/out",
		"a/none", "none/1", "a/1/1", "a", "a/", "a/b", "a/.", "a/..", "", "/", "/none",
		"//", "/dev/null" };
	char root[ROOT_SIZE];
	struct inputs inputs = { 0 };

	(void)state;
	make_root(root);
	make_files();
	for (size_t i = 0; i < COUNT(paths); i++)
		for (size_t j = 0; j < COUNT(paths); j++) {
			check(&inputs, paths[i]);
			check(&inputs, paths[j]);
		}
	inputs_release(&inputs);
	remove_files(root);
}

static void test_two_are_read_at_once(void **state)
{
	char root[ROOT_SIZE];
	struct inputs inputs = { 0 };
	struct input *first, *second;
	struct text got = TEXT_INIT;

	(void)state;
	make_root(root);
	make_files();
	first = inputs_open(&inputs, "a/1");
	second = inputs_open(&inputs, "a/b/1");
	add_content(&got, first);
	inputs_close(&inputs, first);
	text_add(&got, ", ");
	add_content(&got, second);
	inputs_close(&inputs, second);
	assert_string_equal(got.data, "first of a, first of b");
	text_release(&got);
	inputs_release(&inputs);
	remove_files(root);
}

static int count_open(void)
{
	int count = 0;

	for (int i = 0; i < 256; i++)
		count += fcntl(i, F_GETFD) >= 0;
	return count;
}

static void test_nothing_stays_open(void **state)
{
	static const char *const paths[] = { "a/1", "a/b/1", "none/1", "a/2" };
	char root[ROOT_SIZE];
	struct inputs inputs = { 0 };
	int before = count_open();

	(void)state;
	make_root(root);
	make_files();
	for (size_t i = 0; i < COUNT(paths); i++)
		check(&inputs, paths[i]);
	inputs_release(&inputs);
	assert_int_equal(count_open(), before);
	remove_files(root);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_each_is_read_as_by_itself),
		cmocka_unit_test(test_two_are_read_at_once),
		cmocka_unit_test(test_nothing_stays_open),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
