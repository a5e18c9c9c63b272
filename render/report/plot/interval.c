/* SPDX-License-Identifier: GPL-3.0-or-later */
/* interval - curves of what one system's runs measured from interval to interval */
#include "render/report/plot/curves.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"

enum {
	MOST_RUNS = 5,     /* lines of a panel */
	MOST_POINTS = 300, /* of a line; more are drawn as means of as many each */
};

struct run {
	double number;
	const struct sample **samples; /* in time order */
	size_t count;
	size_t capacity;
};

struct runs {
	struct run *items;
	size_t count;
	size_t capacity;
};

static struct run *find_run(struct runs *runs, double number)
{
	for (size_t i = 0; i < runs->count; i++)
		if (runs->items[i].number == number)
			return &runs->items[i];
	runs->items = memory_reserve_one(
		runs->items, runs->count, &runs->capacity, sizeof *runs->items);
	runs->items[runs->count] = (struct run){ .number = number };
	return &runs->items[runs->count++];
}

static int compare_times(const void *a, const void *b)
{
	double x = (*(const struct sample *const *)a)->time;
	double y = (*(const struct sample *const *)b)->time;

	return (x > y) - (x < y);
}

static int compare_numbers(const void *a, const void *b)
{
	double x = ((const struct run *)a)->number;
	double y = ((const struct run *)b)->number;

	return (x > y) - (x < y);
}

static void gather(struct runs *runs, const struct panel *panel, const struct book *book)
{
	for (size_t i = 0; i < book->interval_count; i++) {
		const struct sample *sample = &book->intervals[i];
		struct run *run;

		if (!panel_shows_interval(panel, sample))
			continue;
		run = find_run(runs, sample->run);
		run->samples = memory_reserve_one(
			run->samples, run->count, &run->capacity, sizeof *run->samples);
		run->samples[run->count++] = sample;
	}
	for (size_t i = 0; i < runs->count; i++)
		qsort(runs->items[i].samples, runs->items[i].count, sizeof *runs->items[i].samples,
			compare_times);
	if (runs->count)
		qsort(runs->items, runs->count, sizeof *runs->items, compare_numbers);
}

/* When the part of a run ended that its value leaves out; NaN: there is none. */
static double cut_of(const struct panel *panel, const struct book *book, double run)
{
	for (size_t i = 0; i < book->series_count; i++) {
		const struct series *series = &book->series[i];

		if (same_label(series->system, panel->system) &&
			same_label(series->test, panel->test) &&
			same_label(series->metric, panel->metric) && series->run == run)
			return series->cut_time;
	}
	return NAN;
}

/* A point for as many intervals as a line must put together. */
static void add_run(
	struct curves *curves, const struct run *run, double cut, double factor, size_t system)
{
	size_t step = (run->count + MOST_POINTS - 1) / MOST_POINTS;

	for (size_t i = 0; i < run->count; i += step) {
		size_t count = run->count - i < step ? run->count - i : step;
		double sum = 0;
		double time = run->samples[i + count - 1]->time;

		for (size_t k = 0; k < count; k++)
			sum += run->samples[i + k]->value / factor;
		curves_add(curves, time, sum / (double)count, system, time <= cut);
	}
	curves_break(curves);
}

static void fill(struct curves *curves, const struct panel *panel, const struct book *book)
{
	struct runs runs = { 0 };
	struct text some = TEXT_INIT;
	size_t shown;

	gather(&runs, panel, book);
	shown = runs.count < MOST_RUNS ? runs.count : MOST_RUNS;
	if (shown < runs.count)
		text_add_format(&some, "the first %zu of %zu runs", shown, runs.count);
	curves_add_head(curves, panel->system, some.data);
	for (size_t i = 0; i < shown; i++)
		add_run(curves, &runs.items[i], cut_of(panel, book, runs.items[i].number),
			panel_factor(panel), system_place(book, panel->system));
	for (size_t i = 0; i < runs.count; i++)
		free(runs.items[i].samples);
	free(runs.items);
	text_release(&some);
}

const struct curve_kind series_curves = {
	.fill = fill,
	.across = "s since the run began",
	.height = 1,
	.columns = 2,
};
