/* SPDX-License-Identifier: GPL-3.0-or-later */
/* iperf/timestamp - a date and time before a line of iperf's */
#include "ingest/formats/iperf/timestamp.h"

#include <stdint.h>

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Behind the first time of day ("01:15:09") among the line's first bytes. */
static bool scan_past_time(struct slice *at)
{
	enum { REACH = 32 };
	const char *end = slice_length(*at) > REACH ? at->start + REACH : at->end;

	for (const char *c = at->start; end - c >= 8; c++) {
		if (!is_digit(c[0]) || !is_digit(c[1]) || c[2] != ':' || !is_digit(c[3]) ||
			!is_digit(c[4]) || c[5] != ':' || !is_digit(c[6]) || !is_digit(c[7]))
			continue;
		at->start = c + 8;
		return true;
	}
	return false;
}

bool scan_iperf_timestamp(struct slice *at)
{
	struct slice rest;
	struct slice fraction;
	uint64_t zone_or_year;

	if (!scan_past_time(at))
		return false;
	scan_word(at, &fraction);
	scan_blanks(at);
	rest = *at;
	if (!scan_char(&rest, '+'))
		scan_char(&rest, '-');
	if (scan_integer(&rest, &zone_or_year) && scan_char(&rest, ' '))
		*at = rest;
	scan_blanks(at);
	return true;
}
