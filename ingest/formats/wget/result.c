/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * wget/result - the rate and the bytes that wget tells of at the end
 *
 *	2026-11-23 01:18:38 (466 MB/s) - 'android-4.4.tar.gz' saved [8388608/8388608]
 *	2026-11-23 01:18:39 (4.41 Gb/s) - 'unknown.bin' saved [3145728]
 *
 * What is between the two is translated, and holds a file's name: anything.
 */
#include "ingest/formats/wget/result.h"

#include "core/units.h"

static bool scan_three(struct slice *at, char separator)
{
	uint64_t number;

	return scan_integer(at, &number) && scan_char(at, separator) && scan_integer(at, &number) &&
	       scan_char(at, separator) && scan_integer(at, &number);
}

bool wget_stamp(struct slice *at)
{
	struct slice behind_date = *at;

	if (scan_three(&behind_date, '-') && scan_blanks(&behind_date))
		*at = behind_date;
	return scan_three(at, ':');
}

/* "MB/s" of 2^20 B, or of 10^6 bits: "Mb/s" (--report-speed=bits) */
static bool scan_rate_unit(struct slice *at, double *factor)
{
	struct slice bits = *at;

	scan_prefix(at, BINARY_PREFIX, factor);
	if (scan_text(at, "B/s"))
		return true;
	scan_prefix(&bits, DECIMAL_PREFIX, factor);
	*factor /= 8;
	*at = bits;
	return scan_text(at, "b/s");
}

static bool scan_dash(struct slice *at)
{
	return scan_char(at, '-') || scan_text(at, "—");
}

/* One translation begins with a slash. */
bool wget_rate(struct slice *at, struct reading *rate)
{
	struct slice behind_stamp = *at;
	double factor;

	scan_char(&behind_stamp, '/');
	if (wget_stamp(&behind_stamp) && scan_blanks(&behind_stamp))
		*at = behind_stamp;
	if (!scan_char(at, '(') || !scan_number_of_any_locale(at, rate) || !scan_blanks(at) ||
		!scan_rate_unit(at, &factor) || !scan_char(at, ')') || !scan_blanks(at) ||
		!scan_dash(at))
		return false;
	*rate = reading_scaled(*rate, factor);
	return true;
}

/* One translation adds a parenthesis. */
bool wget_count(struct slice text, struct wget_count *count)
{
	const char *start = slice_find_last(text, "[");
	struct slice at = { start, text.end };

	if (!start || !scan_char(&at, '[') || !scan_integer(&at, &count->bytes))
		return false;
	count->total = 0;
	if (scan_char(&at, '/') && !scan_integer(&at, &count->total))
		return false;
	if (!scan_char(&at, ']'))
		return false;
	scan_char(&at, ')');
	return slice_is_empty(at);
}
