/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * json/check - whether bytes are JSON as RFC 8259 has it
 *
 * cJSON takes more than that ("01", raw control characters, bytes that are no
 * UTF-8), and would cut a string at an escaped NUL: such texts are refused
 * here, before it sees them.
 */
#include "core/json/check.h"

#include <string.h>

#include "core/json/scan.h"

/* As one function, what reads a text has its place in a register. */
#define INLINE __attribute__((always_inline)) static inline

/* Moves to the next byte that is no blank; false when there is none. */
INLINE bool skip_blanks(struct json_checker *checker, struct slice *at)
{
	while (!slice_is_empty(*at)) {
		char c = *at->start;

		if (c != ' ' && c != '\n' && c != '\t' && c != '\r')
			return true;
		at->start++;
		if (c == '\n') {
			checker->lines++;
			json_skip_indent(at);
		}
	}
	return false;
}

/* Four hexadecimal digits. */
static bool check_code(struct slice *at, unsigned *code)
{
	static const char digits[] = "0123456789abcdef0123456789ABCDEF";

	*code = 0;
	for (int i = 0; i < 4; i++) {
		const char *digit = slice_is_empty(*at) ? NULL : memchr(digits, *at->start++, 32);

		if (!digit)
			return false;
		*code = *code << 4 | ((unsigned)(digit - digits) & 0xF);
	}
	return true;
}

/* No NUL; and half of a surrogate pair is followed by the other. */
static bool check_unicode_escape(struct json_checker *checker, struct slice *at)
{
	unsigned code, other;

	if (!check_code(at, &code))
		return false;
	if (code == 0) {
		checker->is_nul = true;
		return false;
	}
	if (code < 0xD800 || code > 0xDFFF)
		return true;
	return code < 0xDC00 && scan_text(at, "\\u") && check_code(at, &other) && other >= 0xDC00 &&
	       other <= 0xDFFF;
}

static bool check_escape(struct json_checker *checker, struct slice *at)
{
	char c = slice_is_empty(*at) ? '\0' : *at->start++;

	if (c == 'u')
		return check_unicode_escape(checker, at);
	return c && strchr("\"\\/bfnrt", c);
}

/* An escape, or a character that is not ASCII. */
static bool check_odd(struct json_checker *checker, struct slice *at)
{
	size_t length;

	if (scan_char(at, '\\'))
		return check_escape(checker, at);
	length = slice_sequence(*at);
	if (length < 2)
		return false;
	at->start += length;
	return true;
}

INLINE bool check_string(struct json_checker *checker, struct slice *at)
{
	if (!scan_char(at, '"'))
		return false;
	while (json_skip_plain(at), !scan_char(at, '"')) {
		struct slice rest = *at; /* whose place a function may have */
		bool fine = check_odd(checker, &rest);

		at->start = rest.start;
		if (!fine)
			return false;
	}
	return true;
}

INLINE bool check_digits(struct slice *at)
{
	const char *start = at->start;

	json_skip_digits(at);
	return at->start > start;
}

INLINE bool check_number(struct slice *at)
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

INLINE bool check_scalar(struct json_checker *checker, struct slice *at)
{
	switch (*at->start) {
	case '"':
		return check_string(checker, at);
	case 't':
		return scan_text(at, "true");
	case 'f':
		return scan_text(at, "false");
	case 'n':
		return scan_text(at, "null");
	default:
		return check_number(at);
	}
}

INLINE void open_bracket(struct json_checker *checker, struct slice *at, const char *text)
{
	bool is_object = *at->start == '{';

	checker->brackets[checker->depth++] = is_object ? '}' : ']';
	checker->expected = is_object ? JSON_FIRST_NAME : JSON_FIRST_ELEMENT;
	if (checker->outline)
		json_outline_open(checker->outline, (size_t)(at->start - text), checker->lines);
	at->start++;
}

INLINE bool close_bracket(struct json_checker *checker, struct slice *at, const char *text)
{
	if (!scan_char(at, checker->brackets[checker->depth - 1]))
		return false;
	if (checker->outline)
		json_outline_close(checker->outline, (size_t)(at->start - text), checker->lines);
	checker->depth--;
	checker->expected = checker->depth ? JSON_COMMA : JSON_NOTHING;
	return true;
}

INLINE bool check_value(struct json_checker *checker, struct slice *at, const char *text)
{
	if (checker->depth > JSON_DEEPEST)
		return false;
	if (*at->start == '{' || *at->start == '[') {
		open_bracket(checker, at, text);
		return true;
	}
	checker->expected = checker->depth ? JSON_COMMA : JSON_NOTHING;
	return check_scalar(checker, at);
}

/* Takes what comes next, and what usually comes behind it. at is no blank. */
INLINE bool check_next(struct json_checker *checker, struct slice *at, const char *text)
{
	if (checker->expected == JSON_COMMA) {
		if (!scan_char(at, ','))
			return close_bracket(checker, at, text);
		checker->expected = checker->brackets[checker->depth - 1] == '}' ? JSON_NAME
										 : JSON_VALUE;
		if (!skip_blanks(checker, at))
			return true;
	}
	switch (checker->expected) {
	case JSON_FIRST_NAME:
		if (*at->start == '}')
			return close_bracket(checker, at, text);
		/* fall through */
	case JSON_NAME:
		if (!check_string(checker, at))
			return false;
		checker->expected = JSON_COLON;
		if (!skip_blanks(checker, at))
			return true;
		/* fall through */
	case JSON_COLON:
		checker->expected = JSON_VALUE;
		if (!scan_char(at, ':'))
			return false;
		return !skip_blanks(checker, at) || check_value(checker, at, text);
	case JSON_FIRST_ELEMENT:
		if (*at->start == ']')
			return close_bracket(checker, at, text);
		/* fall through */
	case JSON_VALUE:
		return check_value(checker, at, text);
	case JSON_COMMA:
	case JSON_NOTHING:
		break;
	}
	return false;
}

bool json_checker_read(struct json_checker *checker, struct slice text)
{
	struct slice at = { text.start + checker->at, text.end };
	bool fine = true;

	while (fine && checker->expected != JSON_NOTHING && skip_blanks(checker, &at))
		fine = check_next(checker, &at, text.start);
	checker->at = (size_t)(at.start - text.start);
	return fine;
}

bool json_check(struct slice text, struct json_error *error)
{
	struct json_checker checker = { .outline = NULL };
	bool fine = json_checker_read(&checker, text) && checker.expected == JSON_NOTHING;
	struct slice rest = { text.start + checker.at, text.end };

	fine = fine && !skip_blanks(&checker, &rest);
	if (error && !fine)
		*error = (struct json_error){ rest.start, checker.is_nul };
	return fine;
}
