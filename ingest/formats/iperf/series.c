/* SPDX-License-Identifier: GPL-3.0-or-later */
/* iperf/series - the intervals of a result, in memory that does not grow */
#include "ingest/formats/iperf/series.h"

#include <math.h>
#include <stdlib.h>

#include "core/memory.h"
#include "core/text.h"

static void add_reading(struct reading *sum, struct reading reading, double weight)
{
	sum->value += weight * reading.value;
	sum->resolution += weight * reading.resolution;
}

/* NaN is none. */
static void add_count(double *sum, double count)
{
	if (!isnan(count))
		*sum = isnan(*sum) ? count : *sum + count;
}

/* The means of a point are kept times its seconds, once points are joined: so points add up. */
static void weigh(struct iperf_row *row, double weight)
{
	row->rate = reading_scaled(row->rate, weight);
	row->jitter = reading_scaled(row->jitter, weight);
}

/* Makes a point that of the intervals behind it, too, whose means have a weight of their own. */
static void join(struct iperf_row *point, const struct iperf_row *next, double weight)
{
	add_reading(&point->rate, next->rate, weight);
	add_reading(&point->jitter, next->jitter, weight);
	add_reading(&point->bytes, next->bytes, 1);
	point->end = next->end;
	point->seconds.value += next->seconds.value;
	point->seconds.resolution = next->seconds.resolution;
	add_count(&point->lost, next->lost);
	add_count(&point->datagrams, next->datagrams);
	add_count(&point->retransmits.value, next->retransmits.value);
}

static void join_pairs(struct iperf_series *series)
{
	struct iperf_row *points = series->points;

	if (series->doublings == 0)
		for (size_t i = 0; i < series->count; i++)
			weigh(&points[i], points[i].seconds.value);
	series->count /= 2;
	series->doublings++;
	for (size_t i = 0; i < series->count; i++) {
		points[i] = points[2 * i];
		join(&points[i], &points[2 * i + 1], 1);
	}
}

/* Running mean and squares: Welford 1962. */
static inline void spread_add(struct iperf_spread *spread, struct reading reading, size_t line)
{
	double from_mean = reading.value - spread->mean;

	spread->mean += from_mean / (double)++spread->count;
	spread->squares += from_mean * (reading.value - spread->mean);
	if (spread->count == 1 || reading.value < spread->minimum.reading.value)
		spread->minimum = (struct iperf_extreme){ reading, line };
	if (spread->count == 1 || reading.value > spread->maximum.reading.value)
		spread->maximum = (struct iperf_extreme){ reading, line };
}

static void add_point(struct iperf_series *series, const struct iperf_row *row)
{
	if (series->count == IPERF_SERIES_LIMIT)
		join_pairs(series);
	series->points = memory_reserve_one(
		series->points, series->count, &series->capacity, sizeof *series->points);
	series->points[series->count] = *row;
	if (series->doublings)
		weigh(&series->points[series->count], row->seconds.value);
	series->count++;
	series->filled = 1;
}

static void add_to_spreads(struct iperf_series *series, const struct iperf_row *row)
{
	spread_add(&series->spreads[IPERF_THROUGHPUT], iperf_row_rate(row), row->line);
	if (!iperf_row_has_quality(row))
		return;
	for (enum iperf_figure figure = IPERF_THROUGHPUT + 1; figure < IPERF_FIGURES; figure++) {
		struct reading reading = iperf_row_figure(row, figure);

		if (!isnan(reading.value))
			spread_add(&series->spreads[figure], reading, row->line);
	}
}

void iperf_series_add(struct iperf_series *series, const struct iperf_row *row)
{
	if (row->seconds.value <= 0)
		return;
	series->intervals++;
	add_to_spreads(series, row);
	if (series->count && series->filled < (size_t)1 << series->doublings) {
		join(&series->points[series->count - 1], row, row->seconds.value);
		series->filled++;
	} else {
		add_point(series, row);
	}
}

static struct reading divided(struct reading reading, double divisor)
{
	return (struct reading){ reading.value / divisor, reading.resolution / divisor };
}

struct iperf_row iperf_series_point(const struct iperf_series *series, size_t point)
{
	struct iperf_row row = series->points[point];

	if (series->doublings) {
		row.rate = divided(row.rate, row.seconds.value);
		row.jitter = divided(row.jitter, row.seconds.value);
	}
	return row;
}

/* A further metric of a figure's, such as "throughput.interval.sd". */
static void report_statistic(struct metric metric, const char *statistic, const char *prefix,
	struct iperf_extreme value, struct sink *sink)
{
	struct text name = TEXT_INIT;

	text_add_format(&name, "%s.interval.%s", metric.name, statistic);
	metric.name = name.data;
	sink_add(sink, &(struct measurement){
			       .metric = &metric,
			       .prefix = prefix,
			       .reading = value.reading,
			       .line = value.line,
		       });
	text_release(&name);
}

static void report_spread(struct metric metric, const struct iperf_spread *spread,
	const char *prefix, size_t line, struct sink *sink)
{
	struct metric deviation = { metric.name, metric.unit, BETTER_LOWER };
	double variance = spread->squares / ((double)spread->count - 1);

	report_statistic(deviation, "sd", prefix,
		(struct iperf_extreme){
			{ sqrt(variance), spread->maximum.reading.resolution }, line },
		sink);
	report_statistic(metric, "min", prefix, spread->minimum, sink);
	report_statistic(metric, "max", prefix, spread->maximum, sink);
}

void iperf_series_report_spreads(
	const struct iperf_series *series, const char *prefix, struct sink *sink)
{
	static const struct metric intervals = { "intervals", "1", BETTER_NEITHER };
	size_t line;

	if (series->doublings == 0)
		return;
	line = series->points[0].line;
	sink_add(sink, &(struct measurement){
			       .metric = &intervals,
			       .prefix = prefix,
			       .reading = { (double)series->intervals, 1 },
			       .line = line,
		       });
	for (enum iperf_figure figure = 0; figure < IPERF_FIGURES; figure++)
		if (series->spreads[figure].count > 1)
			report_spread(iperf_figures[figure], &series->spreads[figure], prefix, line,
				sink);
}

void iperf_series_report(struct iperf_series *series, const char *prefix, struct sink *sink)
{
	for (size_t i = 0; i < series->count; i++) {
		struct iperf_row point = iperf_series_point(series, i);

		iperf_row_report_interval(&point, prefix, sink);
	}
	iperf_series_report_spreads(series, prefix, sink);
	*series = (struct iperf_series){ .points = series->points, .capacity = series->capacity };
}

void iperf_series_release(struct iperf_series *series)
{
	free(series->points);
	*series = (struct iperf_series){ 0 };
}
