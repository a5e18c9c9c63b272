/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * sysbench - cpu, memory, fileio, threads and mutex, as sysbench reports them
 *
 *	sysbench 1.0.20 (using system LuaJIT 2.1.0-beta3)
 *
 *	Running the test with following options:
 *	Number of threads: 2
 *	[ 1s ] thds: 2 eps: 8700.48 lat (ms,95%): 0.25
 *	CPU speed:
 *	    events per second:  8809.45
 *
 *	General statistics:
 *	    total time:                          2.0004s
 *	    total number of events:              17626
 *
 *	Latency (ms):
 *	         avg:                                    0.23
 *	         95th percentile:                        0.24
 *
 *	Threads fairness:
 *	    execution time (avg/stddev):   1.9974/0.00
 *
 * A report is a result once its last line is there: an error before it makes
 * its figures worthless.
 *
 *	FATAL: Cannot find benchmark 'nosuch': no such built-in test, file or module
 */
#include <string.h>

#include "core/units.h"
#include "ingest/log/format.h"

enum {
	QUOTE = 160, /* bytes of a line in a message */
	FIGURE_LIMIT = 24,
};

/*
 * What a line says: its text up to the number, blanks not counted, and what
 * stands behind the number, of which only the beginning matters.
 */
struct key {
	const char *before;
	const char *behind;
	struct metric metric;
	double factor; /* to the metric's unit */
	bool may_lack; /* 0 means that the test does no such thing */
};

static const struct key keys[] = {
	{ "events per second:", "", { "throughput", "1/s", BETTER_HIGHER }, 1, false },
	{ "events/s (eps):", "", { "throughput", "1/s", BETTER_HIGHER }, 1, false },

	{ "MiB transferred (", " MiB/sec)", { "throughput", "B/s", BETTER_HIGHER }, MIB, false },
	{ "MB transferred (", " MB/sec)", { "throughput", "B/s", BETTER_HIGHER }, MIB, false },
	{ "Total operations: (", " per second)", { "operations", "1/s", BETTER_HIGHER }, 1, false },
	{ "Operations performed: (", " ops/sec)", { "operations", "1/s", BETTER_HIGHER }, 1, false },

	{ "read, MiB/s:", "", { "read.throughput", "B/s", BETTER_HIGHER }, MIB, true },
	{ "written, MiB/s:", "", { "write.throughput", "B/s", BETTER_HIGHER }, MIB, true },
	{ "reads/s:", "", { "read.iops", "1/s", BETTER_HIGHER }, 1, true },
	{ "writes/s:", "", { "write.iops", "1/s", BETTER_HIGHER }, 1, true },
	{ "fsyncs/s:", "", { "fsync.iops", "1/s", BETTER_HIGHER }, 1, true },

	{ "transactions: (", " per sec.)", { "transactions", "1/s", BETTER_HIGHER }, 1, false },
	{ "queries: (", " per sec.)", { "queries", "1/s", BETTER_HIGHER }, 1, false },

	{ "total time:", "s", { "total_time", "s", BETTER_NEITHER }, 1, false },
	{ "time elapsed:", "s", { "total_time", "s", BETTER_NEITHER }, 1, false },
	{ "total number of events:", "", { "events", "1", BETTER_NEITHER }, 1, false },

	{ "avg:", "", { "latency.avg", "s", BETTER_LOWER }, 1e-3, false },
	{ "min:", "", { "latency.min", "s", BETTER_LOWER }, 1e-3, false },
	{ "max:", "", { "latency.max", "s", BETTER_LOWER }, 1e-3, false },
};
