/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * json/check - whether bytes are JSON as RFC 8259 has it
 *
 * That is: UTF-8, without an escaped NUL or half a surrogate pair, and not
 * nested deeper than 500.
 */
#ifndef CORE_JSON_CHECK_H
#define CORE_JSON_CHECK_H

#include <stdbool.h>
#include <stddef.h>

#include "core/json/error.h"
#include "core/json/outline.h"
#include "core/scan.h"

enum { JSON_DEEPEST = 500 }; /* below cJSON's own limit */

/* What may come next. */
enum json_expected {
	JSON_VALUE,
	JSON_FIRST_ELEMENT, /* or the end of the array */
	JSON_FIRST_NAME,    /* or the end of the object */
	JSON_NAME,
	JSON_COLON,
	JSON_COMMA, /* or the end of what it is in */
	JSON_NOTHING,
};

/* How far a text was checked. All zero: not at all. */
struct json_checker {
	enum json_expected expected;     /* JSON_NOTHING: the value is whole */
	size_t at;                       /* bytes that were checked */
	size_t lines;                    /* that ended in them */
	size_t depth;                    /* of brackets not yet closed */
	char brackets[JSON_DEEPEST + 1]; /* that will close them, the innermost last */
	bool is_nul; /* what is wrong is an escaped NUL, which no text here can hold */
	struct json_outline *outline; /* made on the way; NULL: none */
};

/*
 * Checks on, from where it stopped to the end of the text or of its value. The
 * text may be the first part of one, up to the end of a line; next time it
 * begins with the same bytes. False when it can be no JSON, about at checker->at.
 */
bool json_checker_read(struct json_checker *checker, struct slice text);

/* True for one JSON text with nothing but blanks around it. Otherwise *error (if not NULL) says where it is not. */
bool json_check(struct slice text, struct json_error *error);

#endif
