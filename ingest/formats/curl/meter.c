/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * curl/meter - the rows of numbers that curl draws while it works
 *
 *	  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current
 *	                                 Dload  Upload   Total   Spent    Left  Speed
 *	 87 2048k   87 1791k    0     0  1046k      0  0:00:01  0:00:01 --:--:-- 1046k
 *	100 5859k  100     3  100 5859k      1  3072k  0:00:03  0:00:01  0:00:02 3070k
 *
 * From 8.18 on times that are not known are left blank:
 *
 *	  % Total    % Received % Xferd  Average Speed  Time    Time    Time   Current
 *	                                 Dload  Upload  Total   Spent   Left   Speed
 *	100 97.65k   0 97.65k   0      0 43.21M      0           00:01          44.50M
 *
 * Dload and Upload are averages over the whole transfer, the current speed is
 * not. Numbers are cut, not rounded, at powers of 1024. -Z sums up:
 *
 *	DL% UL%  Dled  Uled  Xfers  Live Total     Current  Left    Speed
 *	100 --  10.0M     0     2     0   0:00:02  0:00:02 --:--:-- 5064k
 */
#include "ingest/formats/curl/meter.h"

#include "core/units.h"

enum {
	TIME_WIDTH = 7, /* from 8.18 on */
	SPEED_WIDTH = 6,
	OLD_SPEED_WIDTH = 5,
	SPEED_MEMORY = 5, /* seconds that the speed of -Z looks back at */
};

enum curl_meter curl_meter_heading(struct slice text)
{
	if (slice_contains(text, "% Total ") && slice_contains(text, "% Received % Xferd"))
		return CURL_ONE;
	if (slice_starts_with(text, "DL% UL%"))
		return CURL_PARALLEL;
	return CURL_NO_METER;
}

bool curl_meter_subheading(struct slice text)
{
	return slice_starts_with(text, "Dload") && slice_contains(text, "Upload") &&
	       slice_contains(text, "Spent");
}

static bool scan_percent(struct slice *at, uint64_t *percent)
{
	return scan_blanks(at) && scan_integer(at, percent) && *percent <= 100;
}

/* "83001", "1791k", "28.6M" */
static bool scan_amount(struct slice *at, struct reading *amount)
{
	double factor;

	if (!scan_blanks(at) || !scan_number(at, amount) ||
		!scan_prefix(at, BINARY_PREFIX, &factor))
		return false;
	*amount = reading_scaled(*amount, factor);
	return true;
}

static double scan_unit(struct slice *at)
{
	return scan_char(at, 'd') ? 86400 : scan_char(at, 'h') ? 3600 : scan_char(at, 'm') ? 60 : 0;
}

/* "0:01:05", "01:05": seconds, to one. */
static bool scan_clock(struct slice *at, uint64_t first, struct reading *time)
{
	uint64_t part;

	*time = (struct reading){ (double)first, 1 };
	while (scan_char(at, ':')) {
		if (!scan_integer(at, &part))
			return false;
		time->value = 60 * time->value + (double)part;
	}
	return true;
}

/* "0:01:05", "01:05", "12h 05m", "2d 03h", "123d", "--:--:--" (resolution 0) */
static bool scan_time(struct slice *at, struct reading *time)
{
	uint64_t number;
	double unit;

	*time = (struct reading){ 0, 0 };
	scan_blanks(at);
	if (scan_text(at, "--:--:--"))
		return true;
	if (!scan_integer(at, &number))
		return false;
	if (!slice_is_empty(*at) && *at->start == ':')
		return scan_clock(at, number, time);
	while ((unit = scan_unit(at)) > 0) {
		time->value += (double)number * unit;
		time->resolution = unit;
		scan_blanks(at);
		if (!scan_integer(at, &number))
			return true;
	}
	return false;
}

/* A column of the new layout, which may be blank; at its end the line may be over. */
static struct slice scan_column(struct slice *at, size_t width)
{
	struct slice column;

	if (!slice_is_empty(*at))
		at->start++;
	if (width > slice_length(*at))
		width = slice_length(*at);
	column = (struct slice){ at->start, at->start + width };
	at->start += width;
	return slice_trim(column);
}

/* The speed is no longer than its column, even when the next row follows at once. */
static void skip_speed(struct slice *at, size_t width)
{
	struct slice column = scan_column(at, width);
	struct slice rest = column;
	struct reading speed;

	if (!scan_amount(&rest, &speed) || !slice_is_empty(rest))
		at->start = column.start;
}

