/* SPDX-License-Identifier: GPL-3.0-or-later */
/* groups_sort - repeats in run order */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "stats/repeats/groups.h"

static int compare_repeats(const void *a, const void *b)
{
	const struct repeat *x = a;
	const struct repeat *y = b;

	if (x->run < y->run || x->run > y->run)
		return x->run < y->run ? -1 : 1;
	return x->order < y->order ? -1 : 1;
}

static int compare_orders(const void *a, const void *b)
{
	const struct repeat *x = a;
	const struct repeat *y = b;

	return x->order < y->order ? -1 : 1;
}

/* Run numbers give an order only where every repeat has one. */
static bool has_runs(const struct group *group)
{
	for (size_t i = 0; i < group->count; i++)
		if (isnan(group->repeats[i].run))
			return false;
	return true;
}

static bool is_same_repeat(const struct repeat *a, const struct repeat *b)
{
	return a->run == b->run && a->value == b->value && a->source && b->source &&
	       strcmp(a->source, b->source) == 0;
}

/* In run order the same repeat stands beside itself. */
static size_t drop_repeated(struct group *group)
{
	size_t kept = 0;
	size_t dropped;

	for (size_t i = 0; i < group->count; i++) {
		if (kept && is_same_repeat(&group->repeats[kept - 1], &group->repeats[i]))
			repeat_release(&group->repeats[i]);
		else
			group->repeats[kept++] = group->repeats[i];
	}
	dropped = group->count - kept;
	group->count = kept;
	return dropped;
}

size_t groups_sort(struct groups *groups)
{
	size_t dropped = 0;

	for (size_t i = 0; i < groups->index.count; i++) {
		struct group *group = &groups->items[i];

		if (group->count == 0)
			continue;
		if (!has_runs(group)) {
			qsort(group->repeats, group->count, sizeof *group->repeats, compare_orders);
			continue;
		}
		qsort(group->repeats, group->count, sizeof *group->repeats, compare_repeats);
		dropped += drop_repeated(group);
	}
	return dropped;
}
