/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fio_log/unit - what the numbers of a log are in, and whether that is known
 *
 * Latencies are in ns since fio 2.99 (2017), and were in us before; fio 1 wrote
 * ms. The layout tells newer logs from older ones, but for those of 4 columns, and of 5
 * with offsets. These are read in ns, fio's unit since 2017, unless single
 * I/Os then were under way for less than a tenth of the run: they may as well be
 * in us, of 1,000 times the length. Averages of bandwidth are in KiB/s.
 */
#ifndef INGEST_FORMATS_FIO_LOG_UNIT_H
#define INGEST_FORMATS_FIO_LOG_UNIT_H

#include "ingest/formats/fio_log/log.h"

/*
 * What a value is to be divided by to be in s, B/s or 1/s. False, and a problem
 * says why, when the log cannot be read without the user's word.
 */
bool fio_log_find_unit(const struct fio_log *log, struct sink *sink, double *per_unit);

#endif
