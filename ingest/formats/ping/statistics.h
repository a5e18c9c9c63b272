/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ping/statistics - the lines behind "--- 127.0.0.1 ping statistics ---"
 *
 *	8 packets transmitted, 5 received, 37.5% packet loss, time 1426ms
 *	rtt min/avg/max/mdev = 0.039/0.084/0.252/0.084 ms	iputils
 *	round-trip min/avg/max = 0.047/0.054/0.062 ms		busybox
 *	round-trip min/avg/max/stddev = 0.047/0.054/0.062/0.007 ms	BSD, macOS
 *
 * Their words depend on the language and the order of their numbers does not:
 * they are read by their order. mdev is what others call the standard deviation.
 */
#ifndef INGEST_FORMATS_PING_STATISTICS_H
#define INGEST_FORMATS_PING_STATISTICS_H

#include <stdbool.h>
#include <stddef.h>

#include "core/lines.h"
#include "ingest/log/sink.h"

struct ping_statistics {
	bool expects_counts;
	double transmitted;
	double received;
	size_t line; /* of the counts that are not handed out yet; 0: there are none */
};

/* The heading was read. */
void ping_statistics_begin(struct ping_statistics *statistics, struct sink *sink);

/* True when the line is one of them. reason says why packets came to nothing, if anything does. */
bool ping_statistics_line(struct ping_statistics *statistics, const char *reason,
	const struct line *line, struct sink *sink);

/* No more lines of them come. */
void ping_statistics_end(struct ping_statistics *statistics, struct sink *sink);

#endif
