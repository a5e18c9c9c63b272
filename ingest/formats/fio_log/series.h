/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fio_log/series - how the mean or the rate of a direction went during the run
 *
 * A point is a window of time (fio_log/windows) and stands at its end; where
 * the log has averages, which are fewer than windows, at the time of the row.
 */
#ifndef INGEST_FORMATS_FIO_LOG_SERIES_H
#define INGEST_FORMATS_FIO_LOG_SERIES_H

#include "ingest/formats/fio_log/log.h"

/* Hands the series to the sink; per_unit divides a value of the log to be in its base unit. */
void fio_log_series_add(const struct fio_log *log, enum fio_direction direction, double per_unit,
	struct sink *sink);

#endif
