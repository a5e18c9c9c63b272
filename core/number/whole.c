/* SPDX-License-Identifier: GPL-3.0-or-later */
/* number/whole - a whole number to decimal text, eight digits at a time */
#include <endian.h>
#include <string.h>

#include "core/number.h"

/*
 * The digits of a number below 10^8, each in a byte, the first in the lowest: it is
 * taken apart into two numbers of four digits, four of two, eight of one, all at
 * once; 10486 / 2^20 and 103 / 2^10 divide such by 100 and by 10.
 */
static uint64_t eight_digits(uint32_t number)
{
	uint64_t fours = number / 10000 | (uint64_t)(number % 10000) << 32;
	uint64_t hundreds = (fours * 10486 >> 20) & UINT64_C(0x0000007F0000007F);
	uint64_t twos = hundreds | (fours - hundreds * 100) << 16;
	uint64_t tens = (twos * 103 >> 10) & UINT64_C(0x000F000F000F000F);

	return tens | (twos - tens * 10) << 8;
}

/* The digits, and perhaps some bytes behind them; returns their end. */
static char *write_digits(char *at, uint64_t number)
{
	const uint32_t hundred_million = 100000000;
	const uint64_t zeros = UINT64_C(0x0101010101010101) * '0';
	uint64_t digits = eight_digits((uint32_t)(number % hundred_million));
	int absent = 0;

	if (number >= hundred_million)
		at = write_digits(at, number / hundred_million);
	else
		absent = number ? __builtin_ctzll(digits) / 8 : 7;
	digits = htole64((digits | zeros) >> 8 * absent);
	memcpy(at, &digits, sizeof digits);
	return at + sizeof digits - absent;
}

size_t number_write_whole(char out[NUMBER_SIZE], uint64_t value)
{
	char *end = write_digits(out, value);

	*end = '\0';
	return (size_t)(end - out);
}
