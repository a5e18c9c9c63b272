/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_number - what number_read() takes for a number, and what it makes of its digits */
#include <float.h>
#include <stdlib.h>

#include "core/number.h"
#include "tests/unit/unit.h"

/* What the C compiler makes of the same digits is what is expected (C11 6.4.4.2). */
static const struct {
	const char *text;
	char point;
	size_t length; /* of what is part of the number; 0: there is no number */
	double value;
	double resolution;
} readings[] = {
	{ "0.202", '.', 5, 0.202, 0.001 },
	{ "123", '.', 3, 123, 1 },
	{ "007", '.', 3, 7, 1 },
	{ "0", '.', 1, 0, 1 },
	{ "0.000", '.', 5, 0, 0.001 },
	{ "1.50", '.', 4, 1.5, 0.01 },
	{ "12 MB", '.', 2, 12, 1 },
	{ "1.2.3", '.', 3, 1.2, 0.1 },
	{ "1,5", ',', 3, 1.5, 0.1 },
	{ "1.5", ',', 1, 1, 1 },
	{ "1,5", '.', 1, 1, 1 },
	{ "1.", '.', 1, 1, 1 },
	{ "1.x", '.', 1, 1, 1 },
	{ "1.e3", '.', 1, 1, 1 },
	{ "0x10", '.', 1, 0, 1 },
	{ "", '.', 0, 0, 0 },
	{ ".5", '.', 0, 0, 0 },
	{ "-1", '.', 0, 0, 0 },
	{ "+1", '.', 0, 0, 0 },
	{ " 1", '.', 0, 0, 0 },
	{ "e5", '.', 0, 0, 0 },
	{ "nan", '.', 0, 0, 0 },
	{ "inf", '.', 0, 0, 0 },
	{ "1.5e3", '.', 5, 1500, 100 },
	{ "5e-05", '.', 5, 5e-5, 1e-5 },
	{ "7.4e-05", '.', 7, 7.4e-5, 1e-6 },
	{ "2E+2", '.', 4, 200, 100 },
	{ "1,5e3", ',', 5, 1500, 100 },
	{ "5e", '.', 1, 5, 1 },
	{ "5e+", '.', 1, 5, 1 },
	{ "5e-x", '.', 1, 5, 1 },
	{ "10 errors", '.', 2, 10, 1 },
	{ "10errors", '.', 2, 10, 1 },
	{ "9007199254740993", '.', 16, 9007199254740992.0, 1 }, /* 2^53 + 1: a tie, to even */
	{ "9007199254740995", '.', 16, 9007199254740996.0, 1 },
	{ "18446744073709551616", '.', 20, 18446744073709551616.0, 1 }, /* 2^64 */
	{ "100000000000000000000000", '.', 24, 1e23, 1 },
	{ "2.2250738585072011e-308", '.', 23, 2.2250738585072011e-308, 0 },
	{ "4.9e-324", '.', 8, 4.9e-324, 0 },
	{ "1.7976931348623157e308", '.', 22, DBL_MAX, 1e292 },
	{ "1e-400", '.', 6, 0, 0 },
	{ "1e400", '.', 5, INFINITY, INFINITY },
	{ "1e99999999999999999999", '.', 22, INFINITY, INFINITY },
	{ "1e-99999999999999999999", '.', 23, 0, 0 },
};

static void test_reads_a_number_and_the_step_of_its_last_digit(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(readings); i++) {
		const char *text = readings[i].text;
		struct reading reading = { -1, -1 };
		const char *behind = number_read(
			text, text + strlen(text), readings[i].point, &reading);

		assert_row(!behind == !readings[i].length, text);
		if (!behind)
			continue;
		assert_row(behind == text + readings[i].length, text);
		assert_close(reading.value, readings[i].value, 0, text);
		assert_close(reading.resolution, readings[i].resolution, 1e-15, text);
	}
}

