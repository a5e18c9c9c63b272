/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sources - lines of logs, named shortly and none left out */
#include "render/report/sources.h"

#include <stdint.h>
#include <string.h>

enum { FEWEST = 3 }; /* in a row, to be named by two */

/* "dir/12.log:3" is of "dir/", 12 and ".log:3". */
struct source {
	struct slice folder;
	struct slice name; /* the rest */
	uint64_t number;   /* when is_numbered */
	struct slice suffix;
	bool is_numbered;
};

static struct source parse(const char *text)
{
	struct slice whole = slice_of(text);
	const char *slash = slice_find_last(whole, "/");
	struct source source = {
		.folder = { whole.start, slash ? slash + 1 : whole.start },
		.name = { slash ? slash + 1 : whole.start, whole.end },
	};

	source.suffix = source.name;
	source.is_numbered = !slice_starts_with(source.name, "0") &&
			     scan_integer(&source.suffix, &source.number);
	return source;
}

static bool same(struct slice a, struct slice b)
{
	return slice_length(a) == slice_length(b) && memcmp(a.start, b.start, slice_length(a)) == 0;
}

static bool follows(const struct source *next, const struct source *before)
{
	return next->is_numbered && before->is_numbered && next->number == before->number + 1 &&
	       same(next->folder, before->folder) && same(next->suffix, before->suffix);
}

/* How many from place on are runs that follow one another. */
static size_t count_in_row(const struct strings *sources, size_t place)
{
	struct source before = parse(sources->items[place]);
	size_t count = 1;

	for (; place + count < sources->count; count++) {
		struct source next = parse(sources->items[place + count]);

		if (!follows(&next, &before))
			break;
		before = next;
	}
	return count;
}

static void add_slice(struct text *out, struct slice slice)
{
	text_add_bytes(out, slice.start, slice_length(slice));
}

void sources_add(struct text *out, const struct strings *sources)
{
	struct slice folder = { NULL, NULL };

	for (size_t i = 0; i < sources->count; i++) {
		struct source source = parse(sources->items[i]);
		size_t count = count_in_row(sources, i);

		if (i)
			text_add_char(out, ' ');
		if (i == 0 || !same(source.folder, folder))
			add_slice(out, source.folder);
		add_slice(out, source.name);
		folder = source.folder;
		if (count < FEWEST)
			continue;
		i += count - 1;
		text_add(out, " to ");
		add_slice(out, parse(sources->items[i]).name);
	}
}
