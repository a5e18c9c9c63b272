/* SPDX-License-Identifier: GPL-3.0-or-later */
/* test_number_exactness - decimal text to double and back against strtod() and printf() */
#include <float.h>
#include <stdio.h>
#include <stdlib.h>

#include "core/number.h"
#include "tests/unit/unit.h"

enum { STRINGS = 300000, LONG_STRINGS = 3000, DOUBLES = 200000, TEXT_SIZE = 2048 };

static char *add_digits(char *at, size_t count, uint64_t *random)
{
	while (count--)
		*at++ = (char)('0' + random_below(random, 10));
	return at;
}

/* A decimal number as logs and hostile files have it, of up to most digits on either side. */
static void make_decimal(char *text, size_t most, uint64_t *random)
{
	size_t shape = random_below(random, 8);
	char *at = add_digits(text, 1 + random_below(random, most), random);

	if (shape & 1) {
		*at++ = '.';
		at = add_digits(at, 1 + random_below(random, most), random);
	}
	if (shape & 2)
		at += snprintf(at, 8, "e%d", (int)random_below(random, 660) - 340);
	else if (shape & 4)
		at += snprintf(at, 8, "e%d", (int)random_below(random, 50) - 25);
	*at = '\0';
}

static void compare_with_strtod(const char *text)
{
	struct reading reading;
	const char *behind = number_read(text, text + strlen(text), '.', &reading);

	assert_row(behind == text + strlen(text), text);
	assert_close(reading.value, strtod(text, NULL), 0, text);
}

static void test_reads_as_strtod_does(void **state)
{
	uint64_t random = 1;
	char text[TEXT_SIZE];

	(void)state;
	for (size_t i = 0; i < STRINGS; i++) {
		make_decimal(text, 22, &random);
		compare_with_strtod(text);
	}
}

static void test_reads_very_long_numbers_as_strtod_does(void **state)
{
	uint64_t random = 2;
	char text[TEXT_SIZE];

	(void)state;
	for (size_t i = 0; i < LONG_STRINGS; i++) {
		make_decimal(text, 900, &random);
		compare_with_strtod(text);
	}
}

