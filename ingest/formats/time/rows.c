/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * time/rows - the layouts that have all times on one line
 *
 * GNU, with a second line:
 *	0.31user 0.02system 1:02.20elapsed 0%CPU (0avgtext+0avgdata 1804maxresident)k
 *	0inputs+8outputs (0major+100minor)pagefaults 0swaps
 *
 * zsh, with the command before it; one for each command of a pipeline:
 *	sleep 0.2  0.00s user 0.00s system 0% cpu 0.202 total
 *
 * csh and tcsh, with a line behind it when the command failed:
 *	0.001u 0.002s 1:01.80 0.0%	0+0k 0+0io 0pf+0w
 *	Exit 2
 *
 * BSD and macOS:
 *	        2.31 real         1.87 user         0.12 sys
 *
 * Output without a final newline stands before such a line, without a blank.
 */
#include "core/units.h"
#include "ingest/formats/time/layout.h"

/* A figure of a row and the text behind it; blanks are free on either side. */
struct column {
	enum time_figure figure;
	double factor;
	const char *behind; /* NULL: the row is over */
};

enum { COLUMN_LIMIT = 10 };

static const struct column gnu_row[] = {
	{ TIME_USER, 1, "user" },
	{ TIME_SYS, 1, "system" },
	{ TIME_REAL, 1, "elapsed" },
	{ TIME_CPU, 1, "%CPU (" },
	{ TIME_SHARED_TEXT, KIB, "avgtext+" },
	{ TIME_UNSHARED_DATA, KIB, "avgdata" },
	{ TIME_MAX_RSS, KIB, "maxresident)k" },
	{ .behind = NULL },
};

static const struct column gnu_second_row[] = {
	{ TIME_INPUTS, 1, "inputs+" },
	{ TIME_OUTPUTS, 1, "outputs (" },
	{ TIME_MAJOR_FAULTS, 1, "major+" },
	{ TIME_MINOR_FAULTS, 1, "minor)pagefaults" },
	{ TIME_SWAPS, 1, "swaps" },
	{ .behind = NULL },
};

static const struct column zsh_row[] = {
	{ TIME_USER, 1, "s user" },
	{ TIME_SYS, 1, "s system" },
	{ TIME_CPU, 1, "% cpu" },
	{ TIME_REAL, 1, "total" },
	{ .behind = NULL },
};

static const struct column csh_row[] = {
	{ TIME_USER, 1, "u" },
	{ TIME_SYS, 1, "s" },
	{ TIME_REAL, 1, "" },
	{ TIME_CPU, 1, "%" },
	{ TIME_SHARED_TEXT, KIB, "+" },
	{ TIME_UNSHARED_DATA, KIB, "k" },
	{ TIME_INPUTS, 1, "+" },
	{ TIME_OUTPUTS, 1, "io" },
	{ TIME_MAJOR_FAULTS, 1, "pf+" },
	{ TIME_SWAPS, 1, "w" },
	{ .behind = NULL },
};

static const struct column bsd_row[] = {
	{ TIME_REAL, 1, "real" },
	{ TIME_USER, 1, "user" },
	{ TIME_SYS, 1, "sys" },
	{ .behind = NULL },
};

static bool is_number_part(char c)
{
	return (c >= '0' && c <= '9') || c == '.' || c == ',';
}

/* Moves to the number that stands before the last occurrence of text. */
static bool find_number_before(struct slice *at, const char *text)
{
	const char *behind = slice_find_last(*at, text);
	struct slice number;

	if (!behind)
		return false;
	number.end = slice_trim((struct slice){ at->start, behind }).end;
	number.start = number.end;
	while (number.start > at->start && is_number_part(number.start[-1]))
		number.start--;
	while (scan_char(&number, '.') || scan_char(&number, ','))
		continue;
	at->start = number.start;
	return !slice_is_empty(number);
}

/* GNU has no share for a command that took no time: "?%CPU". */
static bool scan_column(
	struct slice *at, const struct column *column, struct reading *reading, bool *is_known)
{
	scan_blanks(at);
	*is_known = column->figure != TIME_CPU || !scan_char(at, '?');
	if (*is_known && !time_figure_scan(column->figure, at, reading))
		return false;
	return scan_blanks(at) && scan_text(at, column->behind);
}

static bool read_row(
	struct time_result *result, const struct line *line, const struct column *columns)
{
	struct slice at = slice_trim(line->text);
	struct reading readings[COLUMN_LIMIT];
	bool is_known[COLUMN_LIMIT];
	size_t count;

	if (!find_number_before(&at, columns->behind))
		return false;
	for (count = 0; columns[count].behind; count++)
		if (!scan_column(&at, &columns[count], &readings[count], &is_known[count]))
			return false;
	if (!scan_end(&at))
		return false;
	for (size_t i = 0; i < count; i++)
		if (is_known[i])
			time_result_set(result, columns[i].figure, readings[i], columns[i].factor,
				line->number);
	result->complete = true;
	return true;
}

static bool begin_gnu(struct time_result *result, const struct line *line)
{
	return read_row(result, line, gnu_row);
}

static bool go_on_gnu(struct time_result *result, const struct line *line)
{
	return read_row(result, line, gnu_second_row);
}

static bool begin_zsh(struct time_result *result, const struct line *line)
{
	return read_row(result, line, zsh_row);
}

static bool begin_csh(struct time_result *result, const struct line *line)
{
	return read_row(result, line, csh_row);
}

static bool go_on_csh(struct time_result *result, const struct line *line)
{
	const char *start = slice_find_last(line->text, "Exit ");
	struct slice at = { start, line->text.end };
	uint64_t status;

	if (!start || !scan_text(&at, "Exit ") || !scan_integer(&at, &status) || !scan_end(&at))
		return false;
	at.start = start;
	time_result_fail(result, PROBLEM_FAILED, at, line->number);
	return true;
}

static bool begin_bsd(struct time_result *result, const struct line *line)
{
	return read_row(result, line, bsd_row);
}

const struct time_layout time_gnu_row = { .begin = begin_gnu, .go_on = go_on_gnu };
const struct time_layout time_zsh_row = { .begin = begin_zsh };
const struct time_layout time_csh_row = { .begin = begin_csh, .go_on = go_on_csh };
const struct time_layout time_bsd_row = { .begin = begin_bsd, .go_on = time_bsd_usage };
