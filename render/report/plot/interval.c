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

/* The panel's intervals, run after run, each in time order. */
struct intervals {
	const struct sample **items;
	size_t count;
	size_t capacity;
};

static int compare(double x, double y)
{
	return (x > y) - (x < y);
}

/* A sample that does not say its run is of one before all others. */
static double run_of(const struct sample *sample)
{
	return isnan(sample->run) ? -INFINITY : sample->run;
}

static int compare_samples(const void *a, const void *b)
{
	const struct sample *x = *(const struct sample *const *)a;
	const struct sample *y = *(const struct sample *const *)b;
	int order = compare(run_of(x), run_of(y));

	return order ? order : compare(x->time, y->time);
}

static void gather(struct intervals *intervals, const struct panel *panel, const struct book *book)
{
	for (size_t i = 0; i < book->interval_count; i++) {
		if (!panel_shows_interval(panel, &book->intervals[i]))
			continue;
		intervals->items = memory_reserve_one(intervals->items, intervals->count,
			&intervals->capacity, sizeof *intervals->items);
		intervals->items[intervals->count++] = &book->intervals[i];
	}
	if (intervals->count)
		qsort(intervals->items, intervals->count, sizeof *intervals->items,
			compare_samples);
}

/* Where the run that begins at a place ends. */
static size_t end_of_run(const struct intervals *intervals, size_t start)
{
	size_t end = start;

	while (end < intervals->count &&
		run_of(intervals->items[end]) == run_of(intervals->items[start]))
		end++;
	return end;
}

static size_t count_runs(const struct intervals *intervals)
{
	size_t count = 0;

	for (size_t start = 0; start < intervals->count; start = end_of_run(intervals, start))
		count++;
	return count;
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
static void add_run(struct curves *curves, const struct sample *const *samples, size_t count,
	double cut, double factor, size_t system)
{
	size_t step = (count + MOST_POINTS - 1) / MOST_POINTS;

	for (size_t i = 0; i < count; i += step) {
		size_t together = count - i < step ? count - i : step;
		double time = samples[i + together - 1]->time;
		double sum = 0;

		for (size_t k = 0; k < together; k++)
			sum += samples[i + k]->value / factor;
		curves_add(curves, time, sum / (double)together, system, time <= cut);
	}
	curves_break(curves);
}

static void add_head(struct curves *curves, const struct panel *panel, size_t runs)
{
	struct text some = TEXT_INIT;

	if (runs > MOST_RUNS)
		text_add_format(&some, "the first %d of %zu runs", MOST_RUNS, runs);
	curves_add_head(curves, panel->system, some.data);
	text_release(&some);
}

static void fill(struct curves *curves, const struct panel *panel, const struct book *book)
{
	struct intervals intervals = { 0 };
	size_t start = 0;

	gather(&intervals, panel, book);
	add_head(curves, panel, count_runs(&intervals));
	for (size_t run = 0; run < MOST_RUNS && start < intervals.count; run++) {
		size_t end = end_of_run(&intervals, start);

		add_run(curves, intervals.items + start, end - start,
			cut_of(panel, book, intervals.items[start]->run), panel_factor(panel),
			system_place(book, panel->system));
		start = end;
	}
	free(intervals.items);
}

const struct curve_kind series_curves = {
	.fill = fill,
	.across = "s since the run began",
	.height = 1,
	.columns = 2,
};
