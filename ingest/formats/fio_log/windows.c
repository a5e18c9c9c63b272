/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fio_log/windows - what a run came to in equal windows of its time */
#include "ingest/formats/fio_log/windows.h"

#include <stdlib.h>
#include <string.h>

#include "core/memory.h"

enum { HALF = WINDOWS_COUNT / 2 };

void windows_init(struct windows *windows, int64_t origin)
{
	*windows = (struct windows){
		.origin = origin,
		.width = WINDOWS_FIRST_WIDTH,
		.items = memory_allocate(WINDOWS_COUNT, sizeof(struct window)),
	};
}

void windows_release(struct windows *windows)
{
	free(windows->items);
	*windows = (struct windows){ 0 };
}

static struct window joined(const struct window *a, const struct window *b)
{
	if (a->weight == 0)
		return *b;
	if (b->weight == 0)
		return *a;
	return (struct window){
		.sum = a->sum + b->sum,
		.weight = a->weight + b->weight,
		.last = a->last > b->last ? a->last : b->last,
		.line = a->line < b->line ? a->line : b->line,
	};
}

/* Makes the windows twice as wide, with as many empty ones behind them. */
static void widen_behind(struct windows *windows)
{
	for (size_t i = 0; i < HALF; i++)
		windows->items[i] = joined(&windows->items[2 * i], &windows->items[2 * i + 1]);
	memset(windows->items + HALF, 0, HALF * sizeof *windows->items);
	windows->width *= 2;
}

/* The same with the empty ones before them. */
static void widen_before(struct windows *windows)
{
	widen_behind(windows);
	memcpy(windows->items + HALF, windows->items, HALF * sizeof *windows->items);
	memset(windows->items, 0, HALF * sizeof *windows->items);
	windows->origin -= HALF * windows->width;
}

size_t windows_find(struct windows *windows, int64_t time)
{
	while (time < windows->origin)
		widen_before(windows);
	while (time - windows->origin >= WINDOWS_COUNT * windows->width)
		widen_behind(windows);
	return (size_t)((time - windows->origin) / windows->width);
}

int64_t windows_start(const struct windows *windows, size_t window)
{
	return windows->origin + (int64_t)window * windows->width;
}

void windows_add(struct windows *windows, int64_t time, double sum, double weight, size_t line)
{
	struct window more = { .sum = sum, .weight = weight, .last = time, .line = line };
	struct window *window = &windows->items[windows_find(windows, time)];

	*window = joined(window, &more);
}
