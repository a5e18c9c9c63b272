/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json/unescape - what a JSON string says */
#include "core/json/unescape.h"

#include <string.h>

#include "core/text.h"

/* Behind a "\u" that is known to be well-formed. */
static uint32_t scan_code(struct slice *at)
{
	uint32_t code = 0;

	for (int i = 0; i < 4; i++) {
		char c = *at->start++;

		code = code << 4 | (uint32_t)(c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10);
	}
	return code;
}

/* A character beyond U+FFFF is two of them, each a half of a surrogate pair. */
static uint32_t scan_character(struct slice *at)
{
	uint32_t code = scan_code(at);

	if (code < 0xD800 || code > 0xDFFF || !scan_text(at, "\\u"))
		return code;
	return 0x10000 + ((code - 0xD800) << 10) + (scan_code(at) - 0xDC00);
}

static void add_escaped(struct text *text, struct slice *at)
{
	static const char letters[] = "bfnrt";
	static const char controls[] = "\b\f\n\r\t";
	char c = *at->start++;
	const char *letter = strchr(letters, c);

	if (c == 'u')
		text_add_character(text, scan_character(at));
	else
		text_add_char(text, letter ? controls[letter - letters] : c);
}

char *json_unescape(struct slice string)
{
	struct text text = TEXT_INIT;
	struct slice plain;

	if (!memchr(string.start, '\\', slice_length(string)))
		return slice_copy(string);
	while (scan_until(&string, "\\", &plain)) {
		text_add_bytes(&text, plain.start, slice_length(plain));
		string.start++;
		add_escaped(&text, &string);
	}
	text_add_bytes(&text, string.start, slice_length(string));
	return text_detach(&text);
}
