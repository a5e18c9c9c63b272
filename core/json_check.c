/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * json_check - whether bytes are JSON as RFC 8259 has it
 *
 * cJSON takes more than that ("01", raw control characters, bytes that are no
 * UTF-8), and would cut a string at an escaped NUL: such texts are refused
 * here, before it sees them.
 */
#include "core/json_check.h"

#include <string.h>

enum { DEEPEST = 500 }; /* below cJSON's own limit */

static bool check_value(struct slice *at, size_t depth);

static void skip_blanks(struct slice *at)
{
	while (at->start < at->end && strchr(" \t\r\n", *at->start) && *at->start)
		at->start++;
}

static bool is_hex(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static bool check_unicode_escape(struct slice *at)
{
	if (slice_length(*at) < 4 || memcmp(at->start, "0000", 4) == 0)
		return false;
	for (int i = 0; i < 4; i++)
		if (!is_hex(*at->start++))
			return false;
	return true;
}

static bool check_escape(struct slice *at)
{
	char c = slice_is_empty(*at) ? '\0' : *at->start++;

	if (c == 'u')
		return check_unicode_escape(at);
	return c && strchr("\"\\/bfnrt", c);
}

static bool check_string(struct slice *at)
{
	if (!scan_char(at, '"'))
		return false;
	while (!slice_is_empty(*at) && *at->start != '"') {
		size_t length = slice_sequence(*at);

		if (length == 0 || (unsigned char)*at->start < ' ')
			return false;
		if (scan_char(at, '\\')) {
			if (!check_escape(at))
				return false;
		} else {
			at->start += length;
		}
	}
	return scan_char(at, '"');
}

static bool check_digits(struct slice *at)
{
	const char *start = at->start;

	while (at->start < at->end && *at->start >= '0' && *at->start <= '9')
		at->start++;
	return at->start > start;
}

static bool check_number(struct slice *at)
{
	scan_char(at, '-');
	if (!scan_char(at, '0') && !check_digits(at))
		return false;
	if (scan_char(at, '.') && !check_digits(at))
		return false;
	if (scan_char(at, 'e') || scan_char(at, 'E')) {
		if (!scan_char(at, '+'))
			scan_char(at, '-');
		return check_digits(at);
	}
	return true;
}

/* Members or elements, behind the opening bracket. */
static bool check_list(struct slice *at, char closing, size_t depth)
{
	skip_blanks(at);
	if (scan_char(at, closing))
		return true;
	do {
		skip_blanks(at);
		if (closing == '}') {
			if (!check_string(at))
				return false;
			skip_blanks(at);
			if (!scan_char(at, ':'))
				return false;
		}
		if (!check_value(at, depth))
			return false;
	} while (scan_char(at, ','));
	return scan_char(at, closing);
}

static bool check_value(struct slice *at, size_t depth)
{
	bool fine;

	if (depth > DEEPEST)
		return false;
	skip_blanks(at);
	if (scan_char(at, '{'))
		fine = check_list(at, '}', depth + 1);
	else if (scan_char(at, '['))
		fine = check_list(at, ']', depth + 1);
	else if (!slice_is_empty(*at) && *at->start == '"')
		fine = check_string(at);
	else
		fine = scan_text(at, "true") || scan_text(at, "false") || scan_text(at, "null") ||
		       check_number(at);
	skip_blanks(at);
	return fine;
}

bool json_check(struct slice text, const char **error)
{
	bool fine = check_value(&text, 0) && slice_is_empty(text);

	if (error)
		*error = fine ? NULL : text.start;
	return fine;
}
