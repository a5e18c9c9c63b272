/* SPDX-License-Identifier: GPL-3.0-or-later */
/* revise - repeats that others take the place of, and further ones */
#include "stats/within/revise.h"

#include <stdlib.h>

#include "core/memory.h"

void revision_add(struct revision *revision, const struct changed *changed)
{
	revision->items = memory_reserve_one(
		revision->items, revision->count, &revision->capacity, sizeof *revision->items);
	revision->items[revision->count++] = *changed;
}

/* Further ones come last, in the order in which they were added. */
static int compare_changed(const void *a, const void *b)
{
	const struct changed *x = a;
	const struct changed *y = b;

	if (x->at != y->at)
		return x->at < y->at ? -1 : 1;
	return (x->trace.order > y->trace.order) - (x->trace.order < y->trace.order);
}

/* Where a value comes from is replaced with it; run and arrival are those of the run. */
static void replace(struct trace *trace, const struct trace *by)
{
	struct trace replaced = *by;

	replaced.key = trace->key;
	replaced.order = trace->order;
	replaced.place = trace->place;
	*trace = replaced;
}

void revise_group(struct groups *groups, struct group *group, struct revision *revision)
{
	struct traced old = group->repeats;
	const struct changed *next = revision->items;
	const struct changed *end = next + revision->count;
	struct trail_cursor cursor;
	struct trace trace;

	if (revision->count == 0)
		return;
	qsort(revision->items, revision->count, sizeof *revision->items, compare_changed);
	groups_empty(group);
	trail_begin(&cursor, &old.trail, &groups->spill);
	for (size_t i = 0; i < old.values.count; i++) {
		double value = old.values.items[i];

		trail_next(&cursor, &trace);
		if (next < end && next->at == i) {
			replace(&trace, &next->trace);
			value = next++->value;
		}
		groups_add_repeat(groups, group, &trace, value);
	}
	trail_end(&cursor);
	for (; next < end; next++)
		groups_add_repeat(groups, group, &next->trace, next->value);
	traced_release(&old, &groups->spill);
}

void revision_release(struct revision *revision)
{
	free(revision->items);
}
