/* SPDX-License-Identifier: GPL-3.0-or-later */
/* source - where in a log a record's number stands */
#include "core/source.h"

#include <stdint.h>

/* "7" or "7-66" and nothing else. */
static bool scan_lines(struct slice text, uint64_t *first)
{
	uint64_t last;

	if (!scan_integer(&text, first))
		return false;
	if (scan_char(&text, '-') && !scan_integer(&text, &last))
		return false;
	return slice_is_empty(text);
}

struct slice source_path(const char *source, size_t *line)
{
	struct slice path = slice_of(source ? source : "");
	const char *colon = slice_find_last(path, ":");
	uint64_t first = 0;

	if (colon && scan_lines((struct slice){ colon + 1, path.end }, &first))
		path.end = colon;
	else
		first = 0;
	if (line)
		*line = (size_t)first;
	return path;
}
