/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * iperf3/json_sum - what the streams of an iperf3 test come to, in its JSON
 *
 *	"sum_sent":	{ "bytes": 2291138560, "retransmits": 6, ... },
 *	"sum_received":	{
 *		"start":	0,
 *		"end":	1.000234,
 *		"seconds":	1.000234,
 *		"bytes":	2291138454,
 *		"bits_per_second":	18324819624.2
 *	},
 *	"sum_received_bidir_reverse":	{ ...
 *
 * What was received counts; the retransmits are the sender's. UDP's sum_received
 * also has the jitter and the datagrams. Up to 3.9 UDP has one "sum" instead, of
 * what was sent and what the receiver says of it; on the server its bytes are 0
 * though there were datagrams, and so the throughput is not known.
 */
#ifndef INGEST_FORMATS_IPERF3_JSON_SUM_H
#define INGEST_FORMATS_IPERF3_JSON_SUM_H

#include <stdbool.h>

#include "core/json.h"
#include "ingest/formats/iperf3/json_series.h"
#include "ingest/log/sink.h"

/* The whole test: the "end" of a document. False when it has no sums. */
bool iperf3_json_add_end(const struct json *end, bool is_server, struct sink *sink);

/* One of its intervals, unless it is of the slow start (-O). */
void iperf3_json_add_interval(
	const struct json *interval, bool is_server, struct iperf3_json_series *series);

#endif
