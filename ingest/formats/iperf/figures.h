/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * iperf/figures - what a row of iperf's comes to in samples
 */
#ifndef INGEST_FORMATS_IPERF_FIGURES_H
#define INGEST_FORMATS_IPERF_FIGURES_H

#include <math.h>
#include <stdbool.h>

#include "ingest/formats/iperf/row.h"
#include "ingest/log/sink.h"

/* Whether it has any figure but its bytes and rate. */
static inline bool iperf_row_has_quality(const struct iperf_row *row)
{
	return !isnan(row->jitter.value) || !isnan(row->datagrams) ||
	       !isnan(row->retransmits.value);
}

/* What an interval says, too; the rest is of results only. */
enum iperf_figure { IPERF_THROUGHPUT, IPERF_JITTER, IPERF_LOSS, IPERF_RETRANSMITS, IPERF_FIGURES };

extern const struct metric iperf_figures[IPERF_FIGURES];

/* A figure of the row in its metric's unit; NaN where the row has none. */
struct reading iperf_row_figure(const struct iperf_row *row, enum iperf_figure figure);

/* Hands out a row as the current result. */
void iperf_row_report(const struct iperf_row *row, const char *prefix, struct sink *sink);

/* Hands it out as one of the result's series. */
void iperf_row_report_interval(const struct iperf_row *row, const char *prefix, struct sink *sink);

#endif
