/* SPDX-License-Identifier: GPL-3.0-or-later */
/* iperf/csv_results - what a run of iperf 2 that is over comes to: results, or why there are none */
#ifndef INGEST_FORMATS_IPERF_CSV_RESULTS_H
#define INGEST_FORMATS_IPERF_CSV_RESULTS_H

#include <stdbool.h>

#include "ingest/formats/iperf/csv_run.h"

/* Whether two streams go between the same hosts, from or to the same port. */
bool iperf_csv_is_same_way(const struct iperf_csv_stream *a, const struct iperf_csv_stream *b);

void iperf_csv_results_report(struct iperf_csv_run *run, struct sink *sink);

#endif
