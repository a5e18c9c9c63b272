/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bad_rows - rows of a table that cannot be read: a flood of them is one mistake */
#include "ingest/log/bad_rows.h"

enum {
	HANDFUL = 5,
	QUOTE = 80, /* bytes of a row in a message */
};

void bad_rows_add(struct bad_rows *rows, const struct line *line, const char *format,
	const char *what, struct sink *sink)
{
	size_t length = slice_length(line->text);

	if (rows->count++ < HANDFUL)
		sink_add_problem(sink, PROBLEM_UNREADABLE, line->number, "%s: %s: %.*s", format,
			what, length < QUOTE ? (int)length : QUOTE, line->text.start);
	else if (rows->first_uncounted == 0)
		rows->first_uncounted = line->number;
}

void bad_rows_end(const struct bad_rows *rows, const char *format, struct sink *sink)
{
	if (rows->first_uncounted)
		sink_add_problem(sink, PROBLEM_UNREADABLE, rows->first_uncounted,
			"%s: and %zu more rows that cannot be read", format, rows->count - HANDFUL);
}
