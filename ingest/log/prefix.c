/* SPDX-License-Identifier: GPL-3.0-or-later */
/* prefix - what was put before the lines of a log on its way here */
#include "ingest/log/prefix.h"

#include <string.h>

static bool scan_quotes(struct slice *at)
{
	bool found = false;

	while (scan_char(at, '>') || scan_text(at, "^C")) {
		scan_char(at, ' ');
		found = true;
	}
	return found;
}

/* A time has a colon or a dash in it: "[904]" is a stream of iperf's. */
static bool scan_stamp(struct slice *at)
{
	struct slice rest = *at;
	struct slice stamp;

	if (!scan_char(&rest, '[') || !scan_until(&rest, "] ", &stamp) || slice_is_empty(stamp) ||
		*stamp.start < '0' || *stamp.start > '9' ||
		!(memchr(stamp.start, ':', slice_length(stamp)) ||
			memchr(stamp.start, '-', slice_length(stamp))))
		return false;
	scan_text(&rest, "] ");
	*at = rest;
	return true;
}

struct slice without_prefix(struct slice text)
{
	struct slice at = text;

	scan_blanks(&at);
	if (slice_is_empty(at) || (*at.start != '>' && *at.start != '^' && *at.start != '['))
		return text;
	if (!scan_quotes(&at) && !scan_stamp(&at))
		return text;
	scan_stamp(&at);
	return at;
}
