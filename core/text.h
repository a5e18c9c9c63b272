/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * text - a string that grows
 *
 * data always ends in a NUL that length does not count, so it can be passed on
 * as a C string; bytes of logs, NULs among them, are kept as they are.
 */
#ifndef CORE_TEXT_H
#define CORE_TEXT_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "core/number.h"
#include "core/scan.h"

struct text {
	char *data;
	size_t length;
	size_t capacity;
};

#define TEXT_INIT                                      \
	{                                              \
		.data = "", .length = 0, .capacity = 0 \
	}

void text_init(struct text *text);

/* What is in the text, as long as that stays as it is. */
static inline struct slice text_slice(const struct text *text)
{
	return (struct slice){ text->data, text->data + text->length };
}

/* Empties the text and keeps its memory. */
void text_clear(struct text *text);

/* Leaves no more than the first length bytes. */
void text_cut(struct text *text, size_t length);

/* Frees the text's memory; it is as after text_init(). */
void text_release(struct text *text);

/* Makes room for extra bytes, and a NUL, behind what is there. */
void text_reserve(struct text *text, size_t extra);

/* The same; returns where the text ends, for what writes there itself and then says how far. */
static inline char *text_room(struct text *text, size_t extra)
{
	if (extra >= text->capacity - text->length)
		text_reserve(text, extra);
	return text->data + text->length;
}

static inline void text_end_at(struct text *text, char *end)
{
	text->length = (size_t)(end - text->data);
	*end = '\0';
}

static inline void text_add_bytes(struct text *text, const char *bytes, size_t length)
{
	char *at = text_room(text, length);

	if (length)
		memcpy(at, bytes, length);
	text_end_at(text, at + length);
}

static inline void text_add(struct text *text, const char *string)
{
	text_add_bytes(text, string, strlen(string));
}

static inline void text_add_char(struct text *text, char c)
{
	char *at = text_room(text, 1);

	*at = c;
	text_end_at(text, at + 1);
}

void text_add_character(struct text *text, uint32_t character); /* of Unicode, in UTF-8 */
void text_add_repeated(struct text *text, char c, size_t count);
void text_add_integer(struct text *text, size_t value);
void text_add_format(struct text *text, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* A number of so many significant digits, from 1 to 17, as %.*g has it. In line: not all have -lm. */
static inline void text_add_significant(struct text *text, double value, int digits)
{
	char number[NUMBER_SIZE];

	text_add_bytes(text, number, number_write_digits(number, value, digits));
}

/*
 * Text of others, fit for a terminal or a document: control characters become
 * blanks, what is no UTF-8, no character or would turn the writing direction U+FFFD.
 */
void text_add_printable(struct text *text, const char *string);

/* A fraction as a percentage of two or three digits: 0.0194 is "1.9 %", 2.151 "215 %". */
void text_add_percent(struct text *text, double fraction);

/* The text as a string of the caller's own; text is as after text_init(). */
char *text_detach(struct text *text);

#endif
