/* SPDX-License-Identifier: GPL-3.0-or-later */
/* iperf/results - what a run of iperf 2 that is over comes to: results, or why there are none */
#ifndef INGEST_FORMATS_IPERF_RESULTS_H
#define INGEST_FORMATS_IPERF_RESULTS_H

#include "ingest/formats/iperf/streams.h"
#include "ingest/log/sink.h"

/* A stream without its last row is a problem when the run is over, and else not ripe. */
void iperf_results_report(struct iperf_run *run, bool is_over, struct sink *sink);

#endif
