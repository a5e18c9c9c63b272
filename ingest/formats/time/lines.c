/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * time/lines - real, user and sys on a line each
 *
 *	real	0m0.202s		bash; ksh has two decimals
 *	real	0m 0.20s		busybox
 *	real	1h02m03.45s		ksh, over an hour; bash counts on in minutes
 *	real 0.20			-p
 *	real         0.20		-p of BSD
 *	real	0.202			toybox
 *
 * Pasted logs have blanks for the tab. Behind output without a final newline
 * -p begins on the output's line, and logs may be quoted or have a timestamp
 * before each line: so the words may stand anywhere, but must follow each
 * other, each with nothing but its figure behind it.
 */
#include "ingest/formats/time/layout.h"

static bool read_line(
	const struct line *line, enum time_figure figure, const char *word, struct reading *reading)
{
	struct slice at = line->text;
	const char *start = slice_find_last(at, word);
	const char *blanks;

	if (!start)
		return false;
	at.start = start;
	scan_text(&at, word);
	blanks = at.start;
	if (!scan_blanks(&at) || at.start == blanks || !time_figure_scan(figure, &at, reading))
		return false;
	scan_char(&at, 's');
	return scan_end(&at);
}

/* Where nothing but blanks and the marks of a quoted mail stands before it. */
static bool begins_with(struct slice text, const char *word)
{
	while (scan_char(&text, '>') || scan_char(&text, ' ') || scan_char(&text, '\t'))
		continue;
	return slice_starts_with(text, word);
}

static bool begin(struct time_result *result, const struct line *line)
{
	struct reading real;

	if (!read_line(line, TIME_REAL, "real", &real))
		return false;
	time_result_set(result, TIME_REAL, real, 1, line->number);
	if (begins_with(line->text, "real"))
		time_result_open(result, line->text, line->number);
	return true;
}

/*
 * A log cut in the last figure still ends in a number: fewer decimals than
 * user's betray it, where no unit behind them says that they are all there.
 */
static bool may_be_cut(const struct time_result *result, const struct line *line, double resolution)
{
	return resolution > result->figures[TIME_USER].resolution &&
	       !slice_ends_with(slice_trim(line->text), "s");
}

static bool go_on(struct time_result *result, const struct line *line)
{
	bool last = result->lines[TIME_USER] != 0;
	enum time_figure figure = last ? TIME_SYS : TIME_USER;
	struct reading reading;

	if (result->complete || !read_line(line, figure, last ? "sys" : "user", &reading))
		return false;
	if (last && may_be_cut(result, line, reading.resolution))
		return false;
	time_result_set(result, figure, reading, 1, line->number);
	result->complete = last;
	return true;
}

const struct time_layout time_three_lines = { .begin = begin, .go_on = go_on };
