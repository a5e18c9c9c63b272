/* SPDX-License-Identifier: GPL-3.0-or-later */
/* courses - how the runs of a report went within, from their series records */
#include "render/report/courses.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"

static const char *const verdict_names[] = {
	[COURSE_STEADY] = "Steady",
	[COURSE_UNDECIDED] = "Steady?",
	[COURSE_NOT_STEADY] = "Not steady",
	[COURSE_TOO_SHORT] = "Too short",
};

/* COURSE_VERDICT_COUNT for one not known here. */
static enum course_verdict verdict_of(const struct series *series)
{
	int verdict = 0;

	while (verdict < COURSE_VERDICT_COUNT &&
		strcmp(verdict_names[verdict], series->verdict) != 0)
		verdict++;
	return (enum course_verdict)verdict;
}

static const char *name_or_none(const char *name)
{
	return name ? name : BOOK_NO_NAME;
}

static size_t place_of(const struct strings *names, const char *name)
{
	size_t place = 0;

	while (place < names->count && strcmp(names->items[place], name) != 0)
		place++;
	return place;
}

static struct course *course_of(
	struct courses *courses, const struct book *book, const struct series *series)
{
	struct text key = TEXT_INIT;
	size_t known = courses->index.count;
	size_t number;

	text_add_format(&key, "%s\n%s\n%s\n%.17g", name_or_none(series->system),
		name_or_none(series->test), series->metric, series->part);
	number = index_add(&courses->index, text_slice(&key));
	text_release(&key);
	if (number == known) {
		courses->items = memory_reserve_one(
			courses->items, known, &courses->capacity, sizeof *courses->items);
		courses->items[known] = (struct course){
			.worst = series,
			.test = place_of(&book->tests, name_or_none(series->test)),
			.system = place_of(&book->systems, name_or_none(series->system)),
			.order = known,
		};
	}
	return &courses->items[number];
}

/* Too short is not worse than steady: nothing was seen. */
static int badness(enum course_verdict verdict)
{
	return verdict == COURSE_TOO_SHORT ? 0 : (int)verdict;
}

static int compare(const void *a, const void *b)
{
	const struct course *x = a;
	const struct course *y = b;

	if (x->test != y->test)
		return x->test < y->test ? -1 : 1;
	if (x->system != y->system)
		return x->system < y->system ? -1 : 1;
	return x->order < y->order ? -1 : 1;
}

void courses_count(struct courses *courses, const struct book *book)
{
	*courses = (struct courses){ .total = book->series_count };
	for (size_t i = 0; i < book->series_count; i++) {
		const struct series *series = &book->series[i];
		enum course_verdict verdict = verdict_of(series);
		struct course *course = course_of(courses, book, series);

		if (verdict == COURSE_VERDICT_COUNT)
			continue;
		courses->counts[verdict]++;
		course->counts[verdict]++;
		if (badness(verdict) > badness(verdict_of(course->worst)))
			course->worst = series;
	}
	if (courses->index.count)
		qsort(courses->items, courses->index.count, sizeof *courses->items, compare);
}

static void add_heads(struct grid *grid)
{
	grid_add_column(grid, "System", GRID_NAME);
	grid_add_column(grid, "Series", GRID_NAME);
	for (int verdict = 0; verdict < COURSE_VERDICT_COUNT; verdict++)
		grid_add_column(grid, verdict_names[verdict], GRID_NUMBER);
	grid_add_column(grid, "Seen", GRID_TEXT);
}

/* "run 3: step: -30 % ..." */
static void add_seen(struct grid *grid, const struct series *series)
{
	struct text seen = TEXT_INIT;

	if (!isnan(series->run))
		text_add_format(&seen, "run %g: ", series->run);
	for (size_t i = 0; i < series->reasons.count; i++)
		text_add_format(&seen, "%s%s", i ? "; " : "", series->reasons.items[i]);
	grid_add_cell(grid, seen.data);
	text_release(&seen);
}

static void add_row(struct grid *grid, const struct course *course)
{
	const struct series *series = course->worst;

	grid_add_cell(grid, name_or_none(series->system));
	if (isnan(series->part))
		grid_add_cell_format(grid, "%s: %s", name_or_none(series->test), series->metric);
	else
		grid_add_cell_format(grid, "%s: %s #%g", name_or_none(series->test), series->metric,
			series->part);
	for (int verdict = 0; verdict < COURSE_VERDICT_COUNT; verdict++)
		if (course->counts[verdict])
			grid_add_number(grid, (double)course->counts[verdict], 6);
		else
			grid_add_cell(grid, NULL);
	add_seen(grid, series);
}

/* A job's series is shown with the whole that its metric is of. */
static bool is_shown(
	const struct series *series, const struct book *book, const struct tables *tables)
{
	const struct summary *summary = book_summary(book, name_or_none(series->system),
		name_or_none(series->test), series->metric, NAN);

	return summary && summary->metric && tables_show(tables, summary);
}

void courses_fill(struct grid *grid, const struct courses *courses, const struct book *book,
	const struct tables *tables)
{
	add_heads(grid);
	for (size_t i = 0; i < courses->index.count; i++) {
		const struct course *course = &courses->items[i];

		if (badness(verdict_of(course->worst)) > 0 && is_shown(course->worst, book, tables))
			add_row(grid, course);
	}
}

void courses_release(struct courses *courses)
{
	index_release(&courses->index);
	free(courses->items);
	*courses = (struct courses){ 0 };
}
