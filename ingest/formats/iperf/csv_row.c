/* SPDX-License-Identifier: GPL-3.0-or-later */
/* iperf/csv_row - a row of iperf 2's CSV */
#include "ingest/formats/iperf/csv_row.h"

#include <math.h>
#include <string.h>
#include <time.h>

enum {
	LINE_LIMIT = 1000,
	INTERVAL = 6, /* the column; those before it are the same in all versions */
};

static const struct iperf_row row_without_figures = {
	.jitter = { NAN, 0 },
	.lost = NAN,
	.datagrams = NAN,
	.retransmits = { NAN, 0 },
	.streams = 1,
};

/* False when a quote is where none may be: iperf writes none. */
static bool split(struct csv_fields *fields, struct slice text)
{
	fields->count = 0;
	return slice_length(text) <= LINE_LIMIT && csv_line_split(fields, text, ',');
}

bool iperf_csv_read_header(
	struct csv_fields *fields, struct slice text, struct iperf_csv_columns *columns)
{
	const struct {
		const char *name;
		size_t *column;
	} names[] = {
		{ "jitter", &columns->jitter },
		{ "errors", &columns->lost },
		{ "datagrams", &columns->datagrams },
		{ "outoforder", &columns->out_of_order },
		{ "tcpretry", &columns->retransmits },
	};

	if (!slice_starts_with(text, "time,srcaddress,srcport,") || !split(fields, text))
		return false;
	*columns = (struct iperf_csv_columns){ .count = fields->count };
	for (size_t i = 0; i < fields->count; i++)
		for (size_t n = 0; n < sizeof names / sizeof *names; n++)
			if (slice_equals(fields->items[i], names[n].name))
				*names[n].column = i;
	return true;
}

/* So many digits, as a number. */
static bool scan_digits(struct slice *at, size_t count, int *value)
{
	*value = 0;
	if (slice_length(*at) < count)
		return false;
	for (; count > 0; count--, at->start++) {
		if (*at->start < '0' || *at->start > '9')
			return false;
		*value = *value * 10 + (*at->start - '0');
	}
	return true;
}

/* "+0000:20260303101112.512" or "20260303101112"; the year 1970 means that it is not known. */
static bool read_time(struct slice at, double *seconds)
{
	struct tm parts = { 0 };
	struct reading fraction;
	int zone;
	int year;

	if (scan_char(&at, '+') || scan_char(&at, '-'))
		if (!scan_digits(&at, 4, &zone) || !scan_char(&at, ':'))
			return false;
	if (!scan_digits(&at, 4, &year) || !scan_digits(&at, 2, &parts.tm_mon) ||
		!scan_digits(&at, 2, &parts.tm_mday) || !scan_digits(&at, 2, &parts.tm_hour) ||
		!scan_digits(&at, 2, &parts.tm_min) || !scan_digits(&at, 2, &parts.tm_sec))
		return false;
	if (scan_char(&at, '.') && !scan_number(&at, &fraction))
		return false;
	parts.tm_year = year - 1900;
	parts.tm_mon--;
	*seconds = year == 1970 ? (double)NAN : (double)timegm(&parts);
	return slice_is_empty(at);
}

static bool is_in_address(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	       (c && strchr(".:%-_", c));
}

static bool read_integer(struct slice at, uint64_t *value)
{
	return scan_integer(&at, value) && slice_is_empty(at);
}

static bool read_host(const struct slice *fields, struct iperf_csv_host *host)
{
	size_t length = slice_length(fields[0]);

	if (length == 0 || length >= sizeof host->address ||
		!(slice_contains(fields[0], ".") || slice_contains(fields[0], ":")))
		return false;
	for (size_t i = 0; i < length; i++)
		if (!is_in_address(fields[0].start[i]))
			return false;
	memcpy(host->address, fields[0].start, length);
	host->address[length] = '\0';
	return read_integer(fields[1], &host->port) && host->port <= UINT16_MAX;
}

static bool read_connection(const struct slice *fields, struct iperf_csv_connection *connection)
{
	connection->is_sum = slice_equals(fields[5], "-1");
	return read_host(&fields[1], &connection->local) &&
	       read_host(&fields[3], &connection->peer) &&
	       (connection->is_sum || read_integer(fields[5], &connection->id));
}

