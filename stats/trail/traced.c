/* SPDX-License-Identifier: GPL-3.0-or-later */
/* traced - values with a trail beside them, and how they are brought into another order */
#include "stats/trail/traced.h"

#include <stdlib.h>

#include "core/memory.h"

void traced_add(struct traced *traced, struct spill *spill, const struct trace *trace, double value)
{
	numbers_add(&traced->values, value);
	trail_add(&traced->trail, spill, trace);
}

void traced_release(struct traced *traced, struct spill *spill)
{
	free(traced->values.items);
	trail_release(&traced->trail, spill);
	traced->values = (struct numbers){ 0 };
}

/* A part of the values that is in order, read from its beginning on. */
struct run {
	struct trail trail;
	struct trail_cursor cursor;
	const double *next; /* values behind that of first */
	const double *end;
	struct traced_value first;
};

/* Parts to be merged, and those of them that are not over as a heap by their first values. */
struct runs {
	struct run *items;
	size_t count;
	struct run **heap;
	size_t left;
	const struct traced_order *order;
	struct spill *spill;
};

/* False when there is no further value: the part is over. */
static bool take_next(struct run *run)
{
	if (run->next == run->end)
		return false;
	trail_next(&run->cursor, &run->first.trace);
	run->first.value = *run->next++;
	return true;
}

static bool is_before(const struct runs *runs, const struct run *a, const struct run *b)
{
	return runs->order->compare(&a->first, &b->first) < 0;
}

static void sink(struct runs *runs, size_t at)
{
	struct run **heap = runs->heap;
	struct run *moved = heap[at];

	for (size_t child = 2 * at + 1; child < runs->left; child = 2 * at + 1) {
		if (child + 1 < runs->left && is_before(runs, heap[child + 1], heap[child]))
			child++;
		if (!is_before(runs, heap[child], moved))
			break;
		heap[at] = heap[child];
		at = child;
	}
	heap[at] = moved;
}

/* Appends a value unless it is the same as that before it. */
struct appending {
	struct traced *traced;
	struct spill *spill;
	const struct traced_order *order;
	struct traced_value before;
	size_t dropped;
};

static void append(struct appending *to, const struct traced_value *value)
{
	if (to->traced->values.count && to->order->is_same &&
		to->order->is_same(&to->before, value, to->order->context)) {
		to->dropped++;
		return;
	}
	traced_add(to->traced, to->spill, &value->trace, value->value);
	to->before = *value;
}

/* The next values, in order. */
static size_t take_sorted(struct traced_value *batch, struct trail_cursor *cursor,
	const double *values, size_t left, const struct traced_order *order)
{
	size_t count = left < SORT_AT_ONCE ? left : SORT_AT_ONCE;

	for (size_t i = 0; i < count; i++) {
		trail_next(cursor, &batch[i].trace);
		batch[i].value = values[i];
	}
	qsort(batch, count, sizeof *batch, order->compare);
	return count;
}

/* Sorts part by part: values where they are, each part with a trail of its own. */
static void make_runs(struct runs *runs, struct traced *traced, struct traced_value *batch)
{
	size_t total = traced->values.count;
	struct trail_cursor cursor;

	runs->items = memory_allocate(total / SORT_AT_ONCE + 1, sizeof *runs->items);
	trail_begin(&cursor, &traced->trail, runs->spill);
	for (size_t done = 0; done < total;) {
		double *values = traced->values.items + done;
		struct run *run = &runs->items[runs->count++];
		size_t count = take_sorted(batch, &cursor, values, total - done, runs->order);

		for (size_t i = 0; i < count; i++) {
			values[i] = batch[i].value;
			trail_add(&run->trail, runs->spill, &batch[i].trace);
		}
		run->next = values;
		run->end = values + count;
		done += count;
	}
	trail_end(&cursor);
}

static void begin_heap(struct runs *runs)
{
	runs->heap = memory_allocate(runs->count, sizeof(struct run *));
	runs->left = runs->count;
	for (size_t i = 0; i < runs->count; i++) {
		trail_begin(&runs->items[i].cursor, &runs->items[i].trail, runs->spill);
		take_next(&runs->items[i]);
		runs->heap[i] = &runs->items[i];
	}
	for (size_t i = runs->count / 2; i-- > 0;)
		sink(runs, i);
}

static void merge_runs(struct runs *runs, struct appending *to)
{
	begin_heap(runs);
	while (runs->left) {
		append(to, &runs->heap[0]->first);
		if (!take_next(runs->heap[0]))
			runs->heap[0] = runs->heap[--runs->left];
		if (runs->left)
			sink(runs, 0);
	}
	for (size_t i = 0; i < runs->count; i++) {
		trail_end(&runs->items[i].cursor);
		trail_release(&runs->items[i].trail, runs->spill);
	}
	free(runs->heap);
	free(runs->items);
}

static void sort_at_once(struct traced *traced, struct traced_value *batch, struct appending *to)
{
	struct trail_cursor cursor;
	size_t count;

	trail_begin(&cursor, &traced->trail, to->spill);
	count = take_sorted(batch, &cursor, traced->values.items, traced->values.count, to->order);
	trail_end(&cursor);
	for (size_t i = 0; i < count; i++)
		append(to, &batch[i]);
}

size_t traced_sort(struct traced *traced, struct spill *spill, const struct traced_order *order)
{
	size_t count = traced->values.count;
	size_t batch_size = count < SORT_AT_ONCE ? count : SORT_AT_ONCE;
	struct traced_value *batch = memory_resize(NULL, batch_size, sizeof *batch);
	struct runs runs = { .order = order, .spill = spill };
	struct traced sorted = { 0 };
	struct appending to = { .traced = &sorted, .spill = spill, .order = order };

	if (count <= SORT_AT_ONCE) {
		sort_at_once(traced, batch, &to);
	} else {
		make_runs(&runs, traced, batch);
		trail_release(&traced->trail, spill);
		merge_runs(&runs, &to);
	}
	free(batch);
	traced_release(traced, spill);
	*traced = sorted;
	return to.dropped;
}
