/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * json/outline - where the long objects and arrays of a JSON text end
 *
 * Noted while the text is checked, so that what nobody asks for is jumped over
 * later. Short ones are not worth their place. Texts are shorter than 4 GiB.
 */
#ifndef CORE_JSON_OUTLINE_H
#define CORE_JSON_OUTLINE_H

#include <stddef.h>
#include <stdint.h>

/* An object or array. Offsets are bytes from the beginning of the text. */
struct json_stretch {
	uint32_t start; /* of its opening bracket */
	uint32_t end;   /* behind the closing one */
	uint32_t lines; /* that end within it */
	uint32_t next;  /* the first stretch behind it, by its place in the outline */
};

struct json_outline {
	struct json_stretch *items; /* in the order in which they begin */
	size_t count;
	size_t capacity;
	uint32_t innermost; /* of those still open */
};

/* A struct json_outline is empty when it is all zero. */

/* An object or array begins or ends at an offset, with so many lines ended before it. */
void json_outline_open(struct json_outline *outline, size_t offset, size_t lines);
void json_outline_close(struct json_outline *outline, size_t offset, size_t lines);

/* Empties it for another text, and keeps its memory. */
void json_outline_clear(struct json_outline *outline);
void json_outline_release(struct json_outline *outline);

#endif
