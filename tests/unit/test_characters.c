/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_characters - what gnuplot draws in text, made fit for a terminal */
#include "render/report/plot/characters.h"
#include "tests/unit/unit.h"

static void check(const char *drawing, const char *lines)
{
	const struct figure figure = { .kind = FIGURE_BARS, .title = "dd" };
	struct text out = TEXT_INIT;
	struct text expected = TEXT_INIT;

	text_add_format(&expected, "dd\n--\n%s", lines);
	characters_add(&out, drawing, &figure, 80);
	assert_row(strncmp(out.data, expected.data, expected.length) == 0, drawing);
	assert_row(strcmp(out.data + expected.length,
			   "  #: mean, -: median of what is unstable, o: a run, "
			   ".: set aside or cached\n") == 0,
		drawing);
	text_release(&out);
	text_release(&expected);
}

static void test_blanks_and_pages(void **state)
{
	static const struct {
		const char *drawing;
		const char *lines;
	} rows[] = {
		{ "", "" },
		{ "   \n  \n", "" },
		{ "a   \nb\n", "a\nb\n" },
		{ "a", "a\n" },
		{ "\n\n  a\n \n \nb\n\n", "  a\n\nb\n" },
		{ "\fa\n\fb\n", "a\n\nb\n" },
		{ "a\n\f\n b", "a\n\n b\n" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check(rows[i].drawing, rows[i].lines);
}

/* gnuplot counts characters; what stands behind the gap is where it would be. */
static void test_wide_characters_take_blanks_from_the_gap(void **state)
{
	static const struct {
		const char *drawing;
		const char *lines;
	} rows[] = {
		{ "ab    |", "ab    |\n" }, { "漢字    |", "漢字  |\n" },
		{ "漢字  |", "漢字 |\n" },             /* one blank stays, */
		{ "漢字  |   x", "漢字 |  x\n" },      /* and the next gap makes up for it */
		{ "e\u0301    |", "e\u0301     |\n" }, /* a combining accent takes none */
		{ "漢 字    |", "漢 字  |\n" },        /* a single blank is no gap */
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		check(rows[i].drawing, rows[i].lines);
}

static void test_a_legend_breaks_behind_commas(void **state)
{
	const struct figure figure = { .kind = FIGURE_BARS, .title = "dd" };
	struct text out = TEXT_INIT;

	(void)state;
	characters_add(&out, "x", &figure, 50);
	assert_string_equal(out.data, "dd\n--\nx\n  #: mean, -: median of what is unstable,\n"
				      "  o: a run, .: set aside or cached\n");
	text_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_blanks_and_pages),
		cmocka_unit_test(test_a_legend_breaks_behind_commas),
		cmocka_unit_test(test_wide_characters_take_blanks_from_the_gap),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
