/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_display - values in a unit that suits, to three significant digits */
#include "render/report/display.h"
#include "tests/unit/unit.h"

static void test_unit_is_the_named_or_the_one_that_suits(void **state)
{
	static const struct {
		const char *name;
		const char *base;
		double typical;
		const char *shown;
	} rows[] = {
		{ "ms", "s", 86400, "ms" },
		{ "MB/s", "B/s", 1, "MB/s" },
		{ "%", "ratio", 1, "%" },
		{ NULL, "s", 0.4, "ms" },
		{ NULL, "s", 12, "s" },
		{ NULL, "B", 3e6, "MiB" },
		{ NULL, "B/s", 3e6, "MB/s" },
		{ NULL, "furlong", 3, "furlong" },
		{ NULL, NULL, 3, "" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct display display = display_for(rows[i].name, rows[i].base, rows[i].typical);

		assert_text(
			display_unit_name(&display, rows[i].base), rows[i].shown, rows[i].shown);
	}
}

static void test_value_has_three_digits_and_all_before_the_point(void **state)
{
	static const struct {
		const char *unit;
		double value; /* in base units */
		const char *shown;
	} rows[] = {
		{ "s", 0.1234, "0.123" },
		{ "s", 1.234, "1.23" },
		{ "s", 12.34, "12.3" },
		{ "s", 123.4, "123" },
		{ "s", 1234.4, "1234" },
		{ "s", 1234567.8, "1234568" },
		{ "s", 0.0012345, "0.00123" },
		{ "s", -12.34, "-12.3" },
		{ "ms", 0.4123, "412" },
		{ "ms", 0.0123456, "12.3" },
		{ "MiB", 1048576 * 12.34, "12.3" },
		{ "Mbit/s", 125000 * 940.0, "940" },
		{ "%", 0.01234, "1.23" },
		{ "B", 123456789, "123456789" },
		{ "s", 0, "0" },
	};
	struct text out = TEXT_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct display display = display_for(rows[i].unit, NULL, 1);

		text_clear(&out);
		display_add_value(&out, &display, rows[i].value);
		assert_text(out.data, rows[i].shown, rows[i].shown);
	}
	text_release(&out);
}

/* The digits are those of the number as it is written here; units move them by powers of ten. */
static void test_very_large_and_very_small_values_have_exponents(void **state)
{
	static const struct {
		const char *unit;
		double value;
		double sd; /* NaN: alone */
		const char *shown;
	} rows[] = {
		{ "s", 1e308, NAN, "1.00e+308" },
		{ "s", 5e-324, NAN, "4.94e-324" }, /* the least double */
		{ "s", -1.2345e-8, NAN, "-1.23e-08" },
		{ "s", 1.234e-7, NAN, "0.000000123" },
		{ "ns", 1.234e-8, NAN, "12.3" },
		{ "s", 999999999999999, NAN, "999999999999999" },
		{ "s", 1e15, NAN, "1.00e+15" },
		{ "MB/s", 2.5e30, NAN, "2.50e+24" },
		{ "ms", 1e308, NAN, "1.00e+311" },
		{ "s", 1e308, 2e306, "1.00e+308 ± 2.00e+306" },
		{ "s", 1.5e-12, 0, "1.50e-12 ± 0" },
		{ "s", 0, 1.5e-12, "0 ± 1.50e-12" },
	};
	struct text out = TEXT_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct display display = display_for(rows[i].unit, NULL, 1);

		text_clear(&out);
		if (isnan(rows[i].sd))
			display_add_value(&out, &display, rows[i].value);
		else
			display_add_spread(&out, &display, rows[i].value, rows[i].sd);
		assert_text(out.data, rows[i].shown, rows[i].shown);
	}
	text_release(&out);
}

