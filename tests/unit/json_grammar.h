/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * json_grammar - whether bytes are JSON, rule by rule as RFC 8259 has them
 *
 * Recursive, byte by byte, and nothing of it from core: what core/json/check is compared with.
 */
#ifndef TESTS_UNIT_JSON_GRAMMAR_H
#define TESTS_UNIT_JSON_GRAMMAR_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

struct grammar {
	const unsigned char *at;
	const unsigned char *end;
};

static inline bool take(struct grammar *grammar, int byte)
{
	if (grammar->at == grammar->end || *grammar->at != byte)
		return false;
	grammar->at++;
	return true;
}

static inline bool take_one_of(struct grammar *grammar, const char *bytes)
{
	for (; *bytes; bytes++)
		if (take(grammar, (unsigned char)*bytes))
			return true;
	return false;
}

static inline void take_blanks(struct grammar *grammar)
{
	while (take_one_of(grammar, " \t\n\r"))
		;
}

static inline bool take_range(struct grammar *grammar, int first, int last)
{
	if (grammar->at == grammar->end || *grammar->at < first || *grammar->at > last)
		return false;
	grammar->at++;
	return true;
}

static inline bool take_tails(struct grammar *grammar, int count)
{
	while (count--)
		if (!take_range(grammar, 0x80, 0xBF))
			return false;
	return true;
}

/* RFC 3629, section 4. */
static inline bool take_utf8(struct grammar *grammar)
{
	if (take_range(grammar, 0x20, 0x7F))
		return true;
	if (take_range(grammar, 0xC2, 0xDF))
		return take_tails(grammar, 1);
	if (take(grammar, 0xE0))
		return take_range(grammar, 0xA0, 0xBF) && take_tails(grammar, 1);
	if (take(grammar, 0xED))
		return take_range(grammar, 0x80, 0x9F) && take_tails(grammar, 1);
	if (take_range(grammar, 0xE1, 0xEF))
		return take_tails(grammar, 2);
	if (take(grammar, 0xF0))
		return take_range(grammar, 0x90, 0xBF) && take_tails(grammar, 2);
	if (take(grammar, 0xF4))
		return take_range(grammar, 0x80, 0x8F) && take_tails(grammar, 2);
	return take_range(grammar, 0xF1, 0xF3) && take_tails(grammar, 3);
}

static inline bool take_hex(struct grammar *grammar, const char *first, const char *second)
{
	return take_one_of(grammar, first) && take_one_of(grammar, second) &&
	       take_one_of(grammar, "0123456789abcdefABCDEF") &&
	       take_one_of(grammar, "0123456789abcdefABCDEF");
}

/* Of surrogates only pairs, and no NUL. */
static inline bool take_code(struct grammar *grammar)
{
	struct grammar start = *grammar;
	bool is_nul = grammar->end - grammar->at >= 4 && memcmp(grammar->at, "0000", 4) == 0;

	if (take_hex(grammar, "0123456789abcefABCEF", "0123456789abcdefABCDEF"))
		return !is_nul;
	*grammar = start;
	if (take_hex(grammar, "dD", "01234567"))
		return true;
	*grammar = start;
	return take_hex(grammar, "dD", "89abAB") && take(grammar, '\\') && take(grammar, 'u') &&
	       take_hex(grammar, "dD", "cdefCDEF");
}

static inline bool take_string(struct grammar *grammar)
{
	if (!take(grammar, '"'))
		return false;
	while (!take(grammar, '"')) {
		if (!take(grammar, '\\')) {
			if (!take_utf8(grammar))
				return false;
		} else if (take(grammar, 'u')) {
			if (!take_code(grammar))
				return false;
		} else if (!take_one_of(grammar, "\"\\/bfnrt")) {
			return false;
		}
	}
	return true;
}

static inline bool take_digits(struct grammar *grammar)
{
	bool found = false;

	while (take_range(grammar, '0', '9'))
		found = true;
	return found;
}

static inline bool take_number(struct grammar *grammar)
{
	take(grammar, '-');
	if (!take(grammar, '0') && !take_digits(grammar))
		return false;
	if (take(grammar, '.') && !take_digits(grammar))
		return false;
	if (!take_one_of(grammar, "eE"))
		return true;
	take_one_of(grammar, "+-");
	return take_digits(grammar);
}

static inline bool take_word(struct grammar *grammar, const char *word)
{
	for (; *word; word++)
		if (!take(grammar, *word))
			return false;
	return true;
}

static inline bool take_value(struct grammar *grammar, int depth)
{
	bool is_object;

	take_blanks(grammar);
	if (grammar->at == grammar->end || depth > 500)
		return false;
	switch (*grammar->at) {
	case '"':
		return take_string(grammar);
	case 't':
		return take_word(grammar, "true");
	case 'f':
		return take_word(grammar, "false");
	case 'n':
		return take_word(grammar, "null");
	case '{':
	case '[':
		break;
	default:
		return take_number(grammar);
	}
	is_object = *grammar->at++ == '{';
	take_blanks(grammar);
	if (take(grammar, is_object ? '}' : ']'))
		return true;
	do {
		take_blanks(grammar);
		if (is_object && !take_string(grammar))
			return false;
		take_blanks(grammar);
		if (is_object && !take(grammar, ':'))
			return false;
		if (!take_value(grammar, depth + 1))
			return false;
		take_blanks(grammar);
	} while (take(grammar, ','));
	return take(grammar, is_object ? '}' : ']');
}

static inline bool is_json_text(const char *start, const char *end)
{
	struct grammar grammar = { (const unsigned char *)start, (const unsigned char *)end };

	if (!take_value(&grammar, 0))
		return false;
	take_blanks(&grammar);
	return grammar.at == grammar.end;
}

#endif
