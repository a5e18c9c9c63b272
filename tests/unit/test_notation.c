/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cell's text as a number and a number format; number formats. */
#include "render/workbook/file/look.h"
#include "render/workbook/notation.h"
#include "tests/unit/unit.h"

static void test_notation_becomes_a_format(void **state)
{
	static const struct {
		const char *text;
		double value;
		const char *format; /* NULL: it stays text */
	} rows[] = {
		{ "4.68", 4.6831, "0.00" },
		{ "138", 138, "0" },
		{ "-3.5", -3.52, "0.0" },
		{ "[88.2]", 88.15,
			"\"[\"0.00\"]\"" }, /* a tie: one digit more, and it is rounded alike */
		{ "[88.2]", 88.19, "\"[\"0.0\"]\"" },
		{ "5 (E)", 5, "0\" (E)\"" },
		{ "< 12", 12.3, "\"< \"0" },
		{ "374", 374.5, "0.0" },
		{ "0", 0.5, "0.0" },
		{ "5 %", 0.05, "0 %" },
		{ "2.5 %", 0.025, "0.0 %" },
		{ "5 %", 5, NULL },
		{ "[144] 138", 138, NULL },
		{ "305(C) 150", 150, NULL },
		{ "12,34", 12, NULL },
		{ "1e+20", 1e20, "0E+00" },
		{ "[1.23e-08] (E)", 1.2345e-8, "\"[\"0.00E+00\"] (E)\"" },
		{ "1.12e-08", 1.125e-8, "0.000E+00" },
		{ "1.00e+308", 1e308, "0.00E+00" },
		{ "1.23e-08", 1.24e-8, NULL },
		{ "1.23e-08", 1.23, NULL },
		{ "1e20", 1e20, NULL },
		{ "4.68", 4.7, NULL },
		{ "138", -138, NULL },
		{ "Failed", 0, NULL },
		{ "", 0, NULL },
		{ "\"5\"", 5, NULL },
		{ "5", NAN, NULL },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct text format = TEXT_INIT;
		bool is_number = notation_format(&format, rows[i].text, rows[i].value);

		assert_row(is_number == (rows[i].format != NULL), rows[i].text);
		if (is_number)
			assert_text(format.data, rows[i].format, rows[i].text);
		text_release(&format);
	}
}

static void test_spread_is_taken_off(void **state)
{
	static const struct {
		const char *text;
		const char *bare;
		bool had_spread;
	} rows[] = {
		{ "4.68 ± 0.68", "4.68", true },
		{ "4.68 ± 0.68 (E)", "4.68 (E)", true },
		{ "[144] 138 ± 5", "[144] 138", true },
		{ "4.68e-09 ± 6.80e-10 (E)", "4.68e-09 (E)", true },
		{ "138", "138", false },
		{ "", "", false },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct text bare = TEXT_INIT;

		assert_row(notation_without_spread(&bare, rows[i].text) == rows[i].had_spread,
			rows[i].text);
		assert_text(bare.data, rows[i].bare, rows[i].text);
		text_release(&bare);
	}
}

static void test_formats_have_the_digits_wanted(void **state)
{
	static const struct {
		double value;
		const char *format;
		size_t width; /* of the value in it */
	} rows[] = {
		{ 0, "0", 1 },
		{ 1, "#,##0.00000", 7 },
		{ 9.5, "#,##0.00000", 7 },
		{ -9.5, "#,##0.00000", 8 },
		{ 123456, "#,##0", 7 },
		{ 1234567890, "#,##0", 13 },
		{ 0.001, "#,##0.00000000", 10 },
		{ 0.00001, "0.00000E+00", 11 },
		{ 1e15, "0.00000E+00", 11 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct text format = TEXT_INIT;

		number_format_significant(&format, rows[i].value, 6);
		assert_text(format.data, rows[i].format, rows[i].format);
		assert_int_equal(number_format_width(format.data, rows[i].value), rows[i].width);
		text_release(&format);
	}
	assert_int_equal(number_format_width("0.0%", 0.256), 5);
	assert_int_equal(number_format_width("\"[\"0.0\"]\"", 88.2), 6);
	assert_int_equal(number_format_width("", 1234.5), 6);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_notation_becomes_a_format),
		cmocka_unit_test(test_spread_is_taken_off),
		cmocka_unit_test(test_formats_have_the_digits_wanted),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
