/* SPDX-License-Identifier: GPL-3.0-or-later */
/* value - values of a JSON text, read where they stand */
#include "render/template/value.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

static const char *skip_blanks(const char *at)
{
	while (*at == ' ' || *at == '\t' || *at == '\r' || *at == '\n')
		at++;
	return at;
}

/* Whether an odd number of backslashes stands before the quote. */
static bool is_escaped(const char *quote)
{
	const char *at = quote;

	while (at[-1] == '\\')
		at--;
	return (quote - at) % 2;
}

/* Behind a text that begins here. */
static const char *skip_text(const char *at)
{
	do
		at = strchrnul(at + 1, '"');
	while (*at && is_escaped(at));
	return *at ? at + 1 : at;
}

/* Behind an object or an array that begins here. */
static const char *skip_container(const char *at, const struct value_walk *known)
{
	size_t depth = 0;

	while (*at) {
		if (*at == '"') {
			at = skip_text(at);
			continue;
		}
		if (depth && at == known->start) {
			at = known->end;
			continue;
		}
		if (*at == '{' || *at == '[')
			depth++;
		else if ((*at == '}' || *at == ']') && --depth == 0)
			return at + 1;
		at++;
	}
	return at;
}

static const char *skip(const char *value, const struct value_walk *known)
{
	if (*value == '"')
		return skip_text(value);
	if (*value == '{' || *value == '[')
		return skip_container(value, known);
	return value + strcspn(value, ",]} \t\r\n");
}

const char *value_of(const char *text)
{
	return skip_blanks(text);
}

bool value_is_object(const char *value)
{
	return value && *value == '{';
}

bool value_is_array(const char *value)
{
	return value && *value == '[';
}

bool value_is_text(const char *value)
{
	return value && *value == '"';
}

/* What stands behind a comma, or NULL. */
static const char *behind_comma(const char *at)
{
	at = skip_blanks(at);
	return *at == ',' ? skip_blanks(at + 1) : NULL;
}

const char *value_member(const char *object, struct slice name)
{
	static const struct value_walk none;
	size_t length = slice_length(name);
	const char *at = value_is_object(object) ? skip_blanks(object + 1) : NULL;

	while (at && *at == '"') {
		const char *end = skip_text(at);
		const char *value = skip_blanks(skip_blanks(end) + 1); /* the colon */

		if ((size_t)(end - at) == length + 2 && memcmp(at + 1, name.start, length) == 0)
			return value;
		at = behind_comma(skip(value, &none));
	}
	return NULL;
}

const char *value_first(const char *array)
{
	const char *at = value_is_array(array) ? skip_blanks(array + 1) : NULL;

	return at && *at != ']' ? at : NULL;
}

const char *value_next(const char *array, const char *element, struct value_walk *last)
{
	const char *end = skip_blanks(skip(element, last));

	if (*end == ',')
		return skip_blanks(end + 1);
	*last = (struct value_walk){ array, end + (*end == ']') };
	return NULL;
}

bool value_number(const char *value, double *number)
{
	bool is_negative = value && *value == '-';
	const char *digits = value + is_negative;

	if (!value || !number_value(digits, digits + strspn(digits, "0123456789.eE+-"), number))
		return false;
	if (is_negative)
		*number = -*number;
	return isfinite(*number);
}

bool value_boolean(const char *value, bool *boolean)
{
	if (!value || (*value != 't' && *value != 'f'))
		return false;
	*boolean = *value == 't';
	return true;
}

/* Four hexadecimal digits. */
static uint32_t read_unit(const char *digits)
{
	char copy[5] = "";

	strncat(copy, digits, 4);
	return (uint32_t)strtoul(copy, NULL, 16);
}

/* The character of \uXXXX, or of two that are a pair; at is behind the u, and moves behind it. */
static uint32_t read_escaped(const char **at)
{
	uint32_t code = read_unit(*at);

	*at += strnlen(*at, 4);
	if (code >= 0xD800 && code < 0xDC00 && strncmp(*at, "\\u", 2) == 0) {
		code = 0x10000 + ((code - 0xD800) << 10) + (read_unit(*at + 2) - 0xDC00);
		*at += 2 + strnlen(*at + 2, 4);
	}
	return code;
}

void value_add_text(struct text *out, const char *value)
{
	static const char signs[] = "bfnrt";
	static const char meant[] = "\b\f\n\r\t";
	const char *at = value + 1;

	while (*at && *at != '"') {
		size_t plain = strcspn(at, "\"\\");
		const char *sign;

		text_add_bytes(out, at, plain);
		at += plain;
		if (*at != '\\' || !at[1])
			continue;
		sign = strchr(signs, at[1]);
		at += 2;
		if (at[-1] == 'u')
			text_add_character(out, read_escaped(&at));
		else
			text_add_char(out, sign ? meant[sign - signs] : at[-1]);
	}
}
