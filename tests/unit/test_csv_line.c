/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_csv_line - lines of CSV split into slices, beside libcsv's opinion of the same lines */
#include "ingest/log/csv_line.h"

#include "core/text.h"
#include "tests/unit/unit.h"

/* The fields with bars between them, and one behind the last. */
static const struct row {
	const char *line;
	const char *fields; /* NULL: a quote is where none may be */
} rows[] = {
	{ "", "" },
	{ "  ", "" },
	{ "a", "a|" },
	{ ",", "||" },
	{ "a,b,c", "a|b|c|" },
	{ "a,b,", "a|b||" },
	{ "  a , b c ,\t", "a|b c||" },
	{ "one,twenty-two,three hundred,4", "one|twenty-two|three hundred|4|" },
	{ "1234567,1234567,123456789,12345678", "1234567|1234567|123456789|12345678|" },
	{ "\"a\",\"b, c\",\"\"", "a|b, c||" },
	{ " \" a \" ,b", " a |b|" },
	{ "\"a \"\"b\"\"\",c", "a \"b\"|c|" },
	{ "\xC3\xA4,\xFF,\xE2\x82\xAC", "\xC3\xA4|\xFF|\xE2\x82\xAC|" },
	{ "a\"b,c", NULL },
	{ "\"a\"b,c", NULL },
	{ "\"a,b", NULL },
};

static void join(struct text *out, const struct csv_fields *fields)
{
	for (size_t i = 0; i < fields->count; i++) {
		text_add_bytes(out, fields->items[i].start, slice_length(fields->items[i]));
		text_add_char(out, '|');
	}
}

static void test_lines_by_hand(void **state)
{
	struct csv_fields fields = { 0 };

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct text got = TEXT_INIT;
		bool whole = csv_line_split(&fields, slice_of(rows[i].line), ',');

		assert_row(whole == (rows[i].fields != NULL), rows[i].line);
		join(&got, &fields);
		if (whole)
			assert_text(got.data, rows[i].fields, rows[i].line);
		text_release(&got);
	}
	csv_fields_release(&fields);
}

static void test_semicolons_and_tabs(void **state)
{
	struct csv_fields fields = { 0 };
	struct text got = TEXT_INIT;

	(void)state;
	assert_true(csv_line_split(&fields, slice_of("1,5;\"a;b\"; c"), ';'));
	join(&got, &fields);
	assert_text(got.data, "1,5|a;b|c|", "semicolons");
	text_clear(&got);
	assert_true(csv_line_split(&fields, slice_of("\ta b\t \t\"c\td\""), '\t'));
	join(&got, &fields);
	assert_text(got.data, "|a b||c\td|", "tabs");
	text_release(&got);
	csv_fields_release(&fields);
}

/* Fields of all lengths, mostly unquoted, with some bytes changed. */
static void add_line(struct text *out, uint64_t *random, char separator)
{
	static const char bytes[] = "\"\",; \t\0x\xFF'";
	size_t quotes = random_below(random, 3);

	for (size_t field = 1 + random_below(random, 9); field > 0; field--) {
		bool is_quoted = quotes && random_below(random, 2);

		text_add(out, is_quoted ? "\"" : "");
		for (size_t i = random_below(random, 1 + random_below(random, 24)); i > 0; i--)
			text_add_char(out, "abc12.- "[random_below(random, 8)]);
		text_add(out, is_quoted ? "\"" : "");
		if (field > 1)
			text_add_char(out, separator);
	}
	for (size_t i = random_below(random, 3); i > 0 && out->length; i--)
		out->data[random_below(random, out->length)] =
			bytes[random_below(random, sizeof bytes - 1)];
}

static void check_same(
	const struct csv_fields *quick, const struct csv_fields *slow, const char *row)
{
	assert_row(quick->count == slow->count, row);
	for (size_t i = 0; i < quick->count; i++) {
		size_t length = slice_length(quick->items[i]);

		assert_row(length == slice_length(slow->items[i]), row);
		assert_row(memcmp(quick->items[i].start, slow->items[i].start, length) == 0, row);
	}
}

static void test_random_lines_as_libcsv_splits_them(void **state)
{
	struct csv_fields quick = { 0 };
	struct csv_fields slow = { 0 };
	uint64_t random = 1;
	size_t whole = 0;

	(void)state;
	for (int i = 0; i < 100000; i++) {
		struct text line = TEXT_INIT;
		char separator = ",;\t"[random_below(&random, 3)];
		struct slice slice;
		bool is_whole;

		add_line(&line, &random, separator);
		slice = text_slice(&line);
		is_whole = csv_line_split(&quick, slice, separator);
		assert_row(is_whole == csv_line_split_slowly(&slow, slice, separator), line.data);
		check_same(&quick, &slow, line.data);
		whole += is_whole;
		text_release(&line);
	}
	assert_true(whole > 50000 && whole < 98000);
	csv_fields_release(&quick);
	csv_fields_release(&slow);
}

static void test_lines_of_a_block(void **state)
{
	const char *text = "a,b\r\n\nc\n\r\nd\re\nf\n";
	struct block block = { slice_of(text), 7 };
	struct slice line;

	(void)state;
	assert_true(csv_next_line(&block, &line) && slice_equals(line, "a,b"));
	assert_true(csv_next_line(&block, &line) && slice_is_empty(line));
	assert_true(csv_next_line(&block, &line) && slice_equals(line, "c"));
	assert_true(csv_next_line(&block, &line) && slice_is_empty(line));
	assert_false(csv_next_line(&block, &line));
	assert_int_equal(block.number, 11);
	assert_true(slice_equals(block.text, "d\re\nf\n"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_lines_by_hand),
		cmocka_unit_test(test_semicolons_and_tabs),
		cmocka_unit_test(test_random_lines_as_libcsv_splits_them),
		cmocka_unit_test(test_lines_of_a_block),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
