/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * iperf3/json_series - the intervals of a test in JSON, in memory that does not grow
 */
#ifndef INGEST_FORMATS_IPERF3_JSON_SERIES_H
#define INGEST_FORMATS_IPERF3_JSON_SERIES_H

#include "core/json.h"
#include "ingest/formats/iperf/series.h"

enum { IPERF3_JSON_WAYS = 2 };

/* All zero when it begins. */
struct iperf3_json_series {
	struct iperf_series ways[IPERF3_JSON_WAYS];
	const char *prefixes[IPERF3_JSON_WAYS];
};

/* Adds the sum of an interval, of one of the two ways that a test may go. */
void iperf3_json_series_add(
	struct iperf3_json_series *series, size_t way, const char *prefix, const struct json *sum);

/* Hands out the intervals of both as they alternate, and how they varied; releases them. */
void iperf3_json_series_report(struct iperf3_json_series *series, struct sink *sink);

#endif
