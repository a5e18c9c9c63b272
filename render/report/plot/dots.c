/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dots - the values of a summary, one by one */
#include "render/report/plot/dots.h"

#include <stdlib.h>
#include <string.h>

#include "core/memory.h"

bool summary_has_mark(const struct summary *summary, const char *mark)
{
	for (size_t i = 0; i < summary->marks.count; i++)
		if (strcmp(summary->marks.items[i], mark) == 0)
			return true;
	return false;
}

static void add(struct dots *dots, size_t *place, const struct numbers *values, bool is_hollow)
{
	size_t step = (dots->total + MOST_DOTS - 1) / MOST_DOTS;

	for (size_t i = 0; i < values->count; i++, ++*place)
		if (*place % step == 0)
			dots->items[dots->count++] = (struct dot){ *place, values->items[i],
				is_hollow };
}

void dots_init(struct dots *dots, const struct summary *summary)
{
	size_t place = 0;

	*dots = (struct dots){ 0 };
	if (!summary)
		return;
	dots->total = summary->first.count + summary->cached.count + summary->values.count;
	dots->items = memory_allocate(dots->total, sizeof *dots->items);
	add(dots, &place, &summary->first, true);
	add(dots, &place, &summary->cached, true);
	add(dots, &place, &summary->values, summary_has_mark(summary, MARK_CACHED));
}

void dots_release(struct dots *dots)
{
	free(dots->items);
	*dots = (struct dots){ 0 };
}
