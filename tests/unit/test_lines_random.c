/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_lines_random - lines of random files against a plain splitter, and the memory they take */
#include "core/lines.h"
#include "tests/unit/files.h"
#include "tests/unit/unit.h"

enum { ROUNDS = 40, FILE_SIZE = 900 * 1024 };

/* Where lines begin and end in a text that was made of them. */
struct made {
	struct text bytes;
	size_t *starts;
	size_t *ends;
	size_t *numbers;
	bool *lone;
	size_t count;
};

static void make_lines(struct made *made, size_t longest, uint64_t *random)
{
	static const char *const line_ends[] = { "\n", "\r\n", "\r", "\n" };
	size_t number = 1;

	while (made->bytes.length < FILE_SIZE) {
		size_t length = 1 + random_below(random, longest);
		const char *end = line_ends[random_below(random, COUNT(line_ends))];

		made->starts[made->count] = made->bytes.length;
		while (length--)
			text_add_char(&made->bytes, "ab\0\xFF"[random_below(random, 4)]);
		made->ends[made->count] = made->bytes.length;
		made->numbers[made->count] = number;
		made->lone[made->count] = end[0] == '\r' && end[1] == '\0';
		number += !made->lone[made->count];
		text_add(&made->bytes, end);
		made->count++;
	}
}

static void check_line(const struct made *made, size_t i, size_t limit, const struct line *line)
{
	size_t length = made->ends[i] - made->starts[i];
	bool cut = length > limit;
	char row[64];

	snprintf(row, sizeof row, "line %zu, limit %zu", i, limit);
	assert_row(line->cut == cut, row);
	assert_row(line->number == made->numbers[i], row);
	assert_row(cut || line->overwritten == made->lone[i], row);
	assert_row(line->overwrites == (i > 0 && made->lone[i - 1]), row);
	length = cut ? limit : length;
	assert_row(slice_length(line->text) == length, row);
	assert_row(memcmp(line->text.start, made->bytes.data + made->starts[i], length) == 0, row);
}

static void compare(const struct made *made, size_t limit)
{
	char path[PATH_SIZE];
	struct input *input;
	struct lines lines;
	struct line line;
	size_t count = 0;

	make_file(path, made->bytes.data, made->bytes.length);
	input = input_open(path);
	lines_init(&lines, input, limit);
	for (; lines_next(&lines, &line); count++) {
		assert_true(count < made->count);
		check_line(made, count, limit, &line);
	}
	assert_int_equal(count, made->count);
	lines_release(&lines);
	input_close(input);
	unlink(path);
}

/* Takes some whole lines of a block; returns the line that comes next. */
static size_t take_some(const struct made *made, size_t i, struct block *block, uint64_t *random)
{
	size_t offset = made->starts[i];
	char row[64];

	snprintf(row, sizeof row, "block at line %zu", i);
	assert_row(block->number == made->numbers[i], row);
	assert_row(block->text.end[-1] == '\n', row);
	assert_row(memcmp(block->text.start, made->bytes.data + offset,
			   slice_length(block->text)) == 0,
		row);
	for (size_t some = random_below(random, 2000); some && !slice_is_empty(block->text);
		some--) {
		const char *end = memchr(block->text.start, '\n', slice_length(block->text));

		offset += (size_t)(end + 1 - block->text.start);
		block->text.start = end + 1;
		block->number++;
	}
	while (i < made->count && made->starts[i] < offset)
		i++;
	return i;
}

/* The same file with some of its lines taken in blocks. */
static void compare_blocks(const struct made *made, uint64_t *random)
{
	enum { NO_LIMIT = 1 << 20 };
	char path[PATH_SIZE];
	struct input *input;
	struct lines lines;
	struct line line;
	size_t count = 0;

	make_file(path, made->bytes.data, made->bytes.length);
	input = input_open(path);
	lines_init(&lines, input, NO_LIMIT);
	for (; lines_next(&lines, &line); count++) {
		struct block block;

		check_line(made, count, NO_LIMIT, &line);
		if (!random_below(random, 4) || !lines_block(&lines, &block))
			continue;
		count = take_some(made, count + 1, &block, random) - 1;
		lines_skip(&lines, &block);
	}
	assert_int_equal(count, made->count);
	lines_release(&lines);
	input_close(input);
	unlink(path);
}

static void test_random_files_split_as_they_were_made(void **state)
{
	static const size_t longest[] = { 3, 80, 5000, 300 * 1024 };
	static const size_t limits[] = { 2, 1000, 1 << 20 };
	uint64_t random = 5;

	(void)state;
	for (size_t i = 0; i < ROUNDS; i++) {
		struct made made = { .bytes = TEXT_INIT };

		made.starts = calloc(FILE_SIZE, sizeof *made.starts);
		made.ends = calloc(FILE_SIZE, sizeof *made.ends);
		made.numbers = calloc(FILE_SIZE, sizeof *made.numbers);
		made.lone = calloc(FILE_SIZE, sizeof *made.lone);
		make_lines(&made, longest[i % COUNT(longest)], &random);
		compare(&made, limits[i / COUNT(longest) % COUNT(limits)]);
		compare_blocks(&made, &random);
		text_release(&made.bytes);
		free(made.starts);
		free(made.ends);
		free(made.numbers);
		free(made.lone);
	}
}

/* The largest buffer that a file of one byte, again and again, takes. */
static size_t capacity_for(char byte, size_t limit)
{
	struct text bytes = TEXT_INIT;
	char path[PATH_SIZE];
	struct input *input;
	struct lines lines;
	struct line line;
	size_t capacity = 0;

	text_add_repeated(&bytes, byte, 8 << 20);
	make_file(path, bytes.data, bytes.length);
	input = input_open(path);
	lines_init(&lines, input, limit);
	while (lines_next(&lines, &line))
		capacity = lines.capacity > capacity ? lines.capacity : capacity;
	lines_release(&lines);
	input_close(input);
	unlink(path);
	text_release(&bytes);
	return capacity;
}

static void test_limit_bounds_the_memory_of_a_file_without_line_ends(void **state)
{
	(void)state;
	assert_true(capacity_for('a', 1000) <= 1 << 20);
	assert_true(capacity_for('\0', 1 << 19) <= 2 << 20);
}

static void test_limit_bounds_the_memory_of_a_file_of_line_ends(void **state)
{
	(void)state;
	assert_true(capacity_for('\n', 1000) <= 1 << 20);
	assert_true(capacity_for('\r', 1000) <= 1 << 20);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_random_files_split_as_they_were_made),
		cmocka_unit_test(test_limit_bounds_the_memory_of_a_file_without_line_ends),
		cmocka_unit_test(test_limit_bounds_the_memory_of_a_file_of_line_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
