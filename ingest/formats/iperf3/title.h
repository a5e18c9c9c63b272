/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * iperf3/title - the title that iperf3 -T puts before each line
 *
 *	run-1:  Connecting to host 10.0.0.2, port 5201
 *	run-1:  [  5]   0.00-1.00   sec  2.17 GBytes  18.6 Gbits/sec
 *
 * It can be anything: the line whose beginning is known teaches it.
 */
#ifndef INGEST_FORMATS_IPERF3_TITLE_H
#define INGEST_FORMATS_IPERF3_TITLE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/scan.h"

struct iperf3_title {
	char text[80]; /* "run-1:  " */
	size_t length; /* 0: none, or one too long to be kept */
};

/* What stands before the line that every test begins with: perhaps nothing. */
void iperf3_title_learn(struct iperf3_title *title, struct slice text);

/* False when the line has none. */
bool iperf3_title_skip(const struct iperf3_title *title, struct slice *at);

#endif
