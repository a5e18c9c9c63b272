/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * wget/progress - the rows of dots and the bars that wget draws
 *
 *	  3072K ........ ........ ........ ........ ........ ........ 75%  430M 0s
 *	  6144K ........ ........ ........ ........                  100%  527M=0.02s
 *	slow.bin             50%[=========>          ]   1.01M  1.00MB/s    eta 1s
 *	slow.bin            100%[===================>]   2.00M  1018KB/s    in 2.0s
 *	unknown.bin             [   <=>              ]   3.00M   590MB/s    in 1m 5s
 *
 * The rates are those of the last moments, not of the transfer.
 */
#include "ingest/formats/wget/progress.h"

#include <string.h>

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

static bool is_in_row(char c)
{
	return c == '.' || c == ' ' || is_digit(c) || (c && strchr(",%KMGTdhms=", c));
}

static bool is_in_bar(char c)
{
	return c && strchr(" =<>+", c);
}

/* The bytes at the beginning of *at that may stand there. */
static struct slice scan_all(struct slice *at, bool (*may_stand)(char c))
{
	const char *start = at->start;

	while (!slice_is_empty(*at) && may_stand(*at->start))
		at->start++;
	return (struct slice){ start, at->start };
}

/* A killed wget leaves a row anywhere: what is there need only look like one. */
static bool is_row(struct slice at)
{
	uint64_t kibibytes;

	if (!scan_integer(&at, &kibibytes) || !scan_char(&at, 'K') || !scan_char(&at, ' '))
		return false;
	scan_blanks(&at);
	if (slice_is_empty(at) || (*at.start != '.' && *at.start != ',' &&
					  !slice_contains(at, "%") && !slice_contains(at, "=")))
		return false;
	scan_all(&at, is_in_row);
	return slice_is_empty(at);
}

/* With a length the bar stands right behind a percentage; without one a mark walks in it. */
static bool is_bar_between(struct slice before, struct slice bar)
{
	before = slice_trim(before);
	return slice_ends_with(before, "%") || slice_contains(bar, "<=>");
}

static bool is_bar(struct slice text)
{
	struct slice at = text;

	while (scan_until(&at, "[", NULL)) {
		struct slice before = { text.start, at.start };
		struct slice bar;

		scan_char(&at, '[');
		bar = scan_all(&at, is_in_bar);
		if (scan_char(&at, ']') && is_bar_between(before, bar))
			return slice_contains(at, "/s");
	}
	return false;
}

static double scan_unit(struct slice *at)
{
	return scan_char(at, 'd')   ? 86400
	       : scan_char(at, 'h') ? 3600
	       : scan_char(at, 'm') ? 60
	       : scan_char(at, 's') ? 1
				    : 0;
}

/* "2.0s", "44m 32s", "2d 9h" */
static void read_seconds(struct slice at, struct reading *seconds)
{
	struct reading part;

	while (scan_number_of_any_locale(&at, &part)) {
		double unit = scan_unit(&at);

		if (unit == 0)
			return;
		seconds->value += part.value * unit;
		seconds->resolution = part.resolution * unit;
		scan_blanks(&at);
	}
}

bool wget_progress(struct slice text, struct reading *seconds)
{
	bool row = is_row(text);
	const char *mark;
	struct slice at;

	*seconds = (struct reading){ 0, 0 };
	if (!row && !is_bar(text))
		return false;
	mark = slice_find_last(text, row ? "=" : "/s");
	if (!mark)
		return true;
	at = (struct slice){ mark, text.end };
	while (!slice_is_empty(at) && !is_digit(*at.start))
		at.start++;
	read_seconds(at, seconds);
	return true;
}
