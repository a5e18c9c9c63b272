/* SPDX-License-Identifier: GPL-3.0-or-later */
/* details - what stands behind a table's cells: statistics, pairs, every value */
#include "render/report/details.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/text.h"
#include "render/report/display.h"
#include "render/report/sources.h"

/* The metric's summary on each system, in the order of the book's systems. */
static const struct summary *next_summary(
	const struct details *details, const struct book *book, size_t *system)
{
	while (*system < book->systems.count) {
		const struct summary *summary = book_summary(book, book->systems.items[*system],
			details->first->test, details->first->metric, details->first->part);

		++*system;
		if (summary && summary->metric)
			return summary;
	}
	return NULL;
}

static double largest_median(const struct details *details, const struct book *book)
{
	const struct summary *summary;
	double largest = 0;
	size_t system = 0;

	while ((summary = next_summary(details, book, &system)))
		if (summary->n)
			largest = fmax(largest, summary->median);
	return largest;
}

/* Whether the part must be said: where the metric's name does not say it already. */
static bool has_other_parts(const struct book *book, const struct summary *first)
{
	for (size_t i = 0; i < book->metric_count; i++)
		if (strcmp(book->metrics[i]->test, first->test) == 0 &&
			strcmp(book->metrics[i]->metric, first->metric) == 0 &&
			!same_number(book->metrics[i]->part, first->part))
			return true;
	return false;
}

/* " (MB/s, more is better)": either, both, or nothing */
static void add_in_parentheses(struct text *title, const char *unit, const char *direction)
{
	if (*unit || *direction)
		text_add_format(
			title, " (%s%s%s)", unit, *unit && *direction ? ", " : "", direction);
}

void details_begin(struct details *details, const struct book *book, const struct summary *first,
	const char *unit_name)
{
	static const char *const directions[] = {
		[BETTER_NEITHER] = "",
		[BETTER_HIGHER] = "more is better",
		[BETTER_LOWER] = "less is better",
	};
	struct text title = TEXT_INIT;
	struct display display;

	*details = (struct details){ .first = first, .factor = 1 };
	display = display_for(unit_name, details->first->unit, largest_median(details, book));
	if (display.unit)
		details->factor = display.unit->factor;
	details->unit_name = display_unit_name(&display, details->first->unit);
	text_add_format(&title, "%s: %s", details->first->test, details->first->metric);
	if (has_other_parts(book, first))
		text_add_format(&title, " #%g", first->part);
	add_in_parentheses(&title, details->unit_name, directions[details->first->better]);
	details->title = text_detach(&title);
}

void details_release(struct details *details)
{
	free(details->title);
	*details = (struct details){ 0 };
}

/* Enough to check by hand, and more than the logs have. */
enum { DIGITS = 6 };

static void add_statistics(
	struct grid *grid, const struct details *details, const struct summary *summary)
{
	double factor = details->factor;
	struct text cv = TEXT_INIT;

	grid_add_cell(grid, summary->system);
	grid_add_number(grid, (double)summary->n, 15);
	grid_add_number(grid, summary->mean / factor, DIGITS);
	grid_add_number(grid, summary->variance / factor / factor, DIGITS);
	grid_add_number(grid, summary->sd / factor, DIGITS);
	if (!isnan(summary->cv))
		text_add_percent(&cv, summary->cv);
	grid_add_cell(grid, cv.data);
	grid_set_value(grid, summary->cv);
	grid_add_range(
		grid, (double[]){ summary->ci[0] / factor, summary->ci[1] / factor }, DIGITS);
	grid_add_number(grid, summary->median / factor, DIGITS);
	grid_add_number(grid, summary->min / factor, DIGITS);
	grid_add_number(grid, summary->max / factor, DIGITS);
	grid_add_cell(grid, summary->verdict);
	grid_set_verdict(grid, summary->verdict);
	text_release(&cv);
}

static bool have_marks(const struct details *details, const struct book *book)
{
	const struct summary *summary;
	size_t system = 0;

	while ((summary = next_summary(details, book, &system)))
		if (summary->marks.count)
			return true;
	return false;
}

static void add_marks(struct grid *grid, const struct summary *summary)
{
	struct text marks = TEXT_INIT;

	details_add_marks(&marks, summary);
	grid_add_cell(grid, marks.data);
	text_release(&marks);
}

void details_add_marks(struct text *out, const struct summary *summary)
{
	for (size_t i = 0; i < summary->marks.count; i++)
		text_add_format(out, "%s%s", i ? ", " : "", summary->marks.items[i]);
}

void details_fill_statistics(
	struct grid *grid, const struct details *details, const struct book *book)
{
	bool has_marks = have_marks(details, book);
	static const char *const heads[] = { "n", "mean", "variance", "sd", "cv",
		"95 % interval of the mean", "median", "min", "max" };
	const struct summary *summary;
	size_t system = 0;

	grid_add_column(grid, "System", GRID_NAME);
	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++)
		grid_add_column(grid, heads[i], GRID_NUMBER);
	grid_add_column(grid, "Verdict", GRID_TEXT);
	if (has_marks)
		grid_add_column(grid, "Marks", GRID_TEXT);
	while ((summary = next_summary(details, book, &system))) {
		add_statistics(grid, details, summary);
		if (has_marks)
			add_marks(grid, summary);
	}
}

static void add_values(struct text *text, const struct summary *summary, double factor)
{
	for (size_t i = 0; i < summary->first.count; i++) {
		text_add_char(text, '[');
		text_add_significant(text, summary->first.items[i] / factor, DIGITS);
		text_add(text, "] ");
	}
	for (size_t i = 0; i < summary->cached.count; i++) {
		text_add_significant(text, summary->cached.items[i] / factor, DIGITS);
		text_add(text, "(C) ");
	}
	for (size_t i = 0; i < summary->n; i++) {
		if (i)
			text_add_char(text, ' ');
		text_add_significant(text, summary->values.items[i] / factor, DIGITS);
	}
}

void details_fill_values(struct grid *grid, const struct details *details, const struct book *book)
{
	const struct summary *summary;
	size_t system = 0;

	grid_add_column(grid, "System", GRID_NAME);
	grid_add_column(grid, "Values in run order", GRID_TEXT);
	grid_add_column(grid, "Lines of the logs", GRID_TEXT);
	while ((summary = next_summary(details, book, &system))) {
		struct text text = TEXT_INIT;

		grid_add_cell(grid, summary->system);
		add_values(&text, summary, details->factor);
		grid_add_cell(grid, text.data);
		text_clear(&text);
		sources_add(&text, &summary->sources);
		grid_add_cell(grid, text.data);
		text_release(&text);
	}
}
