/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * csv_line - the fields of a line of CSV (RFC 4180)
 *
 * A field is the part of the line between separators, without the blanks at
 * its ends and without its quotes: nothing is copied. Only what libcsv knows
 * better, doubled quotes and quotes where none may be, is left to it.
 */
#ifndef INGEST_LOG_CSV_LINE_H
#define INGEST_LOG_CSV_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/lines.h"
#include "core/scan.h"

/* All zero when it begins; used again for each line. */
struct csv_fields {
	struct slice *items; /* of the line, or of unquoted */
	size_t count;
	size_t capacity;
	char *unquoted; /* the fields that libcsv read */
	size_t unquoted_size;
	size_t unquoted_capacity;
};

/*
 * Splits a line, without its end and with no other end of a line in it, as
 * libcsv does: a line of blanks has no fields. False when a quote is where none
 * may be, or is not closed; then there are the fields before that.
 */
bool csv_line_split(struct csv_fields *fields, struct slice line, char separator);

/* The same by libcsv alone. */
bool csv_line_split_slowly(struct csv_fields *fields, struct slice line, char separator);

/*
 * Takes the next line of a block, without its end. False for one that only
 * lines_next() can tell: it has a carriage return in its midst.
 */
bool csv_next_line(struct block *block, struct slice *line);

void csv_fields_release(struct csv_fields *fields);

#endif
