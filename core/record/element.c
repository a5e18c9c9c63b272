/* SPDX-License-Identifier: GPL-3.0-or-later */
/* record/element - the values that a record's members have, and their lists' elements */
#include "core/record/element.h"

#include <string.h>

#include "core/json/scan.h"

/* Longer ones are left to cJSON, which has a limit of its own. */
enum { LONGEST_NUMBER = 48 };

/* To what does not stand for itself in a string, the NUL behind the line at the latest. */
static const char *skip_plain(const char *c)
{
	for (;; c += sizeof(uint64_t)) {
		uint64_t word, odd;

		memcpy(&word, c, sizeof word);
		odd = json_odd_bytes(le64toh(word));
		if (odd)
			return c + __builtin_ctzll(odd) / 8;
	}
}

const char *element_read_text(const char *c, const char *end, struct slice *string)
{
	if (*c != '"')
		return NULL;
	string->start = ++c;
	for (;;) {
		size_t length;

		c = skip_plain(c);
		string->end = c;
		if (*c == '"')
			return c + 1;
		length = (unsigned char)*c < 0x80 ? 0 : slice_sequence((struct slice){ c, end });
		if (length == 0)
			return NULL;
		c += length;
	}
}

static const char *read_number(const char *c, const char *end, struct element *element)
{
	const char *first = c + (*c == '-');
	const char *behind = number_value(first, end, &element->number);

	if (!behind || behind - c > LONGEST_NUMBER)
		return NULL;
	if (*first == '0' && first + 1 < behind && first[1] >= '0' && first[1] <= '9')
		return NULL;
	if (first > c)
		element->number = -element->number;
	element->type = MEMBER_NUMBER;
	element->value = (struct slice){ c, behind };
	return behind;
}

/* A text or a number. */
static const char *read_scalar(const char *c, const char *end, struct element *element)
{
	if (*c != '"')
		return read_number(c, end, element);
	element->type = MEMBER_TEXT;
	return element_read_text(c, end, &element->value);
}

static const char *read_word(
	const char *c, const char *word, enum member_type type, struct element *element)
{
	size_t length = strlen(word);

	if (strncmp(c, word, length) != 0)
		return NULL;
	element->type = type;
	element->value = (struct slice){ c, c + length };
	return c + length;
}

/* Most values are none: in line, what it takes would be made ready for each of them. */
__attribute__((noinline)) static const char *read_list(
	const char *c, const char *end, struct element *list)
{
	const char *start = c;
	struct element element;

	if (*element_skip_blanks(c + 1) == ']') {
		c = element_skip_blanks(c + 1);
	} else {
		do {
			c = read_scalar(element_skip_blanks(c + 1), end, &element);
			if (!c)
				return NULL;
			c = element_skip_blanks(c);
		} while (*c == ',');
	}
	if (*c != ']')
		return NULL;
	list->type = MEMBER_LIST;
	list->value = (struct slice){ start, c + 1 };
	return c + 1;
}

const char *element_read(const char *c, const char *end, struct element *element)
{
	switch (*c) {
	case '[':
		return read_list(c, end, element);
	case 't':
		return read_word(c, "true", MEMBER_TRUE, element);
	case 'f':
		return read_word(c, "false", MEMBER_FALSE, element);
	case 'n':
		return read_word(c, "null", MEMBER_NULL, element);
	default:
		return read_scalar(c, end, element);
	}
}

bool element_next(struct slice *at, struct element *element)
{
	const char *c = *at->start == ']' ? at->start : element_skip_blanks(at->start + 1);

	if (*c == ']')
		at->start = c;
	c = *c == ']' ? NULL : element_read(c, at->end, element);
	if (c)
		at->start = element_skip_blanks(c);
	return c != NULL;
}