static void test_looks_at_no_byte_behind_the_end(void **state)
{
	static const struct {
		const char *text;
		size_t end;
		double value;
		size_t length;
	} rows[] = {
		{ "12345", 3, 123, 3 },
		{ "1.5", 2, 1, 1 },
		{ "1.55", 3, 1.5, 3 },
		{ "1e55", 3, 1e5, 3 },
		{ "1e5", 2, 1, 1 },
		{ "1e-5", 3, 1, 1 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		char *exact = malloc(rows[i].end); /* a sanitizer sees what is read behind it */
		struct reading reading;
		const char *behind;

		memcpy(exact, rows[i].text, rows[i].end);
		behind = number_read(exact, exact + rows[i].end, '.', &reading);
		assert_row(behind == exact + rows[i].length, rows[i].text);
		assert_close(reading.value, rows[i].value, 0, rows[i].text);
		free(exact);
	}
}

static void test_zero_stays_zero_with_any_exponent(void **state)
{
	static const char *const rows[] = { "0e400", "0.000e99999", "0e-400", "0.0e-99999" };
	char zeros[512] = { 0 };
	struct reading reading;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		assert_non_null(number_read(rows[i], rows[i] + strlen(rows[i]), '.', &reading));
		assert_close(reading.value, 0, 0, rows[i]);
	}
	memset(zeros, '0', 450);
	memcpy(zeros + 450, "e400", 4);
	assert_non_null(number_read(zeros, zeros + 454, '.', &reading));
	assert_close(reading.value, 0, 0, "450 zeros and e400");
}

static void test_scaling_changes_value_and_resolution(void **state)
{
	struct reading scaled = reading_scaled((struct reading){ 1.5, 0.1 }, 1024);

	(void)state;
	assert_close(scaled.value, 1536, 0, "1.5 KiB in B");
	assert_close(scaled.resolution, 102.4, 1e-15, "0.1 KiB in B");
}

static void test_ratio_keeps_the_relative_resolutions_of_both(void **state)
{
	/* 10 +- 1 by 4 +- 0.1: 2.5, relative 1/10 + 0.1/4 = 0.125, times 2.5 = 0.3125 */
	struct reading ratio = reading_ratio((struct reading){ 10, 1 }, (struct reading){ 4, 0.1 });

	(void)state;
	assert_close(ratio.value, 2.5, 0, "10 / 4");
	assert_close(ratio.resolution, 0.3125, 1e-15, "its resolution");
}

static void test_ratio_of_zero_has_the_step_of_its_numerator(void **state)
{
	/* d(a/b) = da/b + a db/b^2, so 0 +- 1 by 4 +- 0.1 is 0 +- 1/4 */
	struct reading ratio = reading_ratio((struct reading){ 0, 1 }, (struct reading){ 4, 0.1 });

	(void)state;
	assert_close(ratio.value, 0, 0, "0 / 4");
	assert_close(ratio.resolution, 0.25, 1e-15, "its resolution");
}

static void test_finer_is_the_one_with_the_smaller_relative_step(void **state)
{
	const struct reading coarse = { 0.2, 0.1 };
	const struct reading fine = { 202, 1 };
	const struct reading zero = { 0, 0.001 };

	(void)state;
	assert_close(reading_finer(coarse, fine).value, 202, 0, "coarse, fine");
	assert_close(reading_finer(fine, coarse).value, 202, 0, "fine, coarse");
	assert_close(reading_finer(zero, coarse).value, 0.2, 0, "zero, coarse");
	assert_close(reading_finer(coarse, zero).value, 0.2, 0, "coarse, zero");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_reads_a_number_and_the_step_of_its_last_digit),
		cmocka_unit_test(test_looks_at_no_byte_behind_the_end),
		cmocka_unit_test(test_zero_stays_zero_with_any_exponent),
		cmocka_unit_test(test_scaling_changes_value_and_resolution),
		cmocka_unit_test(test_ratio_keeps_the_relative_resolutions_of_both),
		cmocka_unit_test(test_ratio_of_zero_has_the_step_of_its_numerator),
		cmocka_unit_test(test_finer_is_the_one_with_the_smaller_relative_step),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
