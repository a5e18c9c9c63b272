/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * iperf/timestamp - a date and time before a line of iperf's
 *
 *	2026-11-23 01:15:09.1234 +0000 [  3]  0.0-10.0 sec ...
 *	Nov 23 01:15:09 [  3]  0.0-10.0 sec ...
 *	Mon Nov 23 01:15:09 2026 [  5]   0.00-1.00   sec ...    iperf3 --timestamps
 */
#ifndef INGEST_FORMATS_IPERF_TIMESTAMP_H
#define INGEST_FORMATS_IPERF_TIMESTAMP_H

#include <stdbool.h>

#include "core/scan.h"

/* False when there is none; else what follows may still be anybody's. */
bool scan_iperf_timestamp(struct slice *at);

#endif
