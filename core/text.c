/* SPDX-License-Identifier: GPL-3.0-or-later */
/* text - a string that grows */
#include "core/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "core/message.h"
#include "core/scan.h"

void text_init(struct text *text)
{
	*text = (struct text)TEXT_INIT;
}

void text_clear(struct text *text)
{
	text_cut(text, 0);
}

void text_cut(struct text *text, size_t length)
{
	if (length > text->length || !text->capacity)
		return;
	text->length = length;
	text->data[length] = '\0';
}

void text_release(struct text *text)
{
	if (text->capacity)
		free(text->data);
	text_init(text);
}

void text_reserve(struct text *text, size_t extra)
{
	size_t needed = text->length + extra + 1;

	if (needed <= text->capacity)
		return;
	if (needed < extra)
		die("a text of more than %zu bytes", text->length);
	if (needed < 2 * text->capacity)
		needed = 2 * text->capacity;
	text->data = memory_resize(text->capacity ? text->data : NULL, needed, 1);
	text->capacity = needed;
}

void text_add_repeated(struct text *text, char c, size_t count)
{
	text_reserve(text, count);
	memset(text->data + text->length, c, count);
	text->length += count;
	text->data[text->length] = '\0';
}

void text_add_integer(struct text *text, size_t value)
{
	char *at = text_room(text, NUMBER_SIZE);

	text_end_at(text, at + number_write_whole(at, value));
}

void text_add_format(struct text *text, const char *format, ...)
{
	va_list arguments;
	int length;

	va_start(arguments, format);
	length = vsnprintf(NULL, 0, format, arguments);
	va_end(arguments);
	if (length < 0)
		die("cannot format '%s'", format);

	text_reserve(text, (size_t)length);
	va_start(arguments, format);
	vsnprintf(text->data + text->length, (size_t)length + 1, format, arguments);
	va_end(arguments);
	text->length += (size_t)length;
}

void text_add_character(struct text *text, uint32_t character)
{
	if (character < 0x80) {
		text_add_char(text, (char)character);
	} else if (character < 0x800) {
		text_add_char(text, (char)(0xC0 | character >> 6));
		text_add_char(text, (char)(0x80 | (character & 0x3F)));
	} else if (character < 0x10000) {
		text_add_char(text, (char)(0xE0 | character >> 12));
		text_add_char(text, (char)(0x80 | (character >> 6 & 0x3F)));
		text_add_char(text, (char)(0x80 | (character & 0x3F)));
	} else {
		text_add_char(text, (char)(0xF0 | character >> 18));
		text_add_char(text, (char)(0x80 | (character >> 12 & 0x3F)));
		text_add_char(text, (char)(0x80 | (character >> 6 & 0x3F)));
		text_add_char(text, (char)(0x80 | (character & 0x3F)));
	}
}

/* U+202A to U+202E and U+2066 to U+2069: one of them can make a line read as another. */
static bool turns_direction(struct slice at)
{
	const unsigned char *byte = (const unsigned char *)at.start;

	return byte[0] == 0xE2 && ((byte[1] == 0x80 && byte[2] >= 0xAA && byte[2] <= 0xAE) ||
					  (byte[1] == 0x81 && byte[2] >= 0xA6 && byte[2] <= 0xA9));
}

/* U+FFFE and U+FFFF, which no XML may hold. */
static bool is_no_character(struct slice at)
{
	const unsigned char *byte = (const unsigned char *)at.start;

	return byte[0] == 0xEF && byte[1] == 0xBF && byte[2] >= 0xBE;
}

/* The printable ASCII characters up to another. */
static void add_plain(struct text *text, struct slice *rest)
{
	const char *start = rest->start;

	while (!slice_is_empty(*rest) && *rest->start >= ' ' && *rest->start < 0x7f)
		rest->start++;
	text_add_bytes(text, start, (size_t)(rest->start - start));
}

void text_add_printable(struct text *text, const char *string)
{
	struct slice rest = slice_of(string);

	while (add_plain(text, &rest), !slice_is_empty(rest)) {
		size_t length = slice_sequence(rest);

		if (slice_control(rest))
			text_add_char(text, ' ');
		else if (length == 0 ||
			 (length == 3 && (turns_direction(rest) || is_no_character(rest))))
			text_add(text, "\xEF\xBF\xBD");
		else
			text_add_bytes(text, rest.start, length);
		rest.start += length ? length : 1;
	}
}

void text_add_percent(struct text *text, double fraction)
{
	double percent = 100 * fraction;

	if (percent >= 9.95 || percent <= -9.95)
		text_add_format(text, "%.0f %%", percent);
	else if (percent != 0 && percent < 0.001 && percent > -0.001)
		text_add(text, "under 0.001 %");
	else
		text_add_format(text, "%.2g %%", percent);
}

char *text_detach(struct text *text)
{
	char *string = text->capacity ? text->data : memory_copy_bytes("", 0);

	text_init(text);
	return string;
}
