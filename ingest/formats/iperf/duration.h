/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * iperf/duration - how long a run was to take, and whether it did
 */
#ifndef INGEST_FORMATS_IPERF_DURATION_H
#define INGEST_FORMATS_IPERF_DURATION_H

#include <stdbool.h>

#include "ingest/log/sink.h"

/* Seconds that -t asked for; 0: not known. */
double iperf_seconds_asked(const struct sink *sink);

/*
 * Whether a row of so many seconds is no result: the last sign of a broken
 * server, or the first interval of a run cut short, where a series was asked
 * for and is not there. The limits are wide, because the command may be that of
 * an experiment whose runs were made shorter.
 */
bool iperf_is_cut_short(double seconds, bool has_series, const struct sink *sink);

#endif
