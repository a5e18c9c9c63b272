/* SPDX-License-Identifier: GPL-3.0-or-later */
/* lines - a file line by line, through one buffer, with no allocation a line */
#include "core/lines.h"

#include <stdlib.h>
#include <string.h>

#include "core/memory.h"

enum {
	FIRST_CAPACITY = 256 * 1024,
	MOST_RETURNS = 8, /* carriage returns before a newline that are part of it */
};

void lines_init(struct lines *lines, struct input *input, size_t limit)
{
	*lines = (struct lines){ .limit = limit };
	lines->capacity = FIRST_CAPACITY;
	lines->buffer = memory_resize(NULL, lines->capacity + LINES_PADDING, 1);
	lines_restart(lines, input);
}

void lines_restart(struct lines *lines, struct input *input)
{
	*lines = (struct lines){
		.input = input,
		.limit = lines->limit,
		.buffer = lines->buffer,
		.capacity = lines->capacity,
		.start = lines->buffer,
		.filled = lines->buffer,
		.number = 1,
	};
}

void lines_release(struct lines *lines)
{
	free(lines->buffer);
	*lines = (struct lines){ 0 };
}

/* Moves what is left to the front, makes room when there is none, and reads more. */
static void fill(struct lines *lines)
{
	size_t left = (size_t)(lines->filled - lines->start);
	size_t count;

	if (left == lines->capacity) {
		lines->capacity *= 2;
		lines->buffer = memory_resize(lines->buffer, lines->capacity + LINES_PADDING, 1);
	} else if (left) {
		memmove(lines->buffer, lines->start, left);
	}
	lines->start = lines->buffer;
	lines->filled = lines->buffer + left;
	lines->newline = NULL;
	lines->carriage_return = NULL;
	lines->whole = NULL;
	count = input_read(lines->input, lines->filled, lines->capacity - left);
	lines->filled += count;
	memset(lines->filled, '\0', LINES_PADDING);
	lines->at_end = count == 0;
}

/* Gives out [start, end) and goes on at next. */
static void take(struct lines *lines, struct line *line, char *end, char *next)
{
	bool newline = next > end && next[-1] == '\n';

	line->text = (struct slice){ lines->start, end };
	line->number = lines->number;
	line->overwritten = next > end && !newline;
	line->overwrites = lines->overwriting;
	lines->overwriting = line->overwritten;
	line->cut = false;
	lines->number += newline;
	lines->start = next;
	lines->searched = 0;
	if (lines->newline && lines->newline < next)
		lines->newline = NULL;
}

/* The next carriage return, or the end of what was read: most files have none, and are asked once a buffer. */
static char *find_return(struct lines *lines, char *from)
{
	if (!lines->carriage_return || lines->carriage_return < from) {
		lines->carriage_return = memchr(from, '\r', (size_t)(lines->filled - from));
		if (!lines->carriage_return)
			lines->carriage_return = lines->filled;
	}
	return lines->carriage_return;
}

/*
 * Finds the end of the line at start, and where the next one begins. CR LF is
 * one end, with more CRs, too: each terminal that a log passes through adds one.
 * False when more bytes are needed to tell: no end was seen, or a CR that a
 * newline may follow.
 */
static bool find_end(struct lines *lines, char **end, char **next)
{
	char *from = lines->start + lines->searched;
	char *limit;

	if (!lines->newline && from < lines->filled)
		lines->newline = memchr(from, '\n', (size_t)(lines->filled - from));
	limit = lines->newline ? lines->newline : lines->filled;
	*end = find_return(lines, from);
	if (*end > limit)
		*end = limit;
	lines->searched = (size_t)(*end - lines->start);
	*next = *end;
	while (*next < limit && **next == '\r' && *next < *end + MOST_RETURNS)
		++*next;
	if (*next == limit) {
		*next += lines->newline != NULL;
		return lines->newline != NULL;
	}
	*next = *end + 1;
	return true;
}

/* The line at start is longer than the limit: gives out its beginning, skips the rest. */
static void cut(struct lines *lines, struct line *line)
{
	char *end = lines->start + lines->limit;

	take(lines, line, end, end);
	line->cut = true;
	lines->skipping = true;
}

bool lines_next(struct lines *lines, struct line *line)
{
	for (;;) {
		char *end;
		char *next;
		bool whole = find_end(lines, &end, &next);
		bool too_long = (size_t)(end - lines->start) > lines->limit;

		if (lines->skipping) {
			struct line rest;

			take(lines, &rest, end, whole || lines->at_end ? next : end);
			lines->skipping = !whole;
			if (!whole && lines->at_end)
				return false;
			if (!whole)
				fill(lines);
		} else if (too_long) {
			cut(lines, line);
			return true;
		} else if (whole || (lines->at_end && lines->start < lines->filled)) {
			take(lines, line, end, next);
			return true;
		} else if (lines->at_end) {
			return false;
		} else {
			fill(lines);
		}
	}
}

bool lines_block(struct lines *lines, struct block *block)
{
	if (!lines->whole) {
		size_t length = (size_t)(lines->filled - lines->start);
		char *last = memrchr(lines->start, '\n', length);

		lines->whole = last ? last + 1 : lines->start;
	}
	*block = (struct block){ { lines->start, lines->whole }, lines->number };
	return !lines->skipping && lines->start < lines->whole;
}

void lines_skip(struct lines *lines, const struct block *rest)
{
	lines->overwriting = lines->overwriting && rest->text.start == lines->start;
	lines->start += rest->text.start - lines->start;
	lines->number = rest->number;
	lines->newline = NULL;
	lines->searched = 0;
}
