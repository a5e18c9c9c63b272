/* SPDX-License-Identifier: GPL-3.0-or-later */
/* json/outline - where the long objects and arrays of a JSON text end */
#include "core/json/outline.h"

#include <stdlib.h>

#include "core/memory.h"

enum { SHORTEST = 512 }; /* bytes that are worth a jump */

/* While a stretch is open, next is the one around it, and lines those before it. */
void json_outline_open(struct json_outline *outline, size_t offset, size_t lines)
{
	outline->items = memory_reserve_one(
		outline->items, outline->count, &outline->capacity, sizeof *outline->items);
	outline->items[outline->count] = (struct json_stretch){
		.start = (uint32_t)offset,
		.lines = (uint32_t)lines,
		.next = outline->innermost,
	};
	outline->innermost = (uint32_t)outline->count++;
}

/* Within a short one there are none but short ones: it is the last of the list. */
void json_outline_close(struct json_outline *outline, size_t offset, size_t lines)
{
	uint32_t place = outline->innermost;
	struct json_stretch *stretch = &outline->items[place];

	outline->innermost = stretch->next;
	if (offset - stretch->start < SHORTEST) {
		outline->count = place;
		return;
	}
	stretch->end = (uint32_t)offset;
	stretch->lines = (uint32_t)lines - stretch->lines;
	stretch->next = (uint32_t)outline->count;
}

void json_outline_clear(struct json_outline *outline)
{
	outline->count = 0;
	outline->innermost = 0;
}

void json_outline_release(struct json_outline *outline)
{
	free(outline->items);
	*outline = (struct json_outline){ 0 };
}
