/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fio_log/average - rows that are averages over a time, as with --log_avg_msec
 *
 * fio writes a row once its window is over, and none for a window in which no
 * I/O ended. So the average of a latency stands for the time since the row
 * before it, and so does that of a rate, for fio may be late, unless that time
 * has room for two windows: then the row stands for the last of them, and the
 * others were idle. How long a window is, where the command does not say it, is judged from
 * the distances of the first rows. The first row of a job stands for the time
 * since its start. (stat.c of fio: add_log_sample, __add_samples)
 *
 * How many I/Os a row is the average of is not in the log: a mean of latencies
 * is weighted by time.
 */
#ifndef INGEST_FORMATS_FIO_LOG_AVERAGE_H
#define INGEST_FORMATS_FIO_LOG_AVERAGE_H

#include "ingest/formats/fio_log/stream.h"

void fio_log_average_add(struct fio_log_stream *stream, const struct fio_log_row *row, size_t line);

/* Whether that many ms have no room for a second window: there was none without I/O. */
bool fio_log_average_is_window(const struct fio_log_stream *stream, uint64_t time);

/* Says that no more averages will be added. */
void fio_log_average_finish(struct fio_log_stream *stream);

#endif
