/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json/cursor - a place in a JSON text, moved value by value */
#include "core/json/cursor.h"

#include "core/json/scan.h"
#include "core/number.h"

static inline bool is_between_values(char c)
{
	return c == ' ' || c == '\n' || c == ',' || c == ':' || c == '\r' || c == '\t';
}

/* Moves to the next byte that begins a value or a name, or closes something. */
static inline void skip_between(struct json_cursor *cursor)
{
	struct slice *rest = &cursor->rest;

	while (!slice_is_empty(*rest) && is_between_values(*rest->start))
		if (*rest->start++ == '\n') {
			cursor->line++;
			json_skip_indent(rest);
		}
}

void json_cursor_init(struct json_cursor *cursor, struct slice text,
	const struct json_outline *outline, size_t line)
{
	*cursor = (struct json_cursor){
		.rest = text,
		.line = line,
		.text = text.start,
		.outline = outline,
	};
	skip_between(cursor);
}

static const struct json_stretch *stretch_at(const struct json_cursor *cursor)
{
	const struct json_outline *outline = cursor->outline;
	const struct json_stretch *stretch;

	if (!outline || cursor->stretch == outline->count)
		return NULL;
	stretch = &outline->items[cursor->stretch];
	return cursor->text + stretch->start == cursor->rest.start ? stretch : NULL;
}

void json_cursor_enter(struct json_cursor *cursor)
{
	cursor->stretch += stretch_at(cursor) != NULL;
	cursor->rest.start++;
}

/* A string that is whole: from its opening quote to behind the closing one. */
static inline void skip_string(struct slice *rest)
{
	rest->start++;
	while (json_skip_plain(rest), *rest->start != '"')
		rest->start += *rest->start == '\\' ? 2 : 1;
	rest->start++;
}

bool json_cursor_next(struct json_cursor *cursor, struct slice *name)
{
	skip_between(cursor);
	if (*cursor->rest.start == '}' || *cursor->rest.start == ']') {
		cursor->rest.start++;
		return false;
	}
	if (name) {
		name->start = cursor->rest.start + 1;
		skip_string(&cursor->rest);
		name->end = cursor->rest.start - 1;
		skip_between(cursor);
	}
	return true;
}

static void jump(struct json_cursor *cursor, const struct json_stretch *stretch)
{
	cursor->rest.start = cursor->text + stretch->end;
	cursor->line += stretch->lines;
	cursor->stretch = stretch->next;
}

static void skip_container(struct json_cursor *cursor)
{
	struct slice *rest = &cursor->rest;
	size_t depth = 0;

	do {
		char c = *rest->start;

		if (c == '"') {
			skip_string(rest);
			continue;
		}
		rest->start++;
		if (c == '\n') {
			cursor->line++;
			json_skip_indent(rest);
		} else if (c == '{' || c == '[') {
			depth++;
		} else if (c == '}' || c == ']') {
			depth--;
		}
	} while (depth);
}

static void skip_word(struct slice *rest)
{
	while (rest->start < rest->end && !is_between_values(*rest->start) && *rest->start != ']' &&
		*rest->start != '}')
		rest->start++;
}

void json_cursor_skip(struct json_cursor *cursor)
{
	const struct json_stretch *stretch = stretch_at(cursor);
	char c = *cursor->rest.start;

	if (stretch)
		jump(cursor, stretch);
	else if (c == '{' || c == '[')
		skip_container(cursor);
	else if (c == '"')
		skip_string(&cursor->rest);
	else
		skip_word(&cursor->rest);
}

struct slice json_cursor_string(struct json_cursor cursor)
{
	const char *start = cursor.rest.start;

	skip_string(&cursor.rest);
	return (struct slice){ start + 1, cursor.rest.start - 1 };
}

double json_cursor_number(struct json_cursor cursor)
{
	struct reading reading = { 0 };
	bool is_negative = scan_char(&cursor.rest, '-');

	number_read(cursor.rest.start, cursor.rest.end, '.', &reading);
	return is_negative ? -reading.value : reading.value;
}
