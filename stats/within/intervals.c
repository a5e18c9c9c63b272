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
	return text_slice(text);
}

/* What two logs say of a run are two series. */
static void make_key(struct text *key, const char *system, const char *test, const char *metric,
	double part, double run, struct slice path)
{
	text_add_format(key, "%s\n%s\n%.17g\n%s\n%.17g\n", system ? system : "", test ? test : "",
		part, metric, run);
	text_add_bytes(key, path.start, slice_length(path));
}

void within_init(struct within *within)
{
	*within = (struct within){ .key = TEXT_INIT };
}

/* Whose labels they are is said by the place of the first sample. */
static void begin(struct within *within, struct groups *groups, size_t place_number, double run,
	struct slice path)
{
	const struct place *place = &groups->places.items[place_number];
	size_t group = groups->placings[place_number].group;
	size_t number = within->index.count - 1;

	within->items = memory_reserve_one(
		within->items, number, &within->capacity, sizeof *within->items);
	within->items[number] = (struct intervals){
		.path = slice_copy(path),
		.system = place->system,
		.test = place->test,
		.run = run,
		.part = place->part,
		.metric = place->metric,
		.unit = place->unit,
		.better = place->better,
		.group = group,
		.cell = groups_cell(groups, place_number),
		.place = place_number,
		.order = groups->items[group].arrivals++,
	};
}

static bool is_of(const struct intervals *intervals, size_t place, double run, struct slice path)
{
	return intervals->place == place && same_number(intervals->run, run) &&
	       slice_equals(path, intervals->path);
}

/* The same labels may be in several groups, when samples are grouped by further fields. */
static size_t look_up(
	struct within *within, struct groups *groups, size_t place, double run, struct slice path)
{
	size_t known = within->index.count;
	size_t number;

	text_clear(&within->key);
	text_add_format(&within->key, "%zu\n%zu\n%.17g\n", groups->placings[place].group,
		groups_cell(groups, place), run);
	text_add_bytes(&within->key, path.start, slice_length(path));
	number = index_add(&within->index, slice_of_text(&within->key));
	if (number == known)
		begin(within, groups, place, run, path);
	return number;
}

/* Behind the last in time, it can neither be out of order nor be there already. */
static void add_point(
	struct intervals *intervals, struct spill *spill, const struct sample *sample, size_t line)
{
	struct traced *traced = &intervals->traced;

	intervals->is_disordered |= traced->values.count && !(sample->time > intervals->last_time);
	intervals->last_time = sample->time;
	intervals->resolution = fmax(intervals->resolution, sample->resolution);
	traced_add(traced, spill, &(struct trace){ .key = sample->time, .numbers = { line } },
		sample->value);
}

const char *within_add(struct within *within, struct groups *groups, const struct sample *sample,
	const struct record *record)
{
	struct slice path;
	size_t place, line;

	if (isnan(sample->time))
		return "a sample whose time is no number";
	place = groups_place(groups, sample, record);
	if (groups->placings[place].why)
		return groups->placings[place].why;
	path = source_path(sample->source, &line);
	if (within->index.count == 0 ||
		!is_of(&within->items[within->last], place, sample->run, path))
		within->last = look_up(within, groups, place, sample->run, path);
	add_point(&within->items[within->last], &groups->spill, sample, line);
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
	const struct traced_value *x = a;
	const struct traced_value *y = b;

	if (x->trace.key != y->trace.key)
		return x->trace.key < y->trace.key ? -1 : 1;
	if (x->trace.numbers[0] != y->trace.numbers[0])
		return x->trace.numbers[0] < y->trace.numbers[0] ? -1 : 1;
	return (x->value > y->value) - (x->value < y->value);
}

static bool is_same_point(
	const struct traced_value *a, const struct traced_value *b, const void *nothing)
{
	(void)nothing;
	return a->trace.key == b->trace.key && a->value == b->value && a->trace.numbers[0] &&
	       a->trace.numbers[0] == b->trace.numbers[0];
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
	regular = median_absolute_deviation(ascending, n, intervals->length) <=
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

size_t within_sort(struct within *within, struct spill *spill)
{
	size_t same = 0;

	for (size_t i = 0; i < within->index.count; i++)
		if (within->items[i].is_disordered)
			same += traced_sort(&within->items[i].traced, spill,
				&(struct traced_order){ compare_points, is_same_point, NULL });
	return same;
}

void intervals_unfold(struct intervals *intervals, const struct spill *spill)
{
	const struct numbers *values = &intervals->traced.values;
	struct trail_cursor cursor;
	struct trace trace;

	intervals->points = memory_resize(NULL, values->count, sizeof *intervals->points);
	intervals->count = values->count;
	intervals->length = NAN;
	intervals->dropped = intervals->doubled = intervals->missing = 0;
	trail_begin(&cursor, &intervals->traced.trail, spill);
	for (size_t i = 0; i < values->count; i++) {
		trail_next(&cursor, &trace);
		intervals->points[i] = (struct point){
			.time = trace.key,
			.value = values->items[i],
			.line = (size_t)trace.numbers[0],
		};
	}
	trail_end(&cursor);
	drop_doubled(intervals);
	measure(intervals);
}

void intervals_fold(struct intervals *intervals)
{
	free(intervals->points);
	intervals->points = NULL;
}

void within_release(struct within *within, struct spill *spill)
{
	for (size_t i = 0; i < within->index.count; i++) {
		free(within->items[i].path);
		traced_release(&within->items[i].traced, spill);
	}
	free(within->items);
	index_release(&within->index);
	index_release(&within->judged);
	text_release(&within->key);
	*within = (struct within){ 0 };
}
