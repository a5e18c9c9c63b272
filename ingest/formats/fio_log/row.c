/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fio_log/row - a row of a log that fio writes per I/O, or per window of time */
#include "ingest/formats/fio_log/row.h"

#include "ingest/log/next.h"

enum { LARGEST_DIRECTION = FIO_LOG_DIRECTIONS - 1 };

static const uint64_t value_limit = UINT64_C(100000000000000); /* 10^FIO_LOG_DIGITS */

bool fio_log_looks_like_row(struct slice line)
{
	return !slice_is_empty(line) &&
	       ((*line.start >= '0' && *line.start <= '9') || slice_contains(line, ", "));
}

/* "0x4003" */
static bool scan_hexadecimal(struct slice *at)
{
	struct slice rest = *at;
	const char *start;

	if (!scan_text(&rest, "0x"))
		return false;
	start = rest.start;
	while (!slice_is_empty(rest) && ((*rest.start >= '0' && *rest.start <= '9') ||
						(*rest.start >= 'a' && *rest.start <= 'f')))
		rest.start++;
	if (rest.start == start)
		return false;
	*at = rest;
	return true;
}

/* Splits a line into its columns; what is hexadecimal counts as 0. */
static bool scan_columns(
	struct slice at, uint64_t columns[FIO_LOG_COLUMNS], struct fio_log_row *row)
{
	do {
		if (row->columns == FIO_LOG_COLUMNS)
			return false;
		scan_blanks(&at);
		columns[row->columns] = 0;
		if (row->columns > LARGEST_DIRECTION && scan_hexadecimal(&at))
			row->has_hexadecimal = true;
		else if (!scan_integer(&at, &columns[row->columns]))
			return false;
		row->columns++;
		scan_blanks(&at);
	} while (scan_char(&at, ','));
	return scan_end(&at);
}

/*
 * A column that is no direction is a maximum if the next is one. A block of 1
 * or 2 bytes does not exist: what looks like one is a direction, too.
 */
static bool has_maximum(const uint64_t columns[FIO_LOG_COLUMNS], unsigned count)
{
	if (count < 5 || columns[3] > LARGEST_DIRECTION)
		return false;
	return columns[2] > LARGEST_DIRECTION || (count > 5 && columns[4] > LARGEST_DIRECTION);
}

bool fio_log_row_scan(struct slice line, struct fio_log_row *row)
{
	uint64_t columns[FIO_LOG_COLUMNS] = { 0 };
	const uint64_t *rest = columns + 2;

	*row = (struct fio_log_row){ 0 };
	if (!scan_columns(line, columns, row) || row->columns < 3)
		return false;
	row->has_maximum = has_maximum(columns, row->columns);
	row->time = columns[0];
	row->value = columns[1];
	if (row->has_maximum)
		row->maximum = *rest++;
	row->direction = *rest > LARGEST_DIRECTION ? FIO_LOG_DIRECTIONS : (unsigned)*rest;
	row->size = rest[1];
	row->fifth = rest[2];
	return row->direction <= LARGEST_DIRECTION && row->time < value_limit &&
	       row->value < value_limit && row->maximum < value_limit && row->size < value_limit;
}

static inline bool next_number(const char **at, uint64_t *number)
{
	uint64_t digits = 0;
	const char *c = next_digits(*at, &digits);

	if (c == *at || c - *at > FIO_LOG_DIGITS)
		return false;
	*number = digits;
	*at = c;
	return true;
}

static inline bool next_comma(const char **at)
{
	if ((*at)[0] != ',' || (*at)[1] != ' ')
		return false;
	*at += 2;
	return true;
}

static inline bool next_direction(const char **at, unsigned *direction)
{
	*direction = (unsigned)(unsigned char)**at - '0';
	++*at;
	return *direction <= LARGEST_DIRECTION;
}

/* The columns behind the fourth. */
static inline bool next_columns(const char **at, unsigned count, uint64_t *first)
{
	uint64_t number;

	*first = 0;
	for (unsigned i = 0; i < count; i++)
		if (!next_comma(at) || !next_number(at, i == 0 ? first : &number))
			return false;
	return true;
}

static inline bool next_end(const char **at)
{
	*at += **at == '\r';
	return *(*at)++ == '\n';
}

/* "2, ": many I/Os end in the same ms. */
static inline bool next_head(const char **at, struct fio_log_row *row)
{
	const char *start = *at;

	if (next_same(at, row->head))
		return true;
	if (!next_number(at, &row->time) || !next_comma(at))
		return false;
	row->head = (struct slice){ start, *at };
	return true;
}

/* ", 16384, 0": most are of one size. */
static inline bool next_tail(const char **at, struct fio_log_row *row)
{
	const char *start = *at;

	if (next_same(at, row->tail))
		return true;
	if (!next_comma(at) || !next_number(at, &row->size) ||
		!next_columns(at, row->columns - 4, &row->fifth) || !next_end(at))
		return false;
	row->tail = (struct slice){ start, *at };
	return true;
}

bool fio_log_row_next(struct slice *lines, struct fio_log_row *row)
{
	const char *at = lines->start;

	if (!next_head(&at, row) || !next_number(&at, &row->value) || !next_comma(&at) ||
		!next_direction(&at, &row->direction) || !next_tail(&at, row))
		return false;
	lines->start = at;
	return true;
}
