/* SPDX-License-Identifier: GPL-3.0-or-later */
/* iperf/failure - why a run of iperf's counts for nothing: the first thing that went wrong */
#ifndef INGEST_FORMATS_IPERF_FAILURE_H
#define INGEST_FORMATS_IPERF_FAILURE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/scan.h"
#include "ingest/log/sink.h"

struct iperf_failure {
	size_t line; /* 0: nothing went wrong */
	enum problem_status status;
	char text[240];
	bool is_reported;
};

/* Keeps the first failure: text is the log's. */
void iperf_failure_set(
	struct iperf_failure *failure, enum problem_status status, struct slice text, size_t line);

/* The same with the status that the tool's error message means. */
void iperf_failure_set_error(struct iperf_failure *failure, struct slice text, size_t line);

/*
 * A row that cannot be read, or whose figures contradict each other. iperf 2.0.5
 * prints garbage for a unit, and about 2^67 for the rate: that was read, too.
 */
void iperf_failure_set_row(
	struct iperf_failure *failure, bool is_readable, struct slice text, size_t line);

/* Puts the row that is therefore no result into the text, while it is not reported. */
void iperf_failure_add_row(struct iperf_failure *failure, struct slice row);

/* Makes it a problem, once; nothing when nothing went wrong. */
void iperf_failure_report(struct iperf_failure *failure, struct sink *sink);

#endif
