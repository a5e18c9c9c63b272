/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fio_hist/report - what the histograms of a log come to
 *
 * Everything is the middle of a bin, and known to its width: a mean to the
 * average width of those that count.
 */
#ifndef INGEST_FORMATS_FIO_HIST_REPORT_H
#define INGEST_FORMATS_FIO_HIST_REPORT_H

#include "ingest/formats/fio_hist/bins.h"
#include "ingest/formats/fio_log/windows.h"
#include "ingest/log/sink.h"

enum { HIST_DIRECTIONS = 3 };

/* The rows of a direction. */
struct hist_stream {
	size_t first_line;
	uint64_t count;
	struct windows windows; /* sums of latencies, and their number */
	uint64_t bins[HIST_BINS];
};

struct hist_log {
	struct hist_bins bins;                        /* of each row */
	struct hist_stream *streams[HIST_DIRECTIONS]; /* NULL: no row of that direction */
	bool is_absolute;                             /* times count from 1970 */
	uint64_t earliest;                            /* ms */
};

/* Hands everything to the sink. */
void hist_report(const struct hist_log *log, struct sink *sink);

#endif
