/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json_cursor - a place in a JSON text, moved value by value */
#include "core/json_cursor.h"

#include "core/number.h"

static inline bool is_between_values(char c)
{
	return c == ' ' || c == '\n' || c == ',' || c == ':' || c == '\r' || c == '\t';
}

/* Moves to the next byte that begins a value or a name, or closes something. */
static inline void skip_between(struct json_cursor *cursor)
{
	struct slice *rest = &cursor->rest;

	for (; rest->start < rest->end && is_between_values(*rest->start); rest->start++)
		cursor->line += *rest->start == '\n';
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

/* A string that is whole, at its opening quote. */
static inline const char *behind_string(const char *at)
{
	for (at++; *at != '"'; at++)
		at += *at == '\\';
	return at + 1;
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
		cursor->rest.start = behind_string(cursor->rest.start);
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

/* Long ones lie within short ones never, but anywhere when there is no outline. */
static void skip_container(struct json_cursor *cursor)
{
	size_t depth = 0;

	do {
		switch (*cursor->rest.start) {
		case '"':
			cursor->rest.start = behind_string(cursor->rest.start);
			continue;
		case '{':
		case '[':
			depth++;
			break;
		case '}':
		case ']':
			depth--;
			break;
		case '\n':
			cursor->line++;
			break;
		}
		cursor->rest.start++;
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
		cursor->rest.start = behind_string(cursor->rest.start);
	else
		skip_word(&cursor->rest);
}

struct slice json_cursor_string(struct json_cursor cursor)
{
	const char *start = cursor.rest.start;

	return (struct slice){ start + 1, behind_string(start) - 1 };
}

double json_cursor_number(struct json_cursor cursor)
{
	struct reading reading = { 0 };
	bool is_negative = scan_char(&cursor.rest, '-');

	number_read(cursor.rest.start, cursor.rest.end, '.', &reading);
	return is_negative ? -reading.value : reading.value;
}
