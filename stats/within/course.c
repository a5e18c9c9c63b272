/* SPDX-License-Identifier: GPL-3.0-or-later */
/* course - how one run went: its verdict, its record, and whether its mean can stand for it */
#include "stats/within/course.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "stats/methods/moments.h"

static double *values_of(const struct intervals *intervals)
{
	double *values = memory_resize(NULL, intervals->count, sizeof *values);

	for (size_t i = 0; i < intervals->count; i++)
		values[i] = intervals->points[i].value;
	return values;
}

/* What is not as a series should be: never steady then, and its mean is not the run's. */
static void judge_wholeness(struct run_course *course, const struct intervals *intervals)
{
	course->is_whole = !intervals->doubled && !intervals->missing;
	if (!course->is_whole && course->found.verdict == STEADY)
		course->found.verdict = STEADY_UNDECIDED;
	if (intervals->doubled)
		text_add_format(&course->reasons,
			"%zu further values at times that have one: several streams, left out\n",
			intervals->doubled);
	if (intervals->missing)
		text_add_format(
			&course->reasons, "about %zu intervals are missing\n", intervals->missing);
	if (intervals->dropped)
		text_add_format(&course->reasons, "%zu left out at the end, partial or repeated\n",
			intervals->dropped);
}

static size_t count_zero(const struct intervals *intervals)
{
	size_t count = 0;

	for (size_t i = 0; i < intervals->count; i++)
		count += intervals->points[i].value == 0;
	return count;
}

void run_course_judge(struct run_course *course, const struct intervals *intervals, double tau)
{
	double *values = values_of(intervals);
	size_t zero = count_zero(intervals);

	*course = (struct run_course){ .reasons = TEXT_INIT };
	course->found = judge_series(
		&(struct course){
			.values = values,
			.n = intervals->count,
			.interval = intervals->length,
			.tau = tau,
			.better = intervals->better,
		},
		&course->reasons);
	course->whole_mean = mean(values, intervals->count);
	free(values);
	if (zero && 2 * zero < intervals->count)
		text_add_format(
			&course->reasons, "%zu of %zu intervals are 0\n", zero, intervals->count);
	judge_wholeness(course, intervals);
}

static double finite_or_nan(double value)
{
	return isfinite(value) ? value : NAN;
}

static void add_source(
	struct strings *sources, const struct intervals *intervals, const struct point *point)
{
	struct text text = TEXT_INIT;

	if (!*intervals->path)
		return;
	text_add(&text, intervals->path);
	if (point->line)
		text_add_format(&text, ":%zu", point->line);
	strings_add(sources, text_detach(&text));
}

static void fill_range(struct series *series, const struct intervals *intervals)
{
	series->min = series->max = intervals->points[series->cut].value;
	for (size_t i = series->cut; i < intervals->count; i++) {
		series->min = fmin(series->min, intervals->points[i].value);
		series->max = fmax(series->max, intervals->points[i].value);
	}
}

static void fill_found(struct series *series, const struct steadiness_found *found)
{
	series->cut = found->cut;
	series->mean = found->mean;
	series->sd = finite_or_nan(found->sd);
	series->ci[0] = finite_or_nan(found->ci.low);
	series->ci[1] = finite_or_nan(found->ci.high);
	series->effective_n = finite_or_nan(found->effective_n);
	series->r = finite_or_nan(found->r);
	series->verdict = steadiness_name(found->verdict);
}

void run_course_write(const struct run_course *course, const struct intervals *intervals,
	double tau, struct text *out)
{
	struct series series = {
		.system = intervals->system,
		.test = intervals->test,
		.run = intervals->run,
		.part = intervals->part,
		.metric = intervals->metric,
		.unit = intervals->unit,
		.better = intervals->better,
		.n = intervals->count,
		.interval = finite_or_nan(intervals->length),
		.dropped = intervals->dropped + intervals->doubled,
		.zero = count_zero(intervals),
		.cut_time = NAN,
		.whole_mean = course->whole_mean,
		.tau = tau,
	};
	char *reasons = memory_copy_string(course->reasons.data);
	char *rest = reasons;

	fill_found(&series, &course->found);
	fill_range(&series, intervals);
	if (series.cut)
		series.cut_time = intervals->points[series.cut - 1].time;
	for (char *line = strsep(&rest, "\n"); line; line = strsep(&rest, "\n"))
		if (*line)
			strings_add(&series.reasons, line);
	add_source(&series.sources, intervals, &intervals->points[0]);
	add_source(&series.sources, intervals, &intervals->points[intervals->count - 1]);
	series_write(out, &series);
	for (size_t i = 0; i < series.sources.count; i++)
		free((char *)series.sources.items[i]);
	series_release(&series);
	free(reasons);
}

void run_course_release(struct run_course *course)
{
	text_release(&course->reasons);
}
