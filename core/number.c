/* SPDX-License-Identifier: GPL-3.0-or-later */
/* number - decimal text to double, exactly */
#include "core/number.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "core/powers.h"

const double powers_of_ten[] = {
	1e0,
	1e1,
	1e2,
	1e3,
	1e4,
	1e5,
	1e6,
	1e7,
	1e8,
	1e9,
	1e10,
	1e11,
	1e12,
	1e13,
	1e14,
	1e15,
	1e16,
	1e17,
	1e18,
	1e19,
	1e20,
	1e21,
	1e22,
};

enum { LARGEST_WIDE_POWER = 19 }; /* of which 64 bits times it are 128 at most */

double power_of_ten(int exponent)
{
	if (exponent >= 0 && exponent <= LARGEST_POWER_OF_TEN)
		return powers_of_ten[exponent];
	if (exponent < 0 && exponent >= -LARGEST_POWER_OF_TEN)
		return 1 / powers_of_ten[-exponent];
	return pow(10, exponent);
}

/* A decimal number: digits x 10^exponent; exact is false once digits had to be left out. */
struct decimal {
	uint64_t digits;
	int exponent;
	int last_digit; /* the power of ten that the last one written counts */
	bool exact;
};

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static const char *read_digits(
	const char *start, const char *end, struct decimal *decimal, int exponent_step)
{
	const char *c = start;

	for (; c < end && is_digit(*c); c++) {
		if (decimal->digits > (UINT64_MAX - 9) / 10) {
			decimal->exact = false;
			decimal->exponent += 1 + exponent_step;
			continue;
		}
		decimal->digits = 10 * decimal->digits + (uint64_t)(*c - '0');
		decimal->exponent += exponent_step;
	}
	return c;
}

/* "e-05" behind a number; what only begins like an exponent ("10 errors") is none. */
static const char *read_exponent(const char *start, const char *end, int *exponent)
{
	const char *c = start;
	bool negative = false;
	int value = 0;

	if (c == end || (*c != 'e' && *c != 'E'))
		return start;
	c++;
	if (c < end && (*c == '+' || *c == '-'))
		negative = *c++ == '-';
	if (c == end || !is_digit(*c))
		return start;
	for (; c < end && is_digit(*c); c++)
		if (value < 10000)
			value = 10 * value + (*c - '0');
	*exponent = negative ? -value : value;
	return c;
}

/* strtod's opinion, of a copy with a point and an end. */
static double slow_value(const char *start, const char *end, char point)
{
	char *copy = memory_copy_bytes(start, (size_t)(end - start));
	char *comma = point == '.' ? NULL : strchr(copy, point);
	double value;

	if (comma)
		*comma = '.';
	value = strtod(copy, NULL);
	free(copy);
	return value;
}

/*
 * digits / 10^power, to the nearest double: the quotient has 62 bits or more, so
 * one bit for all that is behind them rounds as they would (power <= 22, digits > 0).
 */
static double quotient(uint64_t digits, int power)
{
	uint64_t five = (uint64_t)((wide_integer)powers_of_ten[power] >> power); /* 5^power */
	int five_shift = __builtin_clzll(five);
	int shift = 63 + __builtin_clzll(digits);
	wide_integer dividend = (wide_integer)digits << shift;
	uint64_t whole;

	five <<= five_shift;
	whole = (uint64_t)(dividend / five);
	if (dividend != (wide_integer)whole * five)
		whole |= 1;
	return ldexp((double)whole, five_shift - shift - power);
}

/*
 * Fast when both factors are exact doubles (Clinger 1990), or what is computed is
 * exact in integers; otherwise strtod decides.
 */
static double decimal_value(
	const struct decimal *decimal, const char *start, const char *end, char point)
{
	int power = abs(decimal->exponent);
	bool is_fraction = decimal->exponent < 0;

	if (!decimal->exact || power > LARGEST_POWER_OF_TEN)
		return slow_value(start, end, point);
	if (decimal->digits <= (UINT64_C(1) << 53))
		return is_fraction ? (double)decimal->digits / powers_of_ten[power]
				   : (double)decimal->digits * powers_of_ten[power];
	if (is_fraction)
		return quotient(decimal->digits, power);
	if (power <= LARGEST_WIDE_POWER)
		return (double)((wide_integer)decimal->digits * (wide_integer)powers_of_ten[power]);
	return slow_value(start, end, point);
}

static const char *read_decimal(
	const char *start, const char *end, char point, struct decimal *decimal)
{
	const char *c;
	int written_exponent = 0;

	*decimal = (struct decimal){ .exact = true };
	c = read_digits(start, end, decimal, 0);
	if (c == start)
		return NULL;
	if (c + 1 < end && *c == point && is_digit(c[1])) {
		const char *fraction = c + 1;

		c = read_digits(fraction, end, decimal, -1);
		decimal->last_digit = -(int)(c - fraction);
	}
	c = read_exponent(c, end, &written_exponent);
	decimal->exponent += written_exponent;
	decimal->last_digit += written_exponent;
	return c;
}

const char *number_read(const char *start, const char *end, char point, struct reading *reading)
{
	struct decimal decimal;
	const char *behind = read_decimal(start, end, point, &decimal);

	if (!behind)
		return NULL;
	reading->value = decimal_value(&decimal, start, behind, point);
	reading->resolution = power_of_ten(decimal.last_digit);
	return behind;
}

const char *number_value(const char *start, const char *end, double *value)
{
	struct decimal decimal;
	const char *behind = read_decimal(start, end, '.', &decimal);

	if (behind)
		*value = decimal_value(&decimal, start, behind, '.');
	return behind;
}

struct reading reading_scaled(struct reading reading, double factor)
{
	return (struct reading){ reading.value * factor, reading.resolution * factor };
}

struct reading reading_ratio(struct reading a, struct reading b)
{
	double ratio = a.value / b.value;

	return (struct reading){ ratio, (a.resolution + ratio * b.resolution) / b.value };
}

struct reading reading_finer(struct reading a, struct reading b)
{
	if (!(b.value > 0))
		return a;
	if (!(a.value > 0))
		return b;
	return b.resolution / b.value < a.resolution / a.value ? b : a;
}
