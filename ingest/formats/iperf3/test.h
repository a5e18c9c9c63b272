/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * iperf3/test - the rows of one test of iperf3, made into a result
 *
 *	[  5]   0.00-2.00   sec  4.10 GBytes  17.6 Gbits/sec    5             sender
 *	[  5]   0.00-2.00   sec  4.10 GBytes  17.5 Gbits/sec                  receiver
 *
 * What was received counts; the retransmits are the sender's. The intervals
 * become a series. The two ways of --bidir are told apart by a prefix.
 */
#ifndef INGEST_FORMATS_IPERF3_TEST_H
#define INGEST_FORMATS_IPERF3_TEST_H

#include <stdbool.h>
#include <stddef.h>

#include "ingest/formats/iperf/failure.h"
#include "ingest/formats/iperf/row.h"
#include "ingest/formats/iperf/series.h"
#include "ingest/log/sink.h"

enum iperf3_role {
	IPERF3_ONE_WAY,
	IPERF3_TX, /* [TX-C] or, on the server, [TX-S] */
	IPERF3_RX,
	IPERF3_ROLES
};

enum iperf3_kind {
	IPERF3_INTERVAL,
	IPERF3_SENDER,
	IPERF3_RECEIVER,
};

struct iperf3_way {
	bool has_rows;
	bool has_sums;             /* [SUM] rows: an interval without one is not whole */
	double reached;            /* the end of the last interval of the series */
	struct iperf_sum interval; /* that is being printed */
	struct iperf_series series;
	struct iperf_sum sender;
	struct iperf_sum receiver;
};

/* All zero when a log begins. */
struct iperf3_test {
	bool is_on;
	size_t streams; /* announced */
	size_t line;    /* the last of the test */
	struct iperf3_way ways[IPERF3_ROLES];
	struct iperf_failure failure; /* of this test, or of the one to come */
	struct iperf_failure idle;    /* why the log has no result, when it has none */
	bool has_reported;            /* in this log */
};

/* Ends the test before. */
void iperf3_test_begin(struct iperf3_test *test, size_t line, struct sink *sink);

/* A row begins a test of its own when none is on. */
void iperf3_test_add_row(struct iperf3_test *test, enum iperf3_role role, enum iperf3_kind kind,
	bool is_sum, const struct iperf_row *row);

/* The interval is over, if one is being printed. */
void iperf3_test_end_interval(struct iperf3_test *test);

bool iperf3_test_has_totals(const struct iperf3_test *test);

/* Hands out the result, or why there is none. Nothing when no test is on. */
void iperf3_test_end(struct iperf3_test *test, struct sink *sink);

/* The log is over. */
void iperf3_test_end_log(struct iperf3_test *test, struct sink *sink);

#endif
