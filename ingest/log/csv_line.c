/* SPDX-License-Identifier: GPL-3.0-or-later */
/* csv_line - the fields of a line of CSV (RFC 4180), by libcsv */
#include "ingest/log/csv_line.h"

#include <csv.h>

/* libcsv wants to be told where a row ends to know. */
static void end_of_row(int terminator, void *context)
{
	(void)terminator;
	(void)context;
}

bool csv_line_read(struct slice line, char separator,
	void (*take)(void *field, size_t length, void *context), void *context)
{
	struct csv_parser parser;
	size_t length = slice_length(line);
	bool whole;

	csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI);
	csv_set_delim(&parser, (unsigned char)separator);
	whole = csv_parse(&parser, line.start, length, take, end_of_row, context) == length &&
		csv_fini(&parser, take, end_of_row, context) == 0;
	csv_free(&parser);
	return whole;
}
