/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan - reading the grammar of a line */
#include "core/scan.h"

#include <string.h>

#include "core/memory.h"

bool slice_starts_with_any(struct slice slice, const char *const *strings)
{
	for (; *strings && !slice_is_empty(slice); strings++)
		if (**strings == *slice.start && slice_starts_with(slice, *strings))
			return true;
	return false;
}

bool slice_ends_with_any(struct slice slice, const char *const *strings)
{
	for (; *strings; strings++)
		if (slice_ends_with(slice, *strings))
			return true;
	return false;
}

/* Lines and strings are short: memmem(), which prepares itself for long ones, takes several times as long. */
const char *slice_find_slice(struct slice slice, struct slice other)
{
	const char *string = other.start;
	size_t length = slice_length(other);
	const char *at = slice.start;

	if (length == 0)
		return at;
	while (slice.end - at >= (ptrdiff_t)length) {
		at = memchr(at, *string, (size_t)(slice.end - at) - length + 1);
		if (!at || length == 1)
			return at;
		if (at[1] == string[1] && memcmp(at, string, length) == 0)
			return at;
		at++;
	}
	return NULL;
}

const char *slice_find_last(struct slice slice, const char *string)
{
	size_t length = strlen(string);

	if (length == 0 || slice_length(slice) < length)
		return length ? NULL : slice.end;
	for (const char *at = slice.end - length + 1; at > slice.start;) {
		at = memrchr(slice.start, *string, (size_t)(at - slice.start));
		if (!at || memcmp(at, string, length) == 0)
			return at;
	}
	return NULL;
}

char *slice_copy(struct slice slice)
{
	return memory_copy_bytes(slice.start, slice_length(slice));
}

size_t slice_sequence(struct slice slice)
{
	const unsigned char *byte = (const unsigned char *)slice.start;
	size_t length = slice_is_empty(slice) ? 0
			: byte[0] < 0x80      ? 1
			: byte[0] < 0xC2      ? 0
			: byte[0] < 0xE0      ? 2
			: byte[0] < 0xF0      ? 3
			: byte[0] < 0xF5      ? 4
					      : 0;

	if (length == 0 || length > slice_length(slice))
		return 0;
	for (size_t i = 1; i < length; i++)
		if ((byte[i] & 0xC0) != 0x80)
			return 0;
	if ((byte[0] == 0xE0 && byte[1] < 0xA0) || (byte[0] == 0xED && byte[1] > 0x9F) ||
		(byte[0] == 0xF0 && byte[1] < 0x90) || (byte[0] == 0xF4 && byte[1] > 0x8F))
		return 0;
	return length;
}

uint32_t slice_character(struct slice slice, size_t length)
{
	static const unsigned char lead_masks[] = { 0, 0x7F, 0x1F, 0x0F, 0x07 };
	uint32_t character = (unsigned char)slice.start[0] & lead_masks[length];

	for (size_t i = 1; i < length; i++)
		character = character << 6 | ((unsigned char)slice.start[i] & 0x3F);
	return character;
}

size_t slice_control(struct slice slice)
{
	const unsigned char *byte = (const unsigned char *)slice.start;

	if (slice_is_empty(slice))
		return 0;
	if (byte[0] < ' ' || byte[0] == 0x7F)
		return 1;
	return byte[0] == 0xC2 && slice_length(slice) > 1 && byte[1] < 0xA0 ? 2 : 0;
}

bool slice_is_text(struct slice slice)
{
	for (;;) {
		size_t length;

		while (!slice_is_empty(slice) && *slice.start >= ' ' && *slice.start < 0x7F)
			slice.start++;
		if (slice_is_empty(slice))
			return true;
		length = slice_sequence(slice);

		if (length == 0 || (slice_control(slice) && *slice.start != '\t'))
			return false;
		slice.start += length;
	}
}

bool scan_part(struct slice *at, char separator, struct slice *part)
{
	const char *end;

	if (slice_is_empty(*at))
		return false;
	end = memchr(at->start, separator, slice_length(*at));
	*part = (struct slice){ at->start, end ? end : at->end };
	at->start = end ? end + 1 : at->end;
	return true;
}

bool scan_word(struct slice *at, struct slice *word)
{
	struct slice rest = *at;

	while (!slice_is_empty(rest) && !slice_leading_blank(rest))
		rest.start++;
	if (rest.start == at->start)
		return false;
	*word = (struct slice){ at->start, rest.start };
	at->start = rest.start;
	return true;
}

bool scan_letters(struct slice *at, struct slice *letters)
{
	const char *c = at->start;

	while (c < at->end && ((*c >= 'a' && *c <= 'z') || (*c >= 'A' && *c <= 'Z')))
		c++;
	if (c == at->start)
		return false;
	*letters = (struct slice){ at->start, c };
	at->start = c;
	return true;
}

bool scan_integer(struct slice *at, uint64_t *value)
{
	const char *c = at->start;
	uint64_t sum = 0;

	for (; c < at->end && *c >= '0' && *c <= '9'; c++)
		if (__builtin_mul_overflow(sum, 10, &sum) ||
			__builtin_add_overflow(sum, (uint64_t)(*c - '0'), &sum))
			return false;
	if (c == at->start)
		return false;
	*value = sum;
	at->start = c;
	return true;
}

bool scan_end(struct slice *at)
{
	struct slice rest = *at;

	scan_blanks(&rest);
	if (!slice_is_empty(rest))
		return false;
	*at = rest;
	return true;
}
