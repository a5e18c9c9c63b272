/* SPDX-License-Identifier: GPL-3.0-or-later */
/* scan/number - reading the grammar of a line: numbers with a point */
#include "core/scan.h"

static bool scan_number_with(struct slice *at, char point, struct reading *reading)
{
	const char *behind = number_read(at->start, at->end, point, reading);

	if (!behind)
		return false;
	at->start = behind;
	return true;
}

bool scan_number(struct slice *at, struct reading *reading)
{
	return scan_number_with(at, '.', reading);
}

bool scan_number_of_any_locale(struct slice *at, struct reading *reading)
{
	const char *c = at->start;

	while (c < at->end && *c >= '0' && *c <= '9')
		c++;
	return scan_number_with(at, c < at->end && *c == ',' ? ',' : '.', reading);
}