/* Halfway between two doubles, and a digit far behind that decides. */
static void test_rounds_ties_by_their_last_digit(void **state)
{
	static const char *const rows[] = {
		"9007199254740993", "9007199254740993.0000000000000000000000000000000001",
		"9007199254740992.9999999999999999999999999999999999",
		"1.00000000000000011102230246251565404236316680908203125",
		"1.00000000000000011102230246251565404236316680908203124",
		"1.00000000000000011102230246251565404236316680908203126",
		"2.4703282292062327208e-324", /* half of the smallest subnormal, rounded down */
		"2.4703282292062327209e-324",
		"179769313486231580793728971405303415079934132710037826936173778980444968292764"
		"750946649017977587207096330286416692887910946555547851940402630657488671505820"
		"681908902000708383676273854845817711531764475730270069855571366959622842914819"
		"860834936475292719074168444365510704342711559699508093042880", /* overflows */
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		compare_with_strtod(rows[i]);
}

/* Half way between two doubles, exactly, and a digit more or less far behind. */
static void test_rounds_any_tie_as_strtod_does(void **state)
{
	uint64_t random = 4;
	char text[TEXT_SIZE];

	(void)state;
	for (size_t i = 0; i < DOUBLES; i++) {
		uint64_t odd = (random_bits(&random) >> 10) | UINT64_C(1) << 53 |
			       1; /* of 54 bits */
		int halvings = (int)random_below(&random, 5);
		int length = snprintf(text, sizeof text, "%.*Lf", halvings, ldexpl(odd, -halvings));

		compare_with_strtod(text);
		if (halvings == 0)
			continue;
		text[length - 1]++; /* it was a 5 */
		compare_with_strtod(text);
		text[length - 1] -= 2;
		compare_with_strtod(text);
	}
}

/* As many digits as 64 bits hold, and powers that are just possible by integers, or just not. */
static void test_reads_long_digits_as_strtod_does(void **state)
{
	uint64_t random = 5;
	char text[TEXT_SIZE];

	(void)state;
	for (size_t i = 0; i < STRINGS; i++) {
		uint64_t digits = random_bits(&random) >> random_below(&random, 20);

		snprintf(text, sizeof text, "%llue%d", (unsigned long long)digits,
			(int)random_below(&random, 64) - 32);
		compare_with_strtod(text);
	}
}

static void check_digits(double value, int precision)
{
	char expected[64];
	char out[NUMBER_SIZE];
	size_t length = number_write_digits(out, value, precision);

	snprintf(expected, sizeof expected, "%.*g", precision, value);
	assert_row(length == strlen(out), expected);
	assert_text(out, expected, expected);
}

/* The digits that reports have, and as many as the value's lowest bits say. */
static void check_rounded(double value)
{
	uint64_t bits;

	memcpy(&bits, &value, sizeof bits);
	check_digits(value, 3);
	check_digits(value, 6);
	check_digits(value, 1 + (int)(bits % 17));
}

static void check_written(double value)
{
	char expected[64];
	char out[NUMBER_SIZE];
	size_t length = number_write(out, value);
	struct reading reading;

	for (int digits = 15; digits <= 17; digits++) {
		snprintf(expected, sizeof expected, "%.*g", digits, value);
		if (strtod(expected, NULL) == value)
			break;
	}
	assert_row(length == strlen(out), expected);
	assert_row(length < NUMBER_SIZE, expected);
	assert_text(out, expected, expected);
	if (value >= 0) {
		assert_row(number_read(out, out + length, '.', &reading) == out + length, out);
		assert_close(reading.value, value, 0, out);
	}
	check_rounded(value);
}

static void test_writes_extremes_so_that_they_read_back(void **state)
{
	static const double values[] = { DBL_MAX, -DBL_MAX, DBL_MIN, -DBL_MIN, DBL_TRUE_MIN,
		-DBL_TRUE_MIN, DBL_EPSILON, 0, 1, -1, 0.1, 0.1 + 0.2, 1.0 / 3, 2.0 / 3, 1e15, 1e16,
		1e17, 1e22, 1e23, 999999999999999, 9007199254740991, 9007199254740992,
		123456789012345680, 0.5, 1e-5, 1e-4, 1.5e300 };

	(void)state;
	for (size_t i = 0; i < COUNT(values); i++)
		check_written(values[i]);
}

static void test_writes_powers_of_two_so_that_they_read_back(void **state)
{
	(void)state;
	for (int exponent = -1074; exponent < 1024; exponent++) {
		check_written(ldexp(1, exponent));
		check_written(nextafter(ldexp(1, exponent), 0));
	}
}

static void test_writes_any_double_so_that_it_reads_back(void **state)
{
	uint64_t random = 3;

	(void)state;
	for (size_t i = 0; i < DOUBLES; i++) {
		uint64_t bits = random_bits(&random);
		double value;

		if (i % 8 == 0)
			bits &= UINT64_C(0x800FFFFFFFFFFFFF); /* a subnormal */
		memcpy(&value, &bits, sizeof value);
		if (isfinite(value))
			check_written(value);
	}
}

/* Decimals of one to seventeen digits, of the sizes that measurements have. */
static void test_writes_decimals_of_every_length(void **state)
{
	uint64_t random = 6;
	char text[TEXT_SIZE];

	(void)state;
	for (size_t i = 0; i < DOUBLES; i++) {
		char *at = add_digits(text, 1 + random_below(&random, 17), &random);

		snprintf(at, 8, "e%d", (int)random_below(&random, 34) - 30);
		check_written(strtod(text, NULL));
		check_written(0 - strtod(text, NULL)); /* of no zero with a sign */
	}
}

/* All 53 bits set at random, near the limits of what integers can say too. */
static void test_writes_doubles_of_every_size(void **state)
{
	uint64_t random = 7;

	(void)state;
	for (size_t i = 0; i < DOUBLES; i++)
		check_written(ldexp((double)(random_bits(&random) >> 11),
			(int)random_below(&random, 120) - 110));
}

/* Powers of ten, where the exponent of %g changes, and the doubles beside them. */
static void test_writes_what_is_beside_a_power_of_ten(void **state)
{
	(void)state;
	for (int exponent = -20; exponent <= 20; exponent++) {
		char text[16];
		double power;

		snprintf(text, sizeof text, "1e%d", exponent);
		power = strtod(text, NULL);
		check_written(power);
		check_written(nextafter(power, 0));
		check_written(nextafter(power, INFINITY));
		check_written(nextafter(nextafter(power, 0), 0));
		check_written(5 * power);
		check_written(9.5 * power);
	}
}

static void check_whole(uint64_t value)
{
	char expected[32];
	char out[NUMBER_SIZE];
	size_t length = number_write_whole(out, value);

	snprintf(expected, sizeof expected, "%llu", (unsigned long long)value);
	assert_row(length == strlen(out), expected);
	assert_text(out, expected, expected);
}

/* Digits are made by fours: every four of them, and every length of a number. */
static void test_writes_whole_numbers_as_printf_does(void **state)
{
	uint64_t random = 8;

	(void)state;
	for (uint64_t i = 0; i < 10000; i++) {
		check_whole(i);
		check_whole(10000 * i + 9999);
		check_whole(UINT64_C(100000000) * i + 12345678);
		check_whole(UINT64_C(1000000000000) * i);
	}
	for (uint64_t power = 1; power <= UINT64_MAX / 10; power *= 10) {
		check_whole(power);
		check_whole(10 * power - 1);
	}
	for (size_t i = 0; i < DOUBLES; i++)
		check_whole(random_bits(&random) >> random_below(&random, 64));
	check_whole(UINT64_MAX);
}

/* Eighths are exact: every fourth of their last digits, and more of what they round to, is a tie. */
static void test_rounds_a_tie_to_the_even_digit(void **state)
{
	(void)state;
	for (int eighths = 1; eighths < 20000; eighths++)
		for (int precision = 1; precision <= 8; precision++)
			check_digits(eighths / 8.0, precision);
}

static void test_rounds_what_is_no_finite_number_as_printf_does(void **state)
{
	static const double values[] = { 0, -0.0, NAN, -NAN, INFINITY, -INFINITY };

	(void)state;
	for (size_t i = 0; i < COUNT(values); i++)
		check_rounded(values[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_reads_as_strtod_does),
		cmocka_unit_test(test_reads_very_long_numbers_as_strtod_does),
		cmocka_unit_test(test_rounds_ties_by_their_last_digit),
		cmocka_unit_test(test_rounds_any_tie_as_strtod_does),
		cmocka_unit_test(test_reads_long_digits_as_strtod_does),
		cmocka_unit_test(test_writes_extremes_so_that_they_read_back),
		cmocka_unit_test(test_writes_powers_of_two_so_that_they_read_back),
		cmocka_unit_test(test_writes_any_double_so_that_it_reads_back),
		cmocka_unit_test(test_writes_decimals_of_every_length),
		cmocka_unit_test(test_writes_doubles_of_every_size),
		cmocka_unit_test(test_writes_what_is_beside_a_power_of_ten),
		cmocka_unit_test(test_writes_whole_numbers_as_printf_does),
		cmocka_unit_test(test_rounds_a_tie_to_the_even_digit),
		cmocka_unit_test(test_rounds_what_is_no_finite_number_as_printf_does),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
