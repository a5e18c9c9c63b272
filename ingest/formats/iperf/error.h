/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * iperf/error - the lines in which iperf 2 says that a system call failed
 *
 *	tcp connect failed: Connection refused
 *	tcp write failed: Connection reset by peer
 *	listener bind failed: Address already in use
 *	nosuch.invalid: Unknown host
 */
#ifndef INGEST_FORMATS_IPERF_ERROR_H
#define INGEST_FORMATS_IPERF_ERROR_H

#include "ingest/formats/iperf/run.h"

/* Whether the line is one; then the run has failed, unless the call is only that of an end. */
bool iperf_error_line(struct iperf_run *run, struct slice text, size_t line, struct sink *sink);

#endif
