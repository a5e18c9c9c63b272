/* SPDX-License-Identifier: GPL-3.0-or-later */
/* html - text of others in an HTML page */
#include "render/page/html.h"

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
	case '\'':
		return "&#39;";
	default:
		return NULL;
	}
}

void html_escape(struct text *out, const char *value)
{
	struct text printable = TEXT_INIT;

	text_add_printable(&printable, value);
	for (const char *c = printable.data; *c; c++) {
		if (entity(*c))
			text_add(out, entity(*c));
		else
			text_add_char(out, *c);
	}
	text_release(&printable);
}
