/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * iperf_margin - what others put before a line of iperf's
 *
 *	^C[  3]  0.0-10.0 sec ...                               a terminal
 *	> [  3]  0.0-10.0 sec ...                               a quotation
 *	[2026-11-23T01:15:09Z] [  3]  0.0-10.0 sec ...          a logger
 *	2026-11-23 01:15:09.1234 +0000 [  3]  0.0-10.0 sec ...
 *	Mon Nov 23 01:15:09 2026 [  5]   0.00-1.00   sec ...    iperf3 --timestamps
 */
#ifndef INGEST_FORMATS_IPERF_MARGIN_H
#define INGEST_FORMATS_IPERF_MARGIN_H

#include <stdbool.h>

#include "core/scan.h"

/* False when the line begins with none. */
bool scan_iperf_margin(struct slice *at);

#endif
