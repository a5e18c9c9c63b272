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

/*
 * Whether bytes by seconds are known more exactly than the rate printed: their
 * relative resolutions, as reading_ratio() adds them up, without dividing.
 */
static inline bool iperf_row_ratio_is_finer(const struct iperf_row *row)
{
	double steps = row->bytes.resolution * row->seconds.value +
		       row->seconds.resolution * row->bytes.value;

	return steps * row->rate.value <
	       row->rate.resolution * row->bytes.value * row->seconds.value;
}

/* The rate printed, or bytes by seconds: a rate of tiny bytes has few digits, and so has a size. */
static inline struct reading iperf_row_rate(const struct iperf_row *row)
{
	if (row->seconds.value <= 0 || !(row->bytes.value > 0))
		return row->rate;
	if (row->rate.value > 0 && !iperf_row_ratio_is_finer(row))
		return row->rate;
	return reading_ratio(row->bytes, row->seconds);
}

/* A figure of the row in its metric's unit; NaN where the row has none. */
struct reading iperf_row_figure(const struct iperf_row *row, enum iperf_figure figure);

/* Hands out a row as the current result. */
void iperf_row_report(const struct iperf_row *row, const char *prefix, struct sink *sink);

/* Hands it out as one of the result's series. */
void iperf_row_report_interval(const struct iperf_row *row, const char *prefix, struct sink *sink);

#endif
