/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * reading - whether input gives back what was put into a file
 */
#ifndef TESTS_UNIT_READING_H
#define TESTS_UNIT_READING_H

#include <stdlib.h>
#include <unistd.h>

#include "core/input.h"
#include "core/text.h"
#include "tests/unit/files.h"
#include "tests/unit/unit.h"

/* Reads a file of these bytes, size at a time; false when it ends in an error. */
static inline bool read_back(struct text *out, const char *bytes, size_t length, size_t size)
{
	char path[PATH_SIZE];
	char *chunk = malloc(size);
	struct input *input;
	size_t count;
	bool good;

	make_file(path, bytes, length);
	input = input_open(path);
	assert_non_null(input);
	while ((count = input_read(input, chunk, size)))
		text_add_bytes(out, chunk, count);
	assert_int_equal(input_read(input, chunk, size), 0);
	good = input_error(input) == NULL;
	input_close(input);
	unlink(path);
	free(chunk);
	return good;
}

/* Some thousand lines, all different. */
static inline void add_log(struct text *out, int lines)
{
	for (int i = 0; i < lines; i++)
		text_add_format(out, "%d: real 0m%d.%03ds\n", i, i * 7 % 60, i * 37 % 1000);
}

static inline void check_reads_as(const struct text *file, const struct text *expected)
{
	static const size_t sizes[] = { 1, 7, 4096, 1 << 20 };

	for (size_t i = 0; i < COUNT(sizes); i++) {
		struct text got = TEXT_INIT;

		assert_true(read_back(&got, file->data, file->length, sizes[i]));
		assert_int_equal(got.length, expected->length);
		assert_memory_equal(got.data, expected->data, got.length);
		text_release(&got);
	}
}

#endif
