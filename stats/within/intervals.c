/* SPDX-License-Identifier: GPL-3.0-or-later */
/* intervals - the samples of series within runs, gathered by run and brought into time order */
#include "stats/within/intervals.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "core/source.h"
#include "stats/methods/order.h"

static struct slice slice_of_text(const struct text *text)
{
	return (struct slice){ text->data, text->data + text->length };
}

/* What two logs say of a run are two series. */
static void make_key(struct text *key, const char *system, const char *test, const char *metric,
	double part, double run, struct slice path)
{
	text_add_format(key, "%s\n%s\n%.17g\n%s\n%.17g\n", system ? system : "", test ? test : "",
		part, metric, run);
	text_add_bytes(key, path.start, slice_length(path));
}

static void begin(struct within *within, const struct sample *sample, size_t group, size_t cell,
	struct slice path)
{
	size_t number = within->index.count - 1;

	within->items = memory_reserve_one(
		within->items, number, &within->capacity, sizeof *within->items);
	within->items[number] = (struct intervals){
		.path = slice_copy(path),
		.system = memory_copy_string(sample->system),
		.test = memory_copy_string(sample->test),
		.run = sample->run,
		.part = sample->part,
		.metric = memory_copy_string(sample->metric),
		.unit = memory_copy_string(sample->unit),
		.better = sample->better,
		.group = group,
		.cell = cell,
		.length = NAN,
	};
}

/* The same labels may be in several groups, when samples are grouped by further fields. */
static struct intervals *intervals_of(struct within *within, const struct sample *sample,
	size_t group, size_t cell, struct slice path)
{
	struct text key = TEXT_INIT;
	size_t known = within->index.count;
	size_t number;

	make_key(&key, sample->system, sample->test, sample->metric, sample->part, sample->run,
		path);
	text_add_format(&key, "\n%zu", group);
	number = index_add(&within->index, slice_of_text(&key));
	text_release(&key);
	if (number == known)
		begin(within, sample, group, cell, path);
	return &within->items[number];
}

const char *within_add(struct within *within, struct groups *groups, const struct record *record)
{
	struct sample sample;
	const char *why = sample_read(&sample, record);
	struct intervals *intervals;
	struct slice path;
	size_t group, known, line;

	if (why)
		return why;
	if (isnan(sample.time))
		return "a sample whose time is no number";
	group = groups_place(groups, record, &sample, &why);
	if (why)
		return why;
	path = source_path(sample.source, &line);
	known = within->index.count;
	intervals = intervals_of(within, &sample, group, groups_cell(groups, &sample), path);
	if (within->index.count > known)
		intervals->order = groups->arrivals++;
	intervals->resolution = fmax(intervals->resolution, sample.resolution);
	intervals->points = memory_reserve_one(intervals->points, intervals->count,
		&intervals->capacity, sizeof *intervals->points);
	intervals->points[intervals->count++] = (struct point){
		.time = sample.time,
		.value = sample.value,
		.line = line,
	};
	return NULL;
}

void within_note(struct within *within, const struct record *record)
{
	struct series series;
	struct text key = TEXT_INIT;

	if (!series_read(&series, record)) {
		const char *source = series.sources.count ? series.sources.items[0] : NULL;

		make_key(&key, series.system, series.test, series.metric, series.part, series.run,
			source_path(source, NULL));
		index_add(&within->judged, slice_of_text(&key));
	}
	series_release(&series);
	text_release(&key);
}

bool within_is_judged(const struct within *within, const struct intervals *intervals)
{
	struct text key = TEXT_INIT;
	size_t number;
	bool found;

	make_key(&key, intervals->system, intervals->test, intervals->metric, intervals->part,
		intervals->run, slice_of(intervals->path));
	found = index_find(&within->judged, slice_of_text(&key), &number);
	text_release(&key);
	return found;
}

/* By time; lines tell which of two came first in the log, values make the order certain. */
static int compare_points(const void *a, const void *b)
{
	const struct point *x = a;
	const struct point *y = b;

	if (x->time != y->time)
		return x->time < y->time ? -1 : 1;
	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	return (x->value > y->value) - (x->value < y->value);
}

static bool is_same_point(const struct point *a, const struct point *b)
{
	return a->time == b->time && a->value == b->value && a->line && a->line == b->line;
}

static size_t drop_same(struct intervals *intervals)
{
	size_t kept = 0;
	size_t dropped;

	for (size_t i = 0; i < intervals->count; i++)
		if (!kept || !is_same_point(&intervals->points[kept - 1], &intervals->points[i]))
			intervals->points[kept++] = intervals->points[i];
	dropped = intervals->count - kept;
	intervals->count = kept;
	return dropped;
}

/*
 * A second value at a time: the last interval printed again, or a summary line
 * behind it; at an earlier time, a value of something else.
 */
static void drop_doubled(struct intervals *intervals)
{
	double end = intervals->points[intervals->count - 1].time;
	size_t kept = 1;

	for (size_t i = 1; i < intervals->count; i++) {
		const struct point *point = &intervals->points[i];

		if (point->time != intervals->points[kept - 1].time)
			intervals->points[kept++] = *point;
		else if (point->time == end)
			intervals->dropped++;
		else
			intervals->doubled++;
	}
	intervals->count = kept;
}

static double *lengths_of(const struct intervals *intervals)
{
	size_t n = intervals->count - 1;
	double *lengths = memory_resize(NULL, n, sizeof *lengths);

	for (size_t i = 0; i < n; i++)
		lengths[i] = intervals->points[i + 1].time - intervals->points[i].time;
	return lengths;
}

/* Where intervals are of one length, a last one shorter by a tenth was cut off. */
static void measure(struct intervals *intervals)
{
	size_t n = intervals->count - 1;
	double *lengths, *ascending;
	bool regular;

	if (n == 0)
		return;
	lengths = lengths_of(intervals);
	ascending = sorted(lengths, n);
	intervals->length = median_of_sorted(ascending, n);
	regular = median_absolute_deviation(lengths, n, intervals->length) <=
		  intervals->length / 10;
	if (regular && n >= 2 && lengths[n - 1] < 0.9 * intervals->length) {
		intervals->count--;
		intervals->dropped++;
		n--;
	}
	for (size_t i = 0; regular && i < n; i++)
		if (lengths[i] > 1.5 * intervals->length)
			intervals->missing += (size_t)fmin(
				round(lengths[i] / intervals->length) - 1, 1e15);
	free(lengths);
	free(ascending);
}

size_t within_sort(struct within *within)
{
	size_t same = 0;

	for (size_t i = 0; i < within->index.count; i++) {
		struct intervals *intervals = &within->items[i];

		qsort(intervals->points, intervals->count, sizeof *intervals->points,
			compare_points);
		same += drop_same(intervals);
		drop_doubled(intervals);
		measure(intervals);
	}
	return same;
}

void within_release(struct within *within)
{
	for (size_t i = 0; i < within->index.count; i++) {
		free(within->items[i].path);
		free(within->items[i].system);
		free(within->items[i].test);
		free(within->items[i].metric);
		free(within->items[i].unit);
		free(within->items[i].points);
	}
	free(within->items);
	index_release(&within->index);
	index_release(&within->judged);
	*within = (struct within){ 0 };
}
