/* SPDX-License-Identifier: GPL-3.0-or-later */
/* groups_sort - repeats in run order */
#include <math.h>
#include <string.h>

#include "stats/repeats/groups.h"

static int compare_repeats(const void *a, const void *b)
{
	const struct traced_value *x = a;
	const struct traced_value *y = b;

	if (x->trace.key < y->trace.key || x->trace.key > y->trace.key)
		return x->trace.key < y->trace.key ? -1 : 1;
	return x->trace.order < y->trace.order ? -1 : 1;
}

static int compare_orders(const void *a, const void *b)
{
	const struct traced_value *x = a;
	const struct traced_value *y = b;

	return x->trace.order < y->trace.order ? -1 : 1;
}

/* A text may be one of two patterns, when zeros led in one of them. */
static bool is_same_source(
	const struct groups *groups, const struct trace *a, const struct trace *b)
{
	const struct pattern *pattern = &groups->forms.items[a->form].pattern;
	const struct pattern *other = &groups->forms.items[b->form].pattern;
	struct text text = TEXT_INIT;
	uint64_t numbers[PATTERN_NUMBERS];
	bool fits;

	if (!pattern->text || !other->text)
		return false;
	if (strcmp(pattern->text, other->text) == 0)
		return memcmp(a->numbers, b->numbers, sizeof a->numbers) == 0;
	pattern_add_text(other, b->numbers, &text);
	fits = pattern_fits(pattern, text.data, numbers) &&
	       memcmp(a->numbers, numbers, sizeof numbers) == 0;
	text_release(&text);
	return fits;
}

struct sorting {
	const struct groups *groups;
	size_t *same_runs;
};

/* Also counts those of one run that are not the same. */
static bool is_same_repeat(
	const struct traced_value *a, const struct traced_value *b, const void *context)
{
	const struct sorting *sorting = context;

	if (a->trace.key != b->trace.key)
		return false;
	if (a->value == b->value && is_same_source(sorting->groups, &a->trace, &b->trace))
		return true;
	++*sorting->same_runs;
	return false;
}

/* What was dropped may have been the coarsest. */
static void find_coarsest(const struct groups *groups, struct group *group)
{
	struct trail_cursor cursor;
	struct trace trace;

	group->coarsest = 0;
	repeats_begin(&cursor, groups, group);
	for (size_t i = 0; i < group->repeats.values.count; i++) {
		repeats_next(&cursor, groups, &trace);
		group->coarsest = fmax(group->coarsest, trace.resolution);
	}
	trail_end(&cursor);
}

static size_t sort_by_run(struct groups *groups, struct group *group)
{
	const struct sorting sorting = { groups, &group->same_runs };
	size_t dropped;

	group->same_runs = 0;
	dropped = traced_sort(&group->repeats, &groups->spill,
		&(struct traced_order){ compare_repeats, is_same_repeat, &sorting });
	if (dropped)
		find_coarsest(groups, group);
	group->has_left_runs = false;
	group->has_left_orders = true;
	return dropped;
}

static void sort_by_arrival(struct groups *groups, struct group *group)
{
	traced_sort(&group->repeats, &groups->spill,
		&(struct traced_order){ .compare = compare_orders });
	group->has_left_orders = false;
}

/* Run numbers give an order only where every repeat has one. */
size_t groups_sort(struct groups *groups)
{
	size_t dropped = 0;

	for (size_t i = 0; i < groups->index.count; i++) {
		struct group *group = &groups->items[i];

		if (group->lacks_runs && group->has_left_orders)
			sort_by_arrival(groups, group);
		else if (!group->lacks_runs && group->has_left_runs)
			dropped += sort_by_run(groups, group);
	}
	return dropped;
}
