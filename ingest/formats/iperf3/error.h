/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * iperf3/error - what iperf3 says when a test goes wrong
 *
 *	iperf3: error - unable to connect to server: Connection refused
 *	iperf3: error - control socket has closed unexpectedly
 *	iperf3: interrupt - the client has terminated
 *	iperf3: interrupt - the server has terminated
 */
#ifndef INGEST_FORMATS_IPERF3_ERROR_H
#define INGEST_FORMATS_IPERF3_ERROR_H

#include "ingest/formats/iperf3/test.h"

/* Whether the line is one of these. */
bool iperf3_error_line(struct iperf3_test *test, struct slice text, size_t line, struct sink *sink);

#endif
