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
#include "core/number/powers.h"

const double powers_of_ten[LARGEST_POWER_OF_TEN + 1] = {
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

const uint64_t powers_of_five[LARGEST_POWER_OF_FIVE + 1] = {
	UINT64_C(1),
	UINT64_C(5),
	UINT64_C(25),
	UINT64_C(125),
	UINT64_C(625),
	UINT64_C(3125),
	UINT64_C(15625),
	UINT64_C(78125),
	UINT64_C(390625),
	UINT64_C(1953125),
	UINT64_C(9765625),
	UINT64_C(48828125),
	UINT64_C(244140625),
	UINT64_C(1220703125),
	UINT64_C(6103515625),
	UINT64_C(30517578125),
	UINT64_C(152587890625),
	UINT64_C(762939453125),
	UINT64_C(3814697265625),
	UINT64_C(19073486328125),
	UINT64_C(95367431640625),
	UINT64_C(476837158203125),
	UINT64_C(2384185791015625),
	UINT64_C(11920928955078125),
	UINT64_C(59604644775390625),
	UINT64_C(298023223876953125),
	UINT64_C(1490116119384765625),
	UINT64_C(7450580596923828125),
};

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
 * one bit for all that is behind them rounds as they would (digits > 0).
 */
static double quotient(uint64_t digits, int power)
{
	int five_shift = __builtin_clzll(powers_of_five[power]);
	uint64_t five = powers_of_five[power] << five_shift;
	int shift = 63 + __builtin_clzll(digits);
	wide_integer dividend = (wide_integer)digits << shift;
	uint64_t whole = (uint64_t)(dividend / five);

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
	uint64_t digits = decimal->digits;
	int power = abs(decimal->exponent);
	bool is_fraction = decimal->exponent < 0;

	if (!decimal->exact || digits == 0 || power > LARGEST_POWER_OF_FIVE)
		return digits == 0 ? 0 : slow_value(start, end, point);
	if (digits <= (UINT64_C(1) << 53) && power <= LARGEST_POWER_OF_TEN)
		return is_fraction ? (double)digits / powers_of_ten[power]
				   : (double)digits * powers_of_ten[power];
	if (is_fraction)
		return quotient(digits, power);
	return ldexp((double)((wide_integer)digits * powers_of_five[power]), power);
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
