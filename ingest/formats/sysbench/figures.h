/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * sysbench/figures - the lines with figures of a report of sysbench
 *
 *	    events per second:  8809.45
 *	2048.00 MiB transferred (6908.06 MiB/sec)
 *	    reads/s:                      75129.62
 *	    total time:                          2.0004s
 *	         avg:                                    0.23
 *	         95th percentile:                        0.24
 */
#ifndef INGEST_FORMATS_SYSBENCH_FIGURES_H
#define INGEST_FORMATS_SYSBENCH_FIGURES_H

#include <stdbool.h>
#include <stddef.h>

#include "core/scan.h"
#include "ingest/log/sink.h"

/* In the order in which they are handed out: the headline of each test first. */
enum sysbench_quantity {
	SYSBENCH_EVENT_RATE,
	SYSBENCH_TRANSFER_RATE,
	SYSBENCH_OPERATION_RATE,
	SYSBENCH_READ_THROUGHPUT,
	SYSBENCH_WRITE_THROUGHPUT,
	SYSBENCH_READ_RATE,
	SYSBENCH_WRITE_RATE,
	SYSBENCH_FSYNC_RATE,
	SYSBENCH_TRANSACTION_RATE,
	SYSBENCH_QUERY_RATE,
	SYSBENCH_LATENCY_MEAN,
	SYSBENCH_LATENCY_MINIMUM,
	SYSBENCH_LATENCY_MAXIMUM,
	SYSBENCH_LATENCY_PERCENTILE,
	SYSBENCH_TOTAL_TIME,
	SYSBENCH_EVENTS,
	SYSBENCH_QUANTITY_COUNT
};

struct sysbench_figure {
	struct reading reading;
	double percentile;
	size_t line; /* 0: not printed */
};

struct sysbench_figures {
	struct sysbench_figure items[SYSBENCH_QUANTITY_COUNT];
};

/*
 * Reads what a line says, in which '#' is a number and a blank any blanks or
 * none, as far as that goes; count is how many numbers there were.
 */
enum { SYSBENCH_NUMBERS = 2 };
bool sysbench_scan_line(struct slice *at, const char *line,
	struct reading numbers[SYSBENCH_NUMBERS], size_t *count);

/* True when the line is one of a figure, which is kept. */
bool sysbench_figures_line(struct sysbench_figures *figures, struct slice text, size_t line);

/* Whether the report counts events, as one of a test that ran does. */
bool sysbench_figures_count_events(const struct sysbench_figures *figures);

void sysbench_figures_hand_out(const struct sysbench_figures *figures, struct sink *sink);

#endif
