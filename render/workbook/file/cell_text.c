/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cell_text - text of others, as a cell or a comment can hold it */
#include "render/workbook/file/cell_text.h"

#include <ctype.h>
#include <string.h>

#include "core/scan.h"

enum target { FOR_CELL, FOR_OTHERS };

static const char escaped_low_line[] = "_x005F_";

bool is_character_escape(const char *at)
{
	if (at[0] != '_' || at[1] != 'x')
		return false;
	for (size_t i = 2; i < 6; i++)
		if (!isxdigit((unsigned char)at[i]))
			return false;
	return at[6] == '_';
}

/* U+FFFE and U+FFFF: UTF-8 has them, XML has not. */
static bool is_no_character(struct slice at, size_t length)
{
	return length == 3 && memcmp(at.start, "\xEF\xBF", 2) == 0 &&
	       (unsigned char)at.start[2] >= 0xBE;
}

/* One character, and how many units it takes. */
static size_t add_character(struct text *out, struct slice at, size_t length, enum target target)
{
	if (target == FOR_CELL && is_character_escape(at.start)) {
		text_add(out, escaped_low_line);
		return strlen(escaped_low_line);
	}
	if (is_no_character(at, length))
		text_add(out, "\xEF\xBF\xBD");
	else
		text_add_bytes(out, at.start, length);
	return length == 4 ? 2 : 1;
}

static size_t count_characters(struct slice rest)
{
	size_t count = 0;

	for (; !slice_is_empty(rest); rest.start += slice_sequence(rest))
		count++;
	return count;
}

static void add_up_to(struct text *out, const char *foreign, size_t limit, enum target target)
{
	struct text printable = TEXT_INIT;
	struct text cut = TEXT_INIT;
	struct slice rest;
	size_t units = 0;
	size_t room; /* where a cut leaves room to say so */

	text_add_printable(&printable, foreign);
	rest = slice_of(printable.data);
	text_add_format(&cut, "… [cut: %zu characters]", count_characters(rest));
	room = out->length;
	while (!slice_is_empty(rest)) {
		size_t length = slice_sequence(rest);

		units += add_character(out, rest, length, target);
		rest.start += length;
		if (units + cut.length <= limit)
			room = out->length;
		if (units > limit) {
			out->length = room;
			text_add(out, cut.data);
			break;
		}
	}
	text_release(&printable);
	text_release(&cut);
}

void cell_text_add(struct text *out, const char *foreign, size_t limit)
{
	add_up_to(out, foreign, limit, FOR_CELL);
}

void plain_text_add(struct text *out, const char *foreign, size_t limit)
{
	add_up_to(out, foreign, limit, FOR_OTHERS);
}

/* Printable ASCII without a low line, and short: by far the most of what there is. */
static bool is_plain(const char *text)
{
	size_t length = 0;

	for (; text[length]; length++)
		if (text[length] < ' ' || text[length] > '~' ||
			(text[length] == '_' && is_character_escape(text + length)))
			return false;
	return length <= CELL_TEXT_LIMIT;
}

const char *cell_text(struct text *buffer, const char *foreign)
{
	if (is_plain(foreign))
		return foreign;
	text_clear(buffer);
	cell_text_add(buffer, foreign, CELL_TEXT_LIMIT);
	return buffer->data;
}
