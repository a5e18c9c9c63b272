/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fio_log/log - what is known of a log of fio's while its rows go by
 */
#ifndef INGEST_FORMATS_FIO_LOG_LOG_H
#define INGEST_FORMATS_FIO_LOG_LOG_H

#include "ingest/formats/fio/metrics.h"
#include "ingest/formats/fio_log/stream.h"

struct fio_log {
	enum fio_quantity quantity;
	enum fio_log_kind kind;

	/* As in its first row. */
	unsigned columns;
	bool has_size;
	bool has_maximum;
	bool is_average;
	bool is_absolute;
	uint64_t usual; /* ms of a window, as the command says; 0: it does not */

	bool has_hexadecimal; /* any row */
	uint64_t fifth;       /* bits that are set in any row's fifth column */
	struct fio_log_stream *streams[FIO_LOG_DIRECTIONS]; /* NULL: no row of that direction */
};

/* The ms of the run: from its start up to, not including, its end. */
struct fio_log_time {
	int64_t start;
	int64_t end;
};

/*
 * A single I/O ends within the ms that its row says, and fio rounds the time of
 * a run up to whole ms; the row of an average says when its window ended.
 */
struct fio_log_time fio_log_time_of(const struct fio_log *log);

/*
 * Whether a row written by so recent a fio (3.2x) that it has the priority of an
 * I/O is among these: then latencies are in ns and rows without averages are of
 * single I/Os.
 */
bool fio_log_is_recent(const struct fio_log *log);

#endif
