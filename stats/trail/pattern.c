/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pattern - texts that differ in numbers alone */
#include "stats/trail/pattern.h"

#include <inttypes.h>
#include <string.h>

#include "core/json.h"

enum { NUMBER_LENGTH = 2 }; /* of what stands for one */

static const char *begin_of(const struct pattern *pattern)
{
	return pattern->text + (*pattern->text == PATTERN_LITERAL);
}

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

struct pattern pattern_read(const char *text)
{
	struct pattern pattern = { .text = text };
	const char *at;

	if (!text)
		return pattern;
	for (at = begin_of(&pattern); *text != PATTERN_LITERAL; at += NUMBER_LENGTH) {
		const char *number = strchr(at, PATTERN_NUMBER);

		if (!number)
			break;
		pattern.lengths[pattern.number_count++] = (uint32_t)(number - at);
		at = number;
	}
	pattern.lengths[pattern.number_count] = (uint32_t)strlen(at);
	return pattern;
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

bool pattern_fits(
	const struct pattern *pattern, const char *text, uint64_t numbers[PATTERN_NUMBERS])
{
	const char *at = begin_of(pattern);
	const char *end = text + strlen(text);

	for (size_t i = 0;; i++) {
		size_t length = pattern->lengths[i];

		if ((size_t)(end - text) < length || memcmp(at, text, length) != 0)
			return false;
		at += length;
		text += length;
		if (i == pattern->number_count)
			break;
		if (!take_number(&text, (size_t)at[1], &numbers[i]))
			return false;
		at += NUMBER_LENGTH;
	}
	for (size_t i = pattern->number_count; i < PATTERN_NUMBERS; i++)
		numbers[i] = 0;
	return text == end;
}

enum { MOST_DIGITS = 20 }; /* that any number has */

static char *write_number(char *at, uint64_t number, size_t least)
{
	size_t digits = 1;
	char *end;

	for (uint64_t rest = number; rest > 9; rest /= 10)
		digits++;
	end = at + (digits < least ? least : digits);
	for (char *digit = end; digit > at; number /= 10)
		*--digit = (char)('0' + number % 10);
	return end;
}

/* By hand: printf() would be most of the cost of a summary's sources, and number_write_whole() is for longer numbers. */
void pattern_add_text(
	const struct pattern *pattern, const uint64_t numbers[PATTERN_NUMBERS], struct text *out)
{
	const char *from = begin_of(pattern);

	for (size_t i = 0;; i++) {
		size_t length = pattern->lengths[i];
		char *at = text_room(out, length + MOST_DIGITS);

		at = mempcpy(at, from, length);
		from += length;
		if (i < pattern->number_count)
			at = write_number(at, numbers[i], (size_t)from[1]);
		text_end_at(out, at);
		if (i == pattern->number_count)
			break;
		from += NUMBER_LENGTH;
	}
}

struct slice pattern_part(const struct pattern *pattern, size_t place)
{
	const char *at = begin_of(pattern);

	for (size_t i = 0; i < place; i++)
		at += pattern->lengths[i] + NUMBER_LENGTH;
	return (struct slice){ at, at + pattern->lengths[place] };
}

size_t pattern_digits(const struct pattern *pattern, size_t place)
{
	return (size_t)pattern_part(pattern, place).end[1];
}

void pattern_quote(const struct pattern *pattern, struct text *quoted)
{
	struct text part = TEXT_INIT;

	text_add_char(quoted, '"');
	for (size_t i = 0; i <= pattern->number_count; i++) {
		text_clear(&part);
		json_write_string(&part, pattern_part(pattern, i));
		text_add_bytes(quoted, part.data + 1, part.length - 2);
		if (i == pattern->number_count)
			break;
		text_add_char(quoted, PATTERN_NUMBER);
		text_add_char(quoted, (char)pattern_digits(pattern, i));
	}
	text_add_char(quoted, '"');
	text_release(&part);
}
