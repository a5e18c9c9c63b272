/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fio_log/row - a row of a log that fio writes per I/O, or per window of time
 *
 *	TIME, VALUE, DIRECTION                              fio 1
 *	TIME, VALUE, DIRECTION, SIZE                        fio 2 and older 3
 *	TIME, VALUE, DIRECTION, SIZE, OFFSET                the same with --log_offset
 *	TIME, VALUE, DIRECTION, SIZE, PRIORITY              newer 3: 0 or 1; 0x4003 with --log_prio
 *	TIME, VALUE, DIRECTION, SIZE, OFFSET, PRIORITY
 *	TIME, VALUE, MAXIMUM, DIRECTION, SIZE, ...          log_window_value=both
 *
 * and, of the newest, the time of issue behind it. TIME is in ms, DIRECTION 0 for a
 * read, 1 a write, 2 a trim, and SIZE 0 in a row that is the average of a window.
 */
#ifndef INGEST_FORMATS_FIO_LOG_ROW_H
#define INGEST_FORMATS_FIO_LOG_ROW_H

#include <stdbool.h>
#include <stdint.h>

#include "core/scan.h"

enum {
	FIO_LOG_DIRECTIONS = 3,
	FIO_LOG_COLUMNS = 9, /* at most */
	FIO_LOG_DIGITS = 14, /* of a time, value or size: 27 hours in ns */
};

struct fio_log_row {
	uint64_t time;
	uint64_t value;
	uint64_t maximum; /* where has_maximum */
	uint64_t size;
	uint64_t fifth; /* column; 0 where there is none */
	unsigned direction;
	unsigned columns;
	bool has_maximum;
	bool has_hexadecimal; /* priority */

	/* As fio_log_row_next() found it: up to the value, and behind the direction up to the next row. */
	struct slice head;
	struct slice tail;
};

/* Whether a time counts from 1970 or the like: from the start of a run it would be over three years. */
static inline bool fio_log_is_absolute(uint64_t time)
{
	return time >= UINT64_C(100000000000);
}

/* Whether a line may have been a row before it was damaged. */
bool fio_log_looks_like_row(struct slice line);

/* A row with any blanks around its commas. False when the line is none. */
bool fio_log_row_scan(struct slice line, struct fio_log_row *row);

/*
 * The same for a row just as fio prints it, of row->columns (4 or more) and without a
 * maximum, at the beginning of a block's lines, which are moved behind it. *row was the
 * row before, or is empty but for its columns; its has_ stay as they are. False when it
 * is no such row: then *row is none, either.
 */
bool fio_log_row_next(struct slice *lines, struct fio_log_row *row);

#endif
