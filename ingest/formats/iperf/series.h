/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * iperf/series - the intervals of a result, in memory that does not grow
 *
 * Up to 4096 intervals, each is a sample. Once there are more, neighbours are
 * joined two by two, and again whenever there are that many: a point is then
 * the mean of 2, 4, 8 ... intervals, weighted by their time, but for the last,
 * which may have fewer. How the intervals themselves varied is kept beside it.
 */
#ifndef INGEST_FORMATS_IPERF_SERIES_H
#define INGEST_FORMATS_IPERF_SERIES_H

#include <stddef.h>

#include "ingest/formats/iperf/figures.h"
#include "ingest/log/sink.h"

enum { IPERF_SERIES_LIMIT = 4096 };

struct iperf_extreme {
	struct reading reading;
	size_t line;
};

/* What the intervals come to that have a figure. */
struct iperf_spread {
	size_t count;
	double mean;
	double squares; /* the sum of their squared distances from the mean */
	struct iperf_extreme minimum;
	struct iperf_extreme maximum;
};

/* All zero when it begins. */
struct iperf_series {
	struct iperf_row *points; /* iperf_series_point() says what one is */
	size_t count;
	size_t capacity;
	unsigned doublings; /* a point is of 2^doublings intervals */
	size_t filled;      /* intervals of the last point */
	size_t intervals;
	struct iperf_spread spreads[IPERF_FIGURES];
};

/* Adds the interval behind the others, unless it was over in no time ("2.00-2.00"). */
void iperf_series_add(struct iperf_series *series, const struct iperf_row *row);

/* An interval, or the mean of several. */
struct iperf_row iperf_series_point(const struct iperf_series *series, size_t point);

/* Hands out how the intervals varied, where points are means of several. */
void iperf_series_report_spreads(
	const struct iperf_series *series, const char *prefix, struct sink *sink);

/* Hands out the points and that, and empties the series. */
void iperf_series_report(struct iperf_series *series, const char *prefix, struct sink *sink);

/* Frees the points; the series is empty then. */
void iperf_series_release(struct iperf_series *series);

#endif