/* What is rounded up to another digit before the point needs one less behind it. */
static void test_rounding_up_adds_no_digit(void **state)
{
	static const struct {
		double value;
		const char *shown;
	} rows[] = {
		{ 99.96, "100" },
		{ 9.996, "10.0" },
		{ 0.9996, "1.00" },
		{ 0.09996, "0.100" },
		{ 999.6, "1000" },
	};
	struct display display = display_for("s", NULL, 1);
	struct text out = TEXT_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		text_clear(&out);
		display_add_value(&out, &display, rows[i].value);
		assert_text(out.data, rows[i].shown, rows[i].shown);
	}
	text_release(&out);
}

static void test_decimals_may_be_given(void **state)
{
	struct display display = display_for("s", NULL, 1);
	struct text out = TEXT_INIT;

	(void)state;
	display.decimals = 1;
	display_add_value(&out, &display, 12.345);
	text_add_char(&out, ' ');
	display_add_value(&out, &display, 3);
	text_add_char(&out, ' ');
	display.decimals = 0;
	display_add_value(&out, &display, 0.7);
	assert_string_equal(out.data, "12.3 3.0 1");
	text_release(&out);
}

static void test_without_a_unit_values_are_in_base_units(void **state)
{
	struct display display = display_for(NULL, NULL, 1);
	struct text out = TEXT_INIT;

	(void)state;
	assert_null(display.unit);
	display_add_value(&out, &display, 1234.4);
	assert_string_equal(out.data, "1234");
	text_release(&out);
}

static void test_spread_has_the_decimals_of_the_value(void **state)
{
	static const struct {
		const char *unit;
		double value;
		double sd;
		const char *shown;
	} rows[] = {
		{ "s", 142.3, 27.1, "142 ± 27" }, /* the header's example */
		{ "ms", 0.41185, 0.088421, "412 ± 88" },
		{ "s", 1.234, 0.051, "1.23 ± 0.05" },
		{ "s", 12.34, 1.26, "12.3 ± 1.3" },
		{ "MB/s", 1.5e8, 2.5e7, "150 ± 25" },
		{ "s", 1234.4, 56.4, "1234 ± 56" },
	};
	struct text out = TEXT_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct display display = display_for(rows[i].unit, NULL, 1);

		text_clear(&out);
		display_add_spread(&out, &display, rows[i].value, rows[i].sd);
		assert_text(out.data, rows[i].shown, rows[i].shown);
	}
	text_release(&out);
}

static void test_a_small_spread_is_not_shown_as_none(void **state)
{
	struct display display = display_for("s", NULL, 1);
	struct text out = TEXT_INIT;

	(void)state;
	display_add_spread(&out, &display, 142.3, 0.12);
	assert_null(strstr(out.data, "± 0.0"));
	assert_non_null(strstr(out.data, "± 0.1"));
	text_clear(&out);
	display_add_spread(&out, &display, 142, 0);
	assert_string_equal(out.data, "142 ± 0");
	text_release(&out);
}

static void test_any_number_can_be_shown(void **state)
{
	static const double values[] = { 1e-300, 1e300, -1e300, 5e-324, 1e15, 1e-9 };
	struct display display = display_for("ns", NULL, 1);
	struct text out = TEXT_INIT;

	(void)state;
	for (size_t i = 0; i < COUNT(values); i++) {
		display_add_value(&out, &display, values[i]);
		display_add_spread(&out, &display, values[i], fabs(values[i]));
		display_add_spread(&out, &display, 1, fabs(values[i]));
	}
	assert_null(strstr(out.data, "nan"));
	text_release(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_unit_is_the_named_or_the_one_that_suits),
		cmocka_unit_test(test_value_has_three_digits_and_all_before_the_point),
		cmocka_unit_test(test_rounding_up_adds_no_digit),
		cmocka_unit_test(test_decimals_may_be_given),
		cmocka_unit_test(test_without_a_unit_values_are_in_base_units),
		cmocka_unit_test(test_spread_has_the_decimals_of_the_value),
		cmocka_unit_test(test_a_small_spread_is_not_shown_as_none),
		cmocka_unit_test(test_any_number_can_be_shown),
		cmocka_unit_test(test_very_large_and_very_small_values_have_exponents),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
