/* SPDX-License-Identifier: GPL-3.0-or-later */
/* time/duration - the ways in which the programs called time write seconds */
#include "ingest/formats/time/duration.h"

/* "1:02.34" or "1:02:03" */
static bool scan_clock(struct slice *at, struct reading *seconds)
{
	struct slice rest = *at;
	struct slice behind;
	uint64_t count;
	double minutes = 0;
	int colons = 0;

	for (behind = rest; scan_integer(&behind, &count) && scan_char(&behind, ':');
		rest = behind) {
		minutes = 60 * minutes + (double)count;
		colons++;
	}
	if (colons < 1 || colons > 2 || !scan_number_of_any_locale(&rest, seconds))
		return false;
	seconds->value += 60 * minutes;
	*at = rest;
	return true;
}

/* "0m0.202s", "0m 0.20s" or "1h02m03.45s" */
static bool scan_spelled(struct slice *at, struct reading *seconds)
{
	struct slice rest = *at;
	uint64_t hours = 0;
	uint64_t minutes;

	if (!scan_integer(&rest, &minutes))
		return false;
	if (scan_char(&rest, 'h')) {
		hours = minutes;
		scan_blanks(&rest);
		if (!scan_integer(&rest, &minutes))
			return false;
	}
	if (!scan_char(&rest, 'm') || !scan_blanks(&rest) ||
		!scan_number_of_any_locale(&rest, seconds) || !scan_char(&rest, 's'))
		return false;
	seconds->value += 3600 * (double)hours + 60 * (double)minutes;
	*at = rest;
	return true;
}

bool time_duration_scan(struct slice *at, struct reading *seconds)
{
	return scan_clock(at, seconds) || scan_spelled(at, seconds) ||
	       scan_number_of_any_locale(at, seconds);
}
