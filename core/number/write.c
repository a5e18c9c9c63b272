/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * number/write - double to decimal text, exactly
 *
 * The text is what printf() has with the fewest digits, from 15 to 17, that
 * strtod() reads back. Both are slow: where 128 bits hold the numbers that decide
 * it, integers say the same.
 */
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/number.h"
#include "core/number/powers.h"

/* A double: fraction / 2^shift, exactly. */
struct binary {
	uint64_t fraction; /* from 2^52, below 2^53 */
	int shift;
};

/*
 * Whether the decimal next to the double, digits / 10^power, reads back as it:
 * in exact integers, which count units of 1 / (2^shift x 5^power).
 */
static bool reads_back(const struct binary *binary, int power, uint64_t *digits)
{
	wide_integer to_next_double = powers_of_five[power];
	wide_integer to_next_decimal = (wide_integer)1 << (binary->shift - power);
	wide_integer value = binary->fraction * to_next_double;
	wide_integer off = value & (to_next_decimal - 1);
	bool is_even = binary->fraction % 2 == 0;

	*digits = (uint64_t)(value >> (binary->shift - power));
	if (2 * off > to_next_decimal || (2 * off == to_next_decimal && *digits % 2)) {
		off = to_next_decimal - off;
		++*digits;
	} else if (binary->fraction == UINT64_C(1) << 52) {
		off *= 2; /* below a power of two the next double is half as far */
	}
	return 2 * off < to_next_double || (2 * off == to_next_double && is_even);
}

/* What printf's %.*g has of a number: precision digits, of which the first counts 10^magnitude. */
struct figures {
	uint64_t digits;
	int precision;
	int magnitude;
};

enum { LEAST_DIGITS = 15, MOST_DIGITS = 17 };

/* Where 128 bits are enough for LEAST_DIGITS, and %.*g has no exponent above. */
static const double smallest = 1e-13;
static const double largest = 1e15;

/* The fewest that read back, of a value between these; false when more than 128 bits are needed. */
static bool find_figures(struct figures *figures, double value)
{
	const uint64_t implied = UINT64_C(1) << 52;
	struct binary binary;
	uint64_t bits;
	int exponent;

	memcpy(&bits, &value, sizeof bits);
	exponent = (int)(bits >> 52) - 1023;
	binary = (struct binary){ implied | (bits & (implied - 1)), 52 - exponent };
	figures->magnitude = (int)floor(0.30103 * exponent); /* of the power of two below */
	if (value >= power_of_ten(figures->magnitude + 1))
		figures->magnitude++;
	for (int precision = LEAST_DIGITS; precision <= MOST_DIGITS; precision++) {
		int power = precision - 1 - figures->magnitude;

		if (power > LARGEST_POWER_OF_FIVE)
			return false;
		figures->precision = precision;
		if (reads_back(&binary, power, &figures->digits))
			return true;
	}
	return false;
}

static int write_digits(char *out, uint64_t digits)
{
	char reversed[20];
	int count = 0;

	do
		reversed[count++] = (char)('0' + digits % 10);
	while (digits /= 10);
	for (int i = 0; i < count; i++)
		out[i] = reversed[count - 1 - i];
	return count;
}

/* As %.*g lays out a number that is no integer. */
static char *write_figures(char *at, const struct figures *figures)
{
	char digits[20];
	uint64_t value = figures->digits;
	int magnitude = figures->magnitude;
	int before_point = magnitude < -4 ? 1 : magnitude + 1;
	int count;

	while (value % 10000 == 0) /* measurements have few digits: zeros by fours */
		value /= 10000;
	count = write_digits(digits, value);
	while (digits[count - 1] == '0')
		count--;
	if (before_point <= 0) {
		at = mempcpy(at, "0.000", (size_t)(2 - before_point));
		before_point = 0;
	} else {
		at = mempcpy(at, digits, (size_t)before_point);
		if (count > before_point)
			*at++ = '.';
	}
	at = mempcpy(at, digits + before_point, (size_t)(count - before_point));
	if (magnitude < -4) {
		at = mempcpy(at, "e-", 2);
		*at++ = (char)('0' - magnitude / 10);
		*at++ = (char)('0' - magnitude % 10);
	}
	return at;
}

/* printf's and strtod's opinion. */
static int write_slowly(char *out, double value)
{
	int length = 0;

	for (int digits = LEAST_DIGITS; digits <= MOST_DIGITS; digits++) {
		length = snprintf(out, NUMBER_SIZE - 1, "%.*g", digits, value);
		if (strtod(out, NULL) == value)
			break;
	}
	return length;
}

size_t number_write(char out[NUMBER_SIZE], double value)
{
	double size = fabs(value);
	struct figures figures;
	char *at = out;

	if (value < 0)
		*at++ = '-';
	if (size < largest && size == floor(size))
		at += write_digits(at, (uint64_t)size);
	else if (size >= smallest && size < largest && find_figures(&figures, size))
		at = write_figures(at, &figures);
	else
		at += write_slowly(at, size);
	*at = '\0';
	return (size_t)(at - out);
}
