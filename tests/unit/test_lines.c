/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_lines - what ends a line, how lines are numbered, and what is cut */
#include "core/lines.h"
#include "tests/unit/files.h"
#include "tests/unit/unit.h"

enum { NO_LIMIT = 1 << 22 };

/*
 * Adds each line of a file of these bytes as "NUMBER[r][c] TEXT;": r for one
 * that ended in a lone carriage return, c for one that was cut, @ for a NUL.
 */
static void add_lines(struct text *out, const char *bytes, size_t length, size_t limit)
{
	char path[PATH_SIZE];
	struct input *input;
	struct lines lines;
	struct line line;

	make_file(path, bytes, length);
	input = input_open(path);
	assert_non_null(input);
	lines_init(&lines, input, limit);
	while (lines_next(&lines, &line)) {
		text_add_format(out, "%zu%s%s ", line.number, line.overwritten ? "r" : "",
			line.cut ? "c" : "");
		for (const char *c = line.text.start; c < line.text.end; c++)
			text_add_char(out, *c ? *c : '@');
		text_add_char(out, ';');
	}
	assert_false(lines_next(&lines, &line));
	assert_null(input_error(input));
	lines_release(&lines);
	input_close(input);
	unlink(path);
}

static const struct row {
	const char *bytes;
	size_t length;
	const char *lines;
} endings[] = {
	{ "", 0, "" },
	{ "\n", 1, "1 ;" },
	{ "\n\n", 2, "1 ;2 ;" },
	{ "a\nb\n", 4, "1 a;2 b;" },
	{ "a\nb", 3, "1 a;2 b;" },
	{ "a\r\nb\r\n", 6, "1 a;2 b;" },
	{ "\r\n", 2, "1 ;" },
	{ "a\rb\n", 4, "1r a;1 b;" },
	{ "a\rb\rc\nd\n", 8, "1r a;1r b;1 c;2 d;" },
	{ "a\r", 2, "1r a;" },
	{ "a\n\rb\n", 5, "1 a;2r ;2 b;" },
	{ "a\r\r\nb\n", 6, "1 a;2 b;" }, /* a log that passed through two terminals */
	{ "a\r\r\r\nb", 6, "1 a;2 b;" },
	{ "a\0b\n\0\n", 6, "1 a@b;2 @;" },
	{ " a \n", 4, "1  a ;" },
	{ "\xFF\xFD\n", 3, "1 \xFF\xFD;" },
	{ "a\x0B"
	  "b\x0C"
	  "c\xC2\x85"
	  "d\n",
		9,
		"1 a\x0B"
		"b\x0C"
		"c\xC2\x85"
		"d;" },
};

static void test_lines_end_in_lf_crlf_cr_or_at_the_end(void **state)
{
	struct text got = TEXT_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(endings); i++) {
		text_clear(&got);
		add_lines(&got, endings[i].bytes, endings[i].length, NO_LIMIT);
		assert_text(got.data, endings[i].lines, endings[i].lines);
	}
	text_release(&got);
}

static void test_a_line_over_the_limit_is_cut(void **state)
{
	/* A limit of four bytes. */
	static const struct row rows[] = {
		{ "abcd\nx\n", 7, "1 abcd;2 x;" },
		{ "abcde\nx\n", 8, "1c abcd;2 x;" },
		{ "abcdefghijkl\nx", 14, "1c abcd;2 x;" },
		{ "abcd\r\nx", 7, "1 abcd;2 x;" },
		{ "abcde\r\nx", 8, "1c abcd;2 x;" },
		{ "abcde", 5, "1c abcd;" },
		{ "abcd", 4, "1 abcd;" },
		{ "abcd\rx\n", 7, "1r abcd;1 x;" },
		{ "abcdefgh\nabcdefgh\n", 18, "1c abcd;2c abcd;" },
		{ "abcde\n\nx\n", 9, "1c abcd;2 ;3 x;" },
	};
	struct text got = TEXT_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		text_clear(&got);
		add_lines(&got, rows[i].bytes, rows[i].length, 4);
		assert_text(got.data, rows[i].lines, rows[i].lines);
	}
	text_release(&got);
}

/* A line whose end begins after filler bytes, then another: "x". */
static void check_filler(size_t filler, const char *end, size_t limit, struct text *got)
{
	struct text bytes = TEXT_INIT;
	struct text expected = TEXT_INIT;
	bool lone = strcmp(end, "\r") == 0;
	bool cut = filler > limit;
	char row[64];

	snprintf(
		row, sizeof row, "%zu bytes, an end of %zu, limit %zu", filler, strlen(end), limit);
	text_add_repeated(&bytes, 'a', filler);
	text_add(&bytes, end);
	text_add(&bytes, "x\n");
	text_add_format(&expected, "1%s%s ", lone && !cut ? "r" : "", cut ? "c" : "");
	text_add_repeated(&expected, 'a', cut ? limit : filler);
	text_add_format(&expected, ";%d x;", lone ? 1 : 2);

	text_clear(got);
	add_lines(got, bytes.data, bytes.length, limit);
	assert_row(strcmp(got->data, expected.data) == 0, row);
	text_release(&bytes);
	text_release(&expected);
}

static void check_around_chunks(size_t limit)
{
	static const char *const ends[] = { "\n", "\r\n", "\r", "\r\r\n" };
	static const size_t places[] = { 64 * 1024, 256 * 1024, 320 * 1024, 512 * 1024,
		576 * 1024 };
	struct text got = TEXT_INIT;

	for (size_t i = 0; i < COUNT(places); i++)
		for (size_t filler = places[i] - 3; filler <= places[i] + 2; filler++)
			for (size_t j = 0; j < COUNT(ends); j++)
				check_filler(filler, ends[j], limit, &got);
	text_release(&got);
}

static void test_ends_at_the_border_of_a_chunk_are_seen(void **state)
{
	(void)state;
	check_around_chunks(NO_LIMIT);
}

static void test_ends_of_cut_lines_at_the_border_of_a_chunk_are_seen(void **state)
{
	(void)state;
	check_around_chunks(10);
}

static void test_numbers_are_those_of_an_editor(void **state)
{
	struct text bytes = TEXT_INIT;
	struct text got = TEXT_INIT;

	(void)state;
	for (int i = 1; i <= 200000; i++)
		text_add(&bytes, i % 3 ? "ab\rc\n" : "\r\n");
	text_add(&bytes, "end");
	add_lines(&got, bytes.data, bytes.length, NO_LIMIT);
	assert_true(got.length > 20);
	assert_string_equal(got.data + got.length - strlen(";200001 end;"), ";200001 end;");
	text_release(&bytes);
	text_release(&got);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines_end_in_lf_crlf_cr_or_at_the_end),
		cmocka_unit_test(test_a_line_over_the_limit_is_cut),
		cmocka_unit_test(test_ends_at_the_border_of_a_chunk_are_seen),
		cmocka_unit_test(test_ends_of_cut_lines_at_the_border_of_a_chunk_are_seen),
		cmocka_unit_test(test_numbers_are_those_of_an_editor),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
