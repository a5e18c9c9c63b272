/* SPDX-License-Identifier: GPL-3.0-or-later */
/* html - text of others in an HTML page */
#include "render/page/html.h"

#include <string.h>

static const char *entity(char c)
{
	switch (c) {
	case '&':
		return "&amp;";
	case '<':
		return "&lt;";
	case '>':
		return "&gt;";
	case '"':
		return "&quot;";
	default:
		return "&#39;";
	}
}

void html_escape(struct text *out, const char *value)
{
	struct text printable = TEXT_INIT;

	text_add_printable(&printable, value);
	for (const char *c = printable.data; *c; c++) {
		size_t plain = strcspn(c, "&<>\"'");

		text_add_bytes(out, c, plain);
		c += plain;
		if (!*c)
			break;
		text_add(out, entity(*c));
	}
	text_release(&printable);
}
