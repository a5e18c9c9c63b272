/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_label - names of any length, made to fit a chart */
#include "core/text.h"
#include "render/report/plot/label.h"
#include "render/report/width.h"
#include "tests/unit/unit.h"

struct row {
	const char *text;
	size_t width;
	const char *label;
};

static void check(void (*add)(struct text *, const char *, size_t), const struct row *row)
{
	struct text out = TEXT_INIT;

	add(&out, row->text, row->width);
	assert_text(out.data, row->label, row->text);
	assert_row(label_width(out.data) <= row->width, row->text);
	text_release(&out);
}

static void test_a_long_text_loses_its_middle(void **state)
{
	static const struct row rows[] = {
		{ "", 9, "" },
		{ "Host", 4, "Host" },
		{ "123456789", 9, "123456789" },
		{ "1234567890", 9, "12345…890" },
		{ "docker-runtime-nightly", 12, "docker-…htly" },
		{ "漢字漢字漢字", 9, "漢字…字" },
		{ "a\tb\nc", 9, "a b c" },
		{ "\xFF\xEF\xBF\xBE\xE2\x80\xAE", 9, "\uFFFD\uFFFD\uFFFD" },
		{ "a\x1E"
		  "b",
			9, "a b" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check(label_add, &rows[i]);
}

static void test_a_wrapped_text_has_two_lines_at_most(void **state)
{
	static const struct row rows[] = {
		{ "Host", 9, "Host" },
		{ "one two three", 9, "one two \x1Ethree" },
		{ "abcdefghijkl", 9, "abcdefghi\x1Ejkl" },
		{ "a-bcdefghijkl", 9, "a-bcdefgh\x1Eijkl" },
		{ "one two three four five", 9, "one two \x1Ethree…ive" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check(label_add_wrapped, &rows[i]);
}

static void test_ten_thousand_bytes_fit(void **state)
{
	struct text name = TEXT_INIT;
	struct text out = TEXT_INIT;

	(void)state;
	text_add_repeated(&name, 'x', 10000);
	label_add_wrapped(&out, name.data, 24);
	assert_int_equal(label_width(out.data), 24);
	assert_int_equal(display_width(out.data), 48 + 1);
	text_release(&name);
	text_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_a_long_text_loses_its_middle),
		cmocka_unit_test(test_a_wrapped_text_has_two_lines_at_most),
		cmocka_unit_test(test_ten_thousand_bytes_fit),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
