/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json/write - writing JSON without building a tree */
#include <math.h>

#include "core/json.h"
#include "core/json/scan.h"
#include "core/message.h"

/* The top bit of each byte that is written in another way, and perhaps of some above one. */
static uint64_t odd_bytes(uint64_t word)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);

	return json_odd_bytes(word) | ((word + ones) & ones * 0x80); /* DEL, too */
}

/* A string of less than eight bytes, with NULs behind them. */
static uint64_t short_string(struct slice string)
{
	size_t length = slice_length(string);
	const unsigned char *bytes = (const unsigned char *)string.start;
	uint32_t first, last;

	if (length == 0)
		return 0;
	if (length < sizeof first)
		return bytes[0] | (uint64_t)bytes[length / 2] << length / 2 * 8 |
		       (uint64_t)bytes[length - 1] << (length - 1) * 8;
	memcpy(&first, bytes, sizeof first);
	memcpy(&last, bytes + length - sizeof last, sizeof last);
	return le32toh(first) | (uint64_t)le32toh(last) << (length - sizeof last) * 8;
}

/* The next eight bytes of a string, behind whose end are NULs. */
static inline uint64_t next_word(struct slice string)
{
	uint64_t word;

	if (slice_length(string) < sizeof word)
		return short_string(string);
	memcpy(&word, string.start, sizeof word);
	return le64toh(word);
}

/* Beside a string: its quotes, and what copy_plain() may write behind it. */
enum { ROOM_BESIDE = 2 + sizeof(uint64_t) };

/* Copies the ASCII characters up to one that is written in another way, or to the end. */
static inline char *copy_plain(char *at, struct slice *value)
{
	uint64_t odd;

	do {
		uint64_t word = next_word(*value);
		size_t plain = sizeof word;

		odd = odd_bytes(word);
		if (odd)
			plain = (size_t)__builtin_ctzll(odd) / 8;
		word = htole64(word);
		memcpy(at, &word, sizeof word);
		at += plain;
		value->start += plain;
	} while (!odd);
	return at;
}

/* What a string has in another way. */
static void add_odd(struct text *out, struct slice *value)
{
	unsigned char byte = (unsigned char)*value->start;
	size_t length = slice_sequence(*value);

	if (byte == '"')
		text_add(out, "\\\"");
	else if (byte == '\\')
		text_add(out, "\\\\");
	else if (byte == '\n')
		text_add(out, "\\n");
	else if (byte == '\t')
		text_add(out, "\\t");
	else if (byte < ' ' || byte == 0x7f)
		text_add_format(out, "\\u%04x", byte);
	else if (length)
		text_add_bytes(out, value->start, length);
	else
		text_add(out, "\xEF\xBF\xBD");
	value->start += length ? length : 1;
}

void json_write_string(struct text *out, struct slice value)
{
	char *at = text_room(out, slice_length(value) + ROOM_BESIDE);

	*at++ = '"';
	while (at = copy_plain(at, &value), !slice_is_empty(value)) {
		text_end_at(out, at);
		add_odd(out, &value);
		at = text_room(out, slice_length(value) + ROOM_BESIDE);
	}
	*at++ = '"';
	text_end_at(out, at);
}

void json_write_number(struct text *out, double value)
{
	char *at = text_room(out, NUMBER_SIZE);

	if (!isfinite(value))
		die("a number that is not finite was to be written behind '%s'", out->data);
	text_end_at(out, at + number_write(at, value));
}

void json_add_name(struct text *out, const char *name)
{
	char last = out->length ? out->data[out->length - 1] : '{';

	if (last != '{' && last != '[' && last != '\n')
		text_add_char(out, ',');
	if (!name)
		return;
	json_write_string(out, slice_of(name));
	text_add_char(out, ':');
}

void json_open(struct text *out, const char *name, char bracket)
{
	json_add_name(out, name);
	text_add_char(out, bracket);
}

void json_close(struct text *out, char bracket)
{
	text_add_char(out, bracket);
}

void json_add_text(struct text *out, const char *name, const char *value)
{
	json_add_slice(out, name, slice_of(value));
}

void json_add_slice(struct text *out, const char *name, struct slice value)
{
	json_add_name(out, name);
	json_write_string(out, value);
}

void json_add_number(struct text *out, const char *name, double value)
{
	json_add_name(out, name);
	json_write_number(out, value);
}

void json_add_integer(struct text *out, const char *name, long long value)
{
	uint64_t size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
	char *at;

	json_add_name(out, name);
	if (value < 0)
		text_add_char(out, '-');
	at = text_room(out, NUMBER_SIZE);
	text_end_at(out, at + number_write_whole(at, size));
}

void json_add_boolean(struct text *out, const char *name, bool value)
{
	json_add_name(out, name);
	text_add(out, value ? "true" : "false");
}

static void add_container(struct text *out, const char *name, const struct json *value)
{
	bool is_object = json_is_object(value);

	json_open(out, name, is_object ? '{' : '[');
	for (const struct json *item = json_first(value); item; item = json_next(item))
		json_add_value(out, json_name(item), item);
	json_close(out, is_object ? '}' : ']');
}

void json_add_value(struct text *out, const char *name, const struct json *value)
{
	double number;
	bool boolean;

	if (json_text(value)) {
		json_add_text(out, name, json_text(value));
	} else if (json_number(value, &number)) {
		json_add_number(out, name, number);
	} else if (json_boolean(value, &boolean)) {
		json_add_boolean(out, name, boolean);
	} else if (json_is_object(value) || json_is_array(value)) {
		add_container(out, name, value);
	} else {
		json_add_name(out, name);
		text_add(out, "null");
	}
}
