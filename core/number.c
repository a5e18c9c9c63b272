/* SPDX-License-Identifier: GPL-3.0-or-later */
/* number - decimal text to double and back, exactly */
#include "core/number.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"

/* 10^0 to 10^22, the powers of ten that a double holds exactly. */
static const double exact_powers[] = {
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
enum { LARGEST_EXACT_POWER = 22 };

static double power_of_ten(int exponent)
{
	if (exponent >= 0 && exponent <= LARGEST_EXACT_POWER)
		return exact_powers[exponent];
	if (exponent < 0 && exponent >= -LARGEST_EXACT_POWER)
		return 1 / exact_powers[-exponent];
	return pow(10, exponent);
}

/* A decimal number: digits x 10^exponent; exact is false once digits had to be left out. */
struct decimal {
	uint64_t digits;
	int exponent;
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

/* Fast when both factors are exact doubles (Clinger 1990); otherwise strtod decides. */
static double decimal_value(
	const struct decimal *decimal, const char *start, const char *end, char point)
{
	if (decimal->exact && decimal->digits <= (UINT64_C(1) << 53)) {
		if (decimal->exponent >= 0 && decimal->exponent <= LARGEST_EXACT_POWER)
			return (double)decimal->digits * exact_powers[decimal->exponent];
		if (decimal->exponent < 0 && decimal->exponent >= -LARGEST_EXACT_POWER)
			return (double)decimal->digits / exact_powers[-decimal->exponent];
	}
	return slow_value(start, end, point);
}

const char *number_read(const char *start, const char *end, char point, struct reading *reading)
{
	struct decimal decimal = { .digits = 0, .exponent = 0, .exact = true };
	const char *c = read_digits(start, end, &decimal, 0);
	int written_exponent = 0;
	int last_digit = 0;

	if (c == start)
		return NULL;
	if (c + 1 < end && *c == point && is_digit(c[1])) {
		const char *fraction = c + 1;

		c = read_digits(fraction, end, &decimal, -1);
		last_digit = -(int)(c - fraction);
	}
	c = read_exponent(c, end, &written_exponent);
	decimal.exponent += written_exponent;
	last_digit += written_exponent;

	reading->value = decimal_value(&decimal, start, c, point);
	reading->resolution = power_of_ten(last_digit);
	return c;
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

size_t number_write(char out[NUMBER_SIZE], double value)
{
	int length = 0;

	if (value == floor(value) && fabs(value) < 1e15)
		return (size_t)snprintf(out, NUMBER_SIZE, "%.0f", value == 0 ? 0.0 : value);
	for (int digits = 15; digits <= 17; digits++) {
		length = snprintf(out, NUMBER_SIZE, "%.*g", digits, value);
		if (strtod(out, NULL) == value)
			break;
	}
	return (size_t)length;
}
