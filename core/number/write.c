/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * number/write - double to decimal text, exactly
 *
 * The text is what printf() has with the fewest digits, from 15 to 17, that
 * strtod() reads back. Both are slow. Most numbers of logs are decimals of at most
 * 15 digits, which a multiplication finds and a division proves; of others integers
 * say the same, where 128 bits hold those that decide it.
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

enum { LARGEST_WIDE_POWER = 32 }; /* of five: times a fraction it has 128 bits */

static wide_integer wide_power_of_five(int power)
{
	if (power <= LARGEST_POWER_OF_FIVE)
		return powers_of_five[power];
	return (wide_integer)powers_of_five[LARGEST_POWER_OF_FIVE] *
	       powers_of_five[power - LARGEST_POWER_OF_FIVE];
}

/*
 * Whether the decimal next to the double, digits / 10^power, reads back as it:
 * in exact integers, which count units of 1 / (2^shift x 5^power).
 */
static bool reads_back(const struct binary *binary, int power, uint64_t *digits)
{
	wide_integer to_next_double = wide_power_of_five(power);
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

/* What printf's %.*g has of a number, perhaps with zeros behind: the first of its digits counts 10^magnitude. */
struct figures {
	uint64_t digits;
	int magnitude;
};

enum { LEAST_DIGITS = 15, MOST_DIGITS = 17 };

/* Where 128 bits are enough for LEAST_DIGITS, and %.*g has no exponent above. */
static const double smallest = 1e-17;
static const double largest = 1e15;

/*
 * A decimal of LEAST_DIGITS or less. A double is at most one of them, and to
 * divide by an exact power of ten rounds as strtod() does.
 */
static bool find_decimal(struct figures *figures, double value)
{
	int power = LEAST_DIGITS - 1 - figures->magnitude;
	double scale = powers_of_ten[power < LARGEST_POWER_OF_TEN ? power : LARGEST_POWER_OF_TEN];
	int64_t digits = (int64_t)(value * scale + 0.5);

	figures->digits = (uint64_t)digits;
	return (double)digits / scale == value;
}

/* The fewest digits that read back; false when more than 128 bits are needed. */
static bool find_shortest(struct figures *figures, const struct binary *binary)
{
	for (int precision = LEAST_DIGITS; precision <= MOST_DIGITS; precision++) {
		int power = precision - 1 - figures->magnitude;

		if (power > LARGEST_WIDE_POWER)
			return false;
		if (reads_back(binary, power, &figures->digits))
			return true;
	}
	return false;
}

static struct binary binary_of(double value)
{
	const uint64_t implied = UINT64_C(1) << 52;
	uint64_t bits;

	memcpy(&bits, &value, sizeof bits);
	return (struct binary){ implied | (bits & (implied - 1)), 52 + 1023 - (int)(bits >> 52) };
}

static int magnitude_of(double value, const struct binary *binary)
{
	int exponent = 52 - binary->shift;
	int below = (int)(0.30103 * exponent) - (exponent < 0); /* the power of two below */

	return below + (value >= power_of_ten(below + 1));
}

/* Of a value between these two. */
static bool find_figures(struct figures *figures, double value)
{
	struct binary binary = binary_of(value);

	figures->magnitude = magnitude_of(value, &binary);
	return find_decimal(figures, value) || find_shortest(figures, &binary);
}

/* As %.*g lays out a number that is no integer. */
static char *write_figures(char *at, const struct figures *figures)
{
	char digits[NUMBER_SIZE] = { 0 };
	uint64_t value = figures->digits;
	int magnitude = figures->magnitude;
	int before_point = magnitude < -4 ? 1 : magnitude + 1;
	char *end;

	while (value % 10000 == 0) /* measurements have few digits: zeros by fours */
		value /= 10000;
	end = digits + number_write_whole(digits, value);
	while (end[-1] == '0')
		end--;
	if (before_point <= 0) {
		memcpy(at, "0.000", 5);
		at += 2 - before_point;
		before_point = 0;
	} else {
		memcpy(at, digits, LEAST_DIGITS);
		at += before_point;
		if (end > digits + before_point)
			*at++ = '.';
	}
	memcpy(at, digits + before_point, MOST_DIGITS);
	at += end - (digits + before_point);
	if (magnitude < -4) {
		*at++ = 'e';
		*at++ = '-';
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
	if (size < largest && size == (double)(int64_t)size)
		at += number_write_whole(at, (uint64_t)size);
	else if (size >= smallest && size < largest && find_figures(&figures, size))
		at = write_figures(at, &figures);
	else
		at += write_slowly(at, size);
	*at = '\0';
	return (size_t)(at - out);
}

/*
 * The digits to so many; false where 128 bits are too few, where the last of them
 * stands before the point, and where rounding has made one more.
 */
static bool round_figures(struct figures *figures, double value, int precision)
{
	struct binary binary = binary_of(value);
	int power;

	figures->magnitude = magnitude_of(value, &binary);
	power = precision - 1 - figures->magnitude;
	if (power < 0 || power > LARGEST_POWER_OF_FIVE || power > binary.shift)
		return false;
	reads_back(&binary, power, &figures->digits);
	return (double)figures->digits < power_of_ten(precision);
}

/* Whether the digits, of which power stand behind the point, are those of a whole number. */
static bool make_whole(uint64_t *digits, int power)
{
	uint64_t scale = power <= LEAST_DIGITS ? (uint64_t)power_of_ten(power) : 0;

	if (scale == 0 || *digits % scale)
		return false;
	*digits /= scale;
	return true;
}

size_t number_write_digits(char out[NUMBER_SIZE], double value, int precision)
{
	double size = fabs(value);
	struct figures figures;
	char *at = out;

	if (!(size >= smallest && size < largest) || precision > LEAST_DIGITS ||
		!round_figures(&figures, size, precision))
		return (size_t)snprintf(out, NUMBER_SIZE, "%.*g", precision, value);
	if (value < 0)
		*at++ = '-';
	if (make_whole(&figures.digits, precision - 1 - figures.magnitude))
		at += number_write_whole(at, figures.digits);
	else
		at = write_figures(at, &figures);
	*at = '\0';
	return (size_t)(at - out);
}
