/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fio/metrics - what fio measures, under which names
 *
 *	read.bw  write.iops  trim.bytes  mixed.runtime
 *	read.lat.mean  write.clat.p99.5  read.slat.max  sync.mean  cpu.user
 *	read.clat.count  read.bw.window.sd  read.clat_hist.p99
 *
 * Whatever layout a log has, what it says becomes figures, and a figure
 * becomes a sample here.
 */
#ifndef INGEST_FORMATS_FIO_METRICS_H
#define INGEST_FORMATS_FIO_METRICS_H

#include <stdbool.h>
#include <stddef.h>

#include "core/number.h"
#include "ingest/log/sink.h"

/* In the order in which fio counts them: total=R,W,T,S. */
enum fio_direction {
	FIO_READ,
	FIO_WRITE,
	FIO_TRIM,
	FIO_NO_DIRECTION, /* syncs, and what belongs to the whole job */
	FIO_MIXED,        /* unified_rw_reporting */
	FIO_DIRECTION_COUNT
};

enum fio_quantity {
	FIO_BANDWIDTH,
	FIO_IOPS,
	FIO_BYTES,
	FIO_RUNTIME,
	FIO_CPU_USER,
	FIO_CPU_SYSTEM,
	FIO_LATENCY,
	FIO_COMPLETION_LATENCY,
	FIO_SUBMISSION_LATENCY,
	FIO_SYNC_LATENCY,
	FIO_LATENCY_HISTOGRAM, /* of completion latencies, as --write_hist_log logs it */
};

/* Which statistic of a latency; everything else has but one value, or those of windows of time. */
enum fio_statistic {
	FIO_VALUE,
	FIO_MEAN,
	FIO_MAXIMUM,
	FIO_MINIMUM,
	FIO_DEVIATION,
	FIO_PERCENTILE,
	FIO_COUNT,
	FIO_WINDOW_MAXIMUM,
	FIO_WINDOW_MINIMUM,
	FIO_WINDOW_DEVIATION,
};

struct fio_figure {
	enum fio_direction direction;
	enum fio_quantity quantity;
	enum fio_statistic statistic;
	double percentile;      /* which, of FIO_PERCENTILE */
	struct reading reading; /* in the quantity's base unit */
	size_t line;
	bool is_interval; /* one of a series within the run */
	double time;      /* seconds since the run began, at the interval's end */
};

/* Hands the figure to the sink as a sample of the current result. */
void fio_figure_add(const struct fio_figure *figure, struct sink *sink);

#endif
