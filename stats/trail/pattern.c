/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pattern - texts that differ in numbers alone */
#include "stats/trail/pattern.h"

#include <inttypes.h>
#include <string.h>

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static size_t digits_at(const char *text)
{
	size_t count = 0;

	while (is_digit(text[count]))
		count++;
	return count;
}

/* Where the last PATTERN_NUMBERS numbers begin. */
static const char *begin_of_numbers(const char *text)
{
	const char *at = text + strlen(text);

	for (size_t count = 0; count < PATTERN_NUMBERS && at > text;) {
		bool is_last = is_digit(at[-1]);

		while (at > text && is_digit(at[-1]) == is_last)
			at--;
		count += is_last;
	}
	return at;
}

static bool is_literal(const char *text)
{
	static const char own[] = { PATTERN_NUMBER, PATTERN_LITERAL, '\0' };

	return text[strcspn(text, own)] != '\0';
}

void pattern_of(struct text *pattern, const char *text)
{
	const char *numbers = begin_of_numbers(text);

	if (is_literal(text)) {
		text_add_char(pattern, PATTERN_LITERAL);
		text_add(pattern, text);
		return;
	}
	text_add_bytes(pattern, text, (size_t)(numbers - text));
	for (const char *at = numbers; *at;) {
		size_t digits = digits_at(at);

		if (digits == 0 || digits > PATTERN_DIGITS) {
			text_add_bytes(pattern, at, digits ? digits : 1);
			at += digits ? digits : 1;
			continue;
		}
		text_add_char(pattern, PATTERN_NUMBER);
		text_add_char(pattern, (char)(*at == '0' ? digits : 1));
		at += digits;
	}
}

/* A number as the pattern has it: what would be written in another way is none. */
static bool take_number(const char **text, size_t least, uint64_t *number)
{
	const char *at = *text;

	*number = 0;
	while (is_digit(*at))
		*number = 10 * *number + (uint64_t)(*at++ - '0');
	if (at == *text || at - *text > PATTERN_DIGITS || (size_t)(at - *text) < least ||
		(**text == '0' && (size_t)(at - *text) != least))
		return false;
	*text = at;
	return true;
}

bool pattern_fits(const char *pattern, const char *text, uint64_t numbers[PATTERN_NUMBERS])
{
	size_t count = 0;

	if (*pattern == PATTERN_LITERAL) {
		memset(numbers, 0, PATTERN_NUMBERS * sizeof *numbers);
		return strcmp(pattern + 1, text) == 0;
	}
	while (*pattern) {
		if (*pattern != PATTERN_NUMBER) {
			if (*text++ != *pattern++)
				return false;
			continue;
		}
		if (!take_number(&text, (size_t)pattern[1], &numbers[count++]))
			return false;
		pattern += 2;
	}
	while (count < PATTERN_NUMBERS)
		numbers[count++] = 0;
	return *text == '\0';
}

/* A number by hand: printf() would be most of the cost of a summary's sources. */
static void add_number(struct text *out, uint64_t number, size_t least)
{
	char digits[24];
	size_t at = sizeof digits;

	do {
		digits[--at] = (char)('0' + number % 10);
		number /= 10;
	} while (number || sizeof digits - at < least);
	text_add_bytes(out, digits + at, sizeof digits - at);
}

void pattern_add_text(
	const char *pattern, const uint64_t numbers[PATTERN_NUMBERS], struct text *out)
{
	if (*pattern == PATTERN_LITERAL) {
		text_add(out, pattern + 1);
		return;
	}
	while (*pattern) {
		const char *number = strchrnul(pattern, PATTERN_NUMBER);

		text_add_bytes(out, pattern, (size_t)(number - pattern));
		pattern = number;
		if (*pattern) {
			add_number(out, *numbers++, (size_t)pattern[1]);
			pattern += 2;
		}
	}
}
