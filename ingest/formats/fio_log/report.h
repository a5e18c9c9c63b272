/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fio_log/report - what a log comes to: the samples of each direction, and its series
 *
 *	                  single I/Os                         averages
 *	latencies         mean sd min max p1 ... p99.99 count mean window.sd window.min window.max
 *	bandwidth, IOPS   bytes or I/Os / time of the run     the same, and window. likewise
 *
 * The series is of the mean, or of the rate, in windows of the run's time. A
 * window without I/O has no latency, and a rate of 0.
 */
#ifndef INGEST_FORMATS_FIO_LOG_REPORT_H
#define INGEST_FORMATS_FIO_LOG_REPORT_H

#include "ingest/formats/fio_log/log.h"

/* Hands everything to the sink; the streams are finished. */
void fio_log_report(const struct fio_log *log, struct sink *sink);

#endif