/* "0.0-10.0" or "0.0", "10.0" */
static bool read_interval(const struct slice *fields, bool in_two, struct iperf_row *row)
{
	struct slice at = fields[0];
	struct reading start;
	struct reading end;

	if (!scan_number(&at, &start))
		return false;
	if (in_two && slice_is_empty(at))
		at = fields[1];
	else if (in_two || !scan_char(&at, '-'))
		return false;
	if (!scan_number(&at, &end) || !slice_is_empty(at) || end.value < start.value)
		return false;
	row->start = start.value;
	row->end = end.value;
	row->seconds = (struct reading){ end.value - start.value, end.resolution };
	return true;
}

/* The interval has one decimal; the bytes and the rate know better how long it was. */
static bool read_transfer(const struct slice *fields, struct iperf_csv_row *csv)
{
	struct iperf_row *row = &csv->row;
	uint64_t bytes;
	uint64_t bits;

	if (!read_integer(fields[0], &bytes) || !read_integer(fields[1], &bits))
		return false;
	row->bytes = (struct reading){ (double)bytes, 1 };
	row->rate = (struct reading){ (double)bits / 8, 1.0 / 8 };
	csv->is_true = (row->start > 0 || row->seconds.value > 0) && iperf_row_agrees(row);
	if (row->seconds.value > 0 && bytes > 0 && bits > 0)
		row->seconds = reading_finer(row->seconds, reading_ratio(row->bytes, row->rate));
	return true;
}

/* NaN: there is no such column, or -1 in it, which may have lost its sign in 32 bits. */
static double count_in(const struct csv_fields *fields, size_t column)
{
	uint64_t count;

	if (column == 0 || column >= fields->count ||
		!read_integer(fields->items[column], &count) || count == UINT32_MAX)
		return NAN;
	return (double)count;
}

/* A client, which receives nothing, prints zeros and perhaps how many it sent. */
static void read_datagrams(const struct csv_fields *fields, const struct iperf_csv_columns *columns,
	struct iperf_row *row)
{
	struct slice at = fields->items[columns->jitter];
	struct reading jitter;
	double lost = count_in(fields, columns->lost);
	double datagrams = count_in(fields, columns->datagrams);

	if (!columns->jitter || !scan_number(&at, &jitter) || !(datagrams > 0) ||
		(jitter.value <= 0 && lost <= 0))
		return;
	row->jitter = reading_scaled(jitter, 1e-3);
	row->lost = lost;
	row->datagrams = datagrams;
	row->out_of_order.value = fmax(0, count_in(fields, columns->out_of_order));
	row->out_of_order.line = row->line;
}

/* Without a header only the row of datagrams tells its further columns, by their number. */
static const struct iperf_csv_columns *columns_of(
	const struct csv_fields *fields, const struct iperf_csv_columns *header)
{
	static const struct iperf_csv_columns none;
	static const struct iperf_csv_columns of_datagrams = {
		.count = 14,
		.jitter = 9,
		.lost = 10,
		.datagrams = 11,
		.out_of_order = 13,
	};

	if (fields->count == header->count)
		return header;
	return fields->count == of_datagrams.count ? &of_datagrams : &none;
}

/* What every row begins with, and no other line. */
static bool read_begin(const struct csv_fields *fields, bool in_two, struct iperf_csv_row *row)
{
	return fields->count > (size_t)INTERVAL + in_two &&
	       read_time(fields->items[0], &row->printed) &&
	       read_connection(fields->items, &row->connection) &&
	       read_interval(&fields->items[INTERVAL], in_two, &row->row);
}

bool iperf_csv_read_row(struct csv_fields *fields, const struct line *line,
	const struct iperf_csv_columns *columns, struct iperf_csv_row *row)
{
	bool is_whole;
	bool in_two;
	size_t transfer;

	if (slice_is_empty(line->text) || !strchr("+-0123456789", *line->text.start) ||
		!slice_contains(line->text, ","))
		return false;
	is_whole = split(fields, line->text);
	*row = (struct iperf_csv_row){ .row = row_without_figures };
	row->row.line = line->number;
	in_two = !read_begin(fields, false, row);
	if (in_two && !read_begin(fields, true, row))
		return false;
	transfer = (size_t)INTERVAL + 1 + in_two;
	row->is_readable = is_whole && fields->count >= transfer + 2 &&
			   read_transfer(&fields->items[transfer], row);
	columns = columns_of(fields, columns);
	read_datagrams(fields, columns, &row->row);
	row->row.retransmits.value = count_in(fields, columns->retransmits);
	row->row.retransmits.line = line->number;
	return true;
}
