/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * scan - reading the grammar of a line
 *
 * A slice is a part of somebody else's bytes, not NUL-terminated and not
 * owned. Every scan_ function looks at the beginning of *at; when what it
 * looks for is there it moves at->start behind it and returns true, otherwise
 * it leaves *at alone and returns false. So the grammar of a line is a chain:
 *
 *	scan_text(&at, "user") && scan_blanks(&at) && scan_number(&at, &user)
 *
 * A chain that fails half way leaves *at where it stopped: work on a copy.
 */
#ifndef CORE_SCAN_H
#define CORE_SCAN_H

#include <endian.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "core/number.h"

struct slice {
	const char *start;
	const char *end;
};

static inline size_t slice_length(struct slice slice)
{
	return (size_t)(slice.end - slice.start);
}

static inline bool slice_is_empty(struct slice slice)
{
	return slice.start == slice.end;
}

static inline struct slice slice_of(const char *string)
{
	return (struct slice){ string, string + strlen(string) };
}

/* Asked of every line by every format: of a string that is written out, no more than a comparison is left of these. */
static inline bool slice_equals(struct slice slice, const char *string)
{
	size_t length = strlen(string);

	return slice_length(slice) == length && memcmp(slice.start, string, length) == 0;
}

static inline bool slice_starts_with(struct slice slice, const char *string)
{
	size_t length = strlen(string);

	return slice_length(slice) >= length && memcmp(slice.start, string, length) == 0;
}

static inline bool slice_ends_with(struct slice slice, const char *string)
{
	size_t length = strlen(string);

	return slice_length(slice) >= length && memcmp(slice.end - length, string, length) == 0;
}

/*
 * Whether so many bytes are the same, of texts so short that to call memcmp() takes longer
 * than to compare them. SAME_PADDING bytes behind them are read, and make no difference.
 */
enum { SAME_PADDING = 8 };
static inline bool same_bytes(const char *a, const char *b, size_t length)
{
	uint64_t word;
	uint64_t other;

	for (; length >= sizeof word; length -= sizeof word) {
		memcpy(&word, a, sizeof word);
		memcpy(&other, b, sizeof other);
		if (word != other)
			return false;
		a += sizeof word;
		b += sizeof other;
	}
	memcpy(&word, a, sizeof word);
	memcpy(&other, b, sizeof other);
	return length == 0 || le64toh(word ^ other) << 8 * (sizeof word - length) == 0;
}

/* Whether it begins, or ends, with one of the strings, the last of which is followed by NULL. */
bool slice_starts_with_any(struct slice slice, const char *const *strings);
bool slice_ends_with_any(struct slice slice, const char *const *strings);

/* Where the bytes of another begin in slice; NULL when they are not there. */
const char *slice_find_slice(struct slice slice, struct slice other);

/* Where string begins in slice; NULL when it is not there. */
static inline const char *slice_find(struct slice slice, const char *string)
{
	return slice_find_slice(slice, (struct slice){ string, string + strlen(string) });
}

static inline bool slice_contains(struct slice slice, const char *string)
{
	return slice_find(slice, string) != NULL;
}

/* Where string begins for the last time in slice; NULL when it is not there. */
const char *slice_find_last(struct slice slice, const char *string);

/* The length of the blank (space, tab, no-break space) that a slice begins with, or 0. */
static inline size_t slice_leading_blank(struct slice slice)
{
	if (slice_is_empty(slice) || (signed char)*slice.start > ' ')
		return 0;
	if (*slice.start == ' ' || *slice.start == '\t')
		return 1;
	return slice_starts_with(slice, "\xC2\xA0") ? 2 : 0;
}

/* Likewise of the one that it ends in. */
static inline size_t slice_trailing_blank(struct slice slice)
{
	if (slice_is_empty(slice) || (signed char)slice.end[-1] > ' ')
		return 0;
	if (slice.end[-1] == ' ' || slice.end[-1] == '\t')
		return 1;
	return slice_ends_with(slice, "\xC2\xA0") ? 2 : 0;
}

/* The slice without blanks at either end. */
static inline struct slice slice_trim(struct slice slice)
{
	size_t blank;

	while ((blank = slice_leading_blank(slice)))
		slice.start += blank;
	while ((blank = slice_trailing_blank(slice)))
		slice.end -= blank;
	return slice;
}

/* A NUL-terminated copy that the caller frees. */
char *slice_copy(struct slice slice);

/* The length of the UTF-8 sequence that a slice begins with; 0 when it is none (RFC 3629). */
size_t slice_sequence(struct slice slice);

/* The character of Unicode that a slice begins with; length (> 0) is that of its sequence. */
uint32_t slice_character(struct slice slice, size_t length);

/* The length of the control character (C0, DEL or C1) that a slice begins with, or 0. */
size_t slice_control(struct slice slice);

/* Whether the bytes are UTF-8 without control characters other than tab. */
bool slice_is_text(struct slice slice);

/* Exactly this text. */
static inline bool scan_text(struct slice *at, const char *text)
{
	if (!slice_starts_with(*at, text))
		return false;
	at->start += strlen(text);
	return true;
}

static inline bool scan_char(struct slice *at, char c)
{
	if (slice_is_empty(*at) || *at->start != c)
		return false;
	at->start++;
	return true;
}

/* Any number of blanks (space, tab, U+00A0), none included: always true. */
static inline bool scan_blanks(struct slice *at)
{
	size_t blank;

	while ((blank = slice_leading_blank(*at)))
		at->start += blank;
	return true;
}

/* Everything up to, not including, the first occurrence of text; found may be NULL. */
static inline bool scan_until(struct slice *at, const char *text, struct slice *found)
{
	const char *start = slice_find(*at, text);

	if (!start)
		return false;
	if (found)
		*found = (struct slice){ at->start, start };
	at->start = start;
	return true;
}

/*
 * The bytes up to the separator, behind which at is moved, or up to the end; false
 * when nothing is left.
 */
bool scan_part(struct slice *at, char separator, struct slice *part);

/* The bytes up to the next blank or the end, at least one. */
bool scan_word(struct slice *at, struct slice *word);

/* ASCII letters, at least one. */
bool scan_letters(struct slice *at, struct slice *letters);

/* Decimal digits, at least one, that fit 64 bits. */
bool scan_integer(struct slice *at, uint64_t *value);

/* An unsigned number with a decimal point, as number_read() takes it. */
bool scan_number(struct slice *at, struct reading *reading);

/* The same with a decimal point or a decimal comma. */
bool scan_number_of_any_locale(struct slice *at, struct reading *reading);

/* Nothing is left but blanks. */
bool scan_end(struct slice *at);

#endif
