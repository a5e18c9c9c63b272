/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * number_write - double to decimal text, exactly
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
#include "core/powers.h"

/* A double from 2^52 / 2^shift: fraction / 2^shift, exactly. */
struct binary {
	uint64_t fraction; /* from 2^52, below 2^53 */
	int shift;
};

/*
 * Whether the decimal next to the double, digits / 10^power, reads back as it:
 * all of it in exact integers, which count units of 1 / (2^shift x 10^power).
 */
static bool reads_back(const struct binary *binary, int power, uint64_t *digits)
{
	wide_integer to_next_double = (wide_integer)powers_of_ten[power];
	wide_integer to_next_decimal = (wide_integer)1 << binary->shift;
	wide_integer value = binary->fraction * to_next_double;
	wide_integer off = value & (to_next_decimal - 1);
	bool is_even = binary->fraction % 2 == 0;

	*digits = (uint64_t)(value >> binary->shift);
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

/* The fewest that read back; false when they are not found without numbers of more than 128 bits. */
static bool find_figures(struct figures *figures, double value)
{
	int exponent;
	double fraction = frexp(value, &exponent);
	struct binary binary = { (uint64_t)ldexp(fraction, 53), 53 - exponent };

	if (value < 1e-8 || value >= 1e15)
		return false;
	figures->magnitude = (int)floor(0.30103 * (exponent - 1)); /* of the power of two below */
	if (value >= power_of_ten(figures->magnitude + 1))
		figures->magnitude++;
	for (int precision = LEAST_DIGITS; precision <= MOST_DIGITS; precision++) {
		int power = precision - 1 - figures->magnitude;

		if (power > LARGEST_POWER_OF_TEN)
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

/* As %.*g lays out a number from 1e-8 to 1e15 that is no integer. */
static char *write_figures(char *at, const struct figures *figures)
{
	char digits[20];
	int count = write_digits(digits, figures->digits);
	bool has_exponent = figures->magnitude < -4;
	int before_point = has_exponent ? 1 : figures->magnitude + 1;

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
	if (has_exponent) {
		at = mempcpy(at, "e-0", 3);
		*at++ = (char)('0' - figures->magnitude);
	}
	return at;
}

/* printf's and strtod's opinion. */
static int write_slowly(char *out, double value)
{
	int length = 0;

	for (int digits = LEAST_DIGITS; digits <= MOST_DIGITS; digits++) {
		length = snprintf(out, NUMBER_SIZE, "%.*g", digits, value);
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
	if (size < 1e15 && size == floor(size))
		at += write_digits(at, (uint64_t)size);
	else if (find_figures(&figures, size))
		at = write_figures(at, &figures);
	else
		at += write_slowly(at, size);
	*at = '\0';
	return (size_t)(at - out);
}
