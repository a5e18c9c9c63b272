/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv_line - the fields of a line of CSV (RFC 4180), by libcsv */
#ifndef INGEST_LOG_CSV_LINE_H
#define INGEST_LOG_CSV_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/scan.h"

/*
 * Gives each field to take(), as libcsv does: its bytes, their number, context.
 * False when a quote is where none may be, or is not closed.
 */
bool csv_line_read(struct slice line, char separator,
	void (*take)(void *field, size_t length, void *context), void *context);

#endif
