/* SPDX-License-Identifier: GPL-3.0-or-later */
/* label - names of any length, made to fit a chart */
#include "render/report/plot/label.h"

#include <string.h>

#include "render/report/width.h"

/* A third of what is left stands behind the gap: names often differ at their end. */
static void add_shortened(struct text *out, const char *text, size_t width)
{
	size_t total = display_width(text);
	size_t tail = width / 3;
	size_t rest;

	if (total <= width) {
		text_add(out, text);
		return;
	}
	rest = display_prefix(text, total - tail);
	if (display_width(text + rest) > tail) /* a wide character lies across */
		rest = display_prefix(text, total - tail + 1);
	text_add_bytes(out, text, display_prefix(text, width - tail - 1));
	text_add(out, "…");
	text_add(out, text + rest);
}

/* Where the first of two lines ends: behind the last blank or sign in its second half. */
static size_t line_end(const char *text, size_t width)
{
	size_t end = display_prefix(text, width);
	size_t at = end;

	while (at > end / 2 && !strchr(" -_/.:,", text[at - 1]))
		at--;
	return at > end / 2 ? at : end;
}

void label_add(struct text *out, const char *text, size_t width)
{
	struct text printable = TEXT_INIT;

	text_add_printable(&printable, text);
	add_shortened(out, printable.data, width);
	text_release(&printable);
}

void label_add_wrapped(struct text *out, const char *text, size_t width)
{
	struct text printable = TEXT_INIT;
	const char *rest;

	text_add_printable(&printable, text);
	rest = printable.data;
	if (display_width(rest) > width) {
		size_t end = line_end(rest, width);

		text_add_bytes(out, rest, end);
		text_add_char(out, LABEL_BREAK);
		rest += end;
	}
	add_shortened(out, rest, width);
	text_release(&printable);
}

size_t label_width(const char *label)
{
	const char *second = strchr(label, LABEL_BREAK);
	struct text first = TEXT_INIT;
	size_t widest;
	size_t width;

	if (!second)
		return display_width(label);
	text_add_bytes(&first, label, (size_t)(second - label));
	widest = display_width(first.data);
	width = display_width(second + 1);
	text_release(&first);
	return width > widest ? width : widest;
}
