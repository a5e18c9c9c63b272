/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * json/cursor - a place in a JSON text, moved value by value
 *
 * The text must be known to be JSON (see json/check). A cursor stands at a
 * value, and enters it or skips it:
 *
 *	json_cursor_enter(&cursor);
 *	while (json_cursor_next(&cursor, &name))
 *		json_cursor_skip(&cursor);
 *
 * Nothing is allocated, and what the outline knows is skipped by a jump.
 */
#ifndef CORE_JSON_CURSOR_H
#define CORE_JSON_CURSOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/json/outline.h"
#include "core/scan.h"

struct json_cursor {
	struct slice rest;
	size_t line;
	const char *text;                   /* its beginning */
	const struct json_outline *outline; /* NULL: none was made */
	uint32_t stretch;                   /* the first one at or behind the cursor */
};

/* Stands at the value of a text whose first line has the number. */
void json_cursor_init(struct json_cursor *cursor, struct slice text,
	const struct json_outline *outline, size_t line);

/* Moves behind the bracket of the object or array that it is at. */
void json_cursor_enter(struct json_cursor *cursor);

/*
 * Moves to the next value of what was entered, or behind its closing bracket,
 * and then returns false. The name is as the text has it, without its quotes;
 * NULL in an array.
 */
bool json_cursor_next(struct json_cursor *cursor, struct slice *name);

/* Moves behind the value that it is at. */
void json_cursor_skip(struct json_cursor *cursor);

/* The string, without its quotes, or the number that the cursor is at. */
struct slice json_cursor_string(struct json_cursor cursor);
double json_cursor_number(struct json_cursor cursor);

#endif
