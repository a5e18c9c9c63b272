/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bad_rows - rows of a table that cannot be read: a flood of them is one mistake
 *
 * The first five are reported one by one, the others with their number.
 */
#ifndef INGEST_LOG_BAD_ROWS_H
#define INGEST_LOG_BAD_ROWS_H

#include "core/lines.h"
#include "ingest/log/sink.h"

struct bad_rows {
	size_t count;
	size_t first_uncounted; /* line of the first that is not reported by itself; 0: none */
};

/* A struct bad_rows is empty when it is all zero. */

void bad_rows_add(struct bad_rows *rows, const struct line *line, const char *format,
	const char *what, struct sink *sink);

/* The log is over: reports the others. */
void bad_rows_end(const struct bad_rows *rows, const char *format, struct sink *sink);

#endif
