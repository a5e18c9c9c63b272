/* SPDX-License-Identifier: GPL-3.0-or-later */
/* iperf3/json_series - the intervals of a test in JSON, in memory that does not grow */
#include "ingest/formats/iperf3/json_series.h"

#include <math.h>

#include "ingest/formats/iperf/figures.h"

/* NaN where there is none; then *line stays. */
static double number_of(const struct json *sum, const char *name, size_t *line)
{
	const struct json *value = json_member(sum, name);
	double number;

	if (!json_number(value, &number))
		return NAN;
	*line = json_line(value);
	return number;
}

/* The rate stands for the bytes: it has all their digits. JSON does not tell those of what is clocked. */
static struct iperf_row row_of(const struct json *sum)
{
	struct iperf_row row = { .streams = 1, .line = json_line(sum) };
	size_t other = 0;

	row.end = number_of(sum, "end", &other);
	row.seconds = (struct reading){ number_of(sum, "seconds", &other), 1e-6 };
	row.rate = reading_scaled(
		(struct reading){ number_of(sum, "bits_per_second", &row.line), 1 }, 0.125);
	row.jitter = reading_scaled(
		(struct reading){ number_of(sum, "jitter_ms", &row.jitter_line), 1e-6 }, 1e-3);
	row.lost = number_of(sum, "lost_packets", &row.loss_line);
	number_of(sum, "lost_percent", &row.loss_line);
	row.datagrams = number_of(sum, "packets", &other);
	row.retransmits.value = number_of(sum, "retransmits", &row.retransmits.line);
	return row;
}

void iperf3_json_series_add(
	struct iperf3_json_series *series, size_t way, const char *prefix, const struct json *sum)
{
	struct iperf_row row = row_of(sum);

	series->prefixes[way] = prefix;
	iperf_series_add(&series->ways[way], &row);
}

/* The way whose next point ends first; IPERF3_JSON_WAYS: no points are left. */
static size_t next_way(const struct iperf3_json_series *series, const size_t *points)
{
	size_t next = IPERF3_JSON_WAYS;
	double end = INFINITY;

	for (size_t way = 0; way < IPERF3_JSON_WAYS; way++) {
		const struct iperf_series *ways = &series->ways[way];

		if (points[way] < ways->count && ways->points[points[way]].end < end) {
			end = ways->points[points[way]].end;
			next = way;
		}
	}
	return next;
}

void iperf3_json_series_report(struct iperf3_json_series *series, struct sink *sink)
{
	size_t points[IPERF3_JSON_WAYS] = { 0 };
	size_t way;

	while ((way = next_way(series, points)) != IPERF3_JSON_WAYS) {
		struct iperf_row point = iperf_series_point(&series->ways[way], points[way]++);

		iperf_row_report_interval(&point, series->prefixes[way], sink);
	}
	for (way = 0; way < IPERF3_JSON_WAYS; way++) {
		iperf_series_report_spreads(&series->ways[way], series->prefixes[way], sink);
		iperf_series_release(&series->ways[way]);
	}
}