static bool scan_old_times(struct slice *at, struct reading *spent)
{
	struct reading total;
	struct reading left;

	if (!scan_time(at, &total) || !scan_time(at, spent) || !scan_time(at, &left))
		return false;
	skip_speed(at, OLD_SPEED_WIDTH);
	return true;
}

static bool scan_time_column(struct slice *at, struct reading *time)
{
	struct slice column = scan_column(at, TIME_WIDTH);

	*time = (struct reading){ 0, 0 };
	return slice_is_empty(column) || (scan_time(&column, time) && slice_is_empty(column));
}

static bool scan_new_times(struct slice *at, struct reading *spent)
{
	struct reading total;
	struct reading left;

	if (!scan_time_column(at, &total) || !scan_time_column(at, spent) ||
		!scan_time_column(at, &left))
		return false;
	skip_speed(at, SPEED_WIDTH);
	return true;
}

struct row {
	bool complete;
	bool settled;
	struct reading received;
	struct reading sent;
	struct reading download;
	struct reading upload;
	struct reading spent; /* resolution 0: not known */
};

/*
 * Without a length, the total is what came so far and 100 percent of itself,
 * of the received it is 0. Blank columns are too little to go by where no
 * heading was.
 */
static bool scan_row(struct slice *at, bool after_heading, struct row *row)
{
	uint64_t percent;
	uint64_t received;
	uint64_t sent;
	struct reading total;
	struct slice old;

	if (!scan_percent(at, &percent) || !scan_amount(at, &total) ||
		!scan_percent(at, &received) || !scan_amount(at, &row->received) ||
		!scan_percent(at, &sent) || !scan_amount(at, &row->sent) ||
		!scan_amount(at, &row->download) || !scan_amount(at, &row->upload))
		return false;
	row->complete = percent == 100 || total.value == 0;
	row->settled = percent == 100 && (received == 100 || sent == 100);
	old = *at;
	if (!scan_old_times(&old, &row->spent))
		return after_heading && scan_new_times(at, &row->spent);
	*at = old;
	return true;
}

static bool scan_parallel_percent(struct slice *at)
{
	uint64_t percent;

	return scan_blanks(at) && (scan_text(at, "--") || scan_percent(at, &percent));
}

/*
 * The speed is that of the last seconds, which is the average as long as there
 * were no more; later the average is what was transferred in the whole time.
 */
static void set_average(struct row *row, struct reading speed)
{
	bool upload = row->sent.value > row->received.value;

	if (row->spent.value >= SPEED_MEMORY)
		speed = reading_ratio(upload ? row->sent : row->received, row->spent);
	row->download = row->upload = speed;
}

static bool scan_parallel_row(struct slice *at, struct row *row)
{
	uint64_t transfers;
	uint64_t live;
	struct reading total;
	struct reading left;
	struct reading speed;

	if (!scan_parallel_percent(at) || !scan_parallel_percent(at) ||
		!scan_amount(at, &row->received) || !scan_amount(at, &row->sent) ||
		!scan_blanks(at) || !scan_integer(at, &transfers) || !scan_blanks(at) ||
		!scan_integer(at, &live) || !scan_time(at, &total) || !scan_time(at, &row->spent) ||
		!scan_time(at, &left) || !scan_amount(at, &speed))
		return false;
	row->complete = row->settled = live == 0;
	set_average(row, speed);
	return true;
}

bool curl_meter_row(
	struct slice *at, enum curl_meter meter, struct curl_transfer *transfer, size_t line)
{
	struct slice rest = *at;
	struct row row;

	if (meter == CURL_PARALLEL ? !scan_parallel_row(&rest, &row)
				   : !scan_row(&rest, meter == CURL_ONE, &row))
		return false;
	*transfer = (struct curl_transfer){ .complete = row.complete, .settled = row.settled };
	curl_transfer_quote(transfer, (struct slice){ at->start, rest.start }, line);
	curl_transfer_set(transfer, CURL_RECEIVED, row.received, line);
	curl_transfer_set(transfer, CURL_SENT, row.sent, line);
	curl_transfer_set(transfer, CURL_DOWNLOAD_RATE, row.download, line);
	curl_transfer_set(transfer, CURL_UPLOAD_RATE, row.upload, line);
	if (row.spent.resolution > 0)
		curl_transfer_set(transfer, CURL_SECONDS, row.spent, line);
	*at = rest;
	return true;
}
