/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slug - a title as a part of a file's name or of an address */
#include "render/report/slug.h"

#include <stdbool.h>

enum { LONGEST = 60 };

void slug_add(struct text *out, const char *title)
{
	size_t start = out->length;
	bool gap = false;

	for (const char *c = title; *c && out->length - start < LONGEST; c++) {
		char lower = *c >= 'A' && *c <= 'Z' ? (char)(*c - 'A' + 'a') : *c;

		if ((lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9')) {
			if (gap && out->length > start)
				text_add_char(out, '-');
			text_add_char(out, lower);
			gap = false;
		} else {
			gap = true;
		}
	}
}
