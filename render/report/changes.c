/* SPDX-License-Identifier: GPL-3.0-or-later */
/* changes - what became of cells from before to after */
#include "render/report/changes.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "render/report/cell.h"
#include "render/report/pairs.h"

/* Beyond these a ratio says more than what was added, or is missing, in percent. */
static const double least_as_percent = 0.01;
static const double most_as_percent = 10;

/* "+8.1 %", "12 x" */
static void add_change(struct text *out, double ratio)
{
	double change = fabs(ratio - 1) < 1e-5 ? 0 : ratio - 1;

	if (ratio >= most_as_percent || ratio < least_as_percent) {
		text_add_format(out, "%.3g x", ratio);
		return;
	}
	if (change != 0)
		text_add_char(out, change < 0 ? '-' : '+');
	text_add_percent(out, fabs(change));
}

double changes_alpha(const struct book *book)
{
	for (size_t i = 0; i < book->difference_count; i++)
		if (!isnan(book->differences[i].alpha))
			return book->differences[i].alpha;
	return NAN;
}

static void add_heads(struct grid *grid, const struct book *book)
{
	double alpha = changes_alpha(book);
	struct text interval = TEXT_INIT;

	if (!isnan(alpha))
		text_add_format(&interval, "%g %% ", 100 * (1 - alpha));
	text_add(&interval, "interval");
	grid_add_column(grid, "System", GRID_NAME);
	grid_add_column(grid, "Test", GRID_NAME);
	grid_add_column(grid, "Metric", GRID_NAME);
	grid_add_column(grid, "Before", GRID_NUMBER);
	grid_add_column(grid, "After", GRID_NUMBER);
	grid_add_column(grid, "Change", GRID_NUMBER);
	grid_add_column(grid, interval.data, GRID_NUMBER);
	grid_add_column(grid, "Margin", GRID_NUMBER);
	grid_add_column(grid, "Verdict", GRID_TEXT);
	grid_add_column(grid, "Remark", GRID_TEXT);
	text_release(&interval);
}

void change_add_metric(struct text *out, const struct difference *difference)
{
	const char *metric = difference->metric;

	text_add(out, metric ? metric : "");
	if (metric && !isnan(difference->part) && !strchr(metric, '.'))
		text_add_format(out, " #%g", difference->part);
}

struct display change_display(const struct difference *difference)
{
	double typical = fmax(difference->before.n ? difference->before.median : 0,
		difference->after.n ? difference->after.median : 0);

	return display_for(NULL, difference->unit, typical);
}

const char *change_remark(const struct difference *difference)
{
	return difference->evidence ? pairs_remark(difference->evidence, "after", "before") : NULL;
}

static void add_metric(struct grid *grid, const struct difference *difference)
{
	struct text metric = TEXT_INIT;

	change_add_metric(&metric, difference);
	grid_add_cell(grid, difference->metric ? metric.data : NULL);
	text_release(&metric);
}

/* "142 ± 27 MB/s" */
static void add_side(struct grid *grid, const struct difference *difference,
	const struct summary *side, const struct display *display)
{
	const char *unit = display_unit_name(display, difference->unit);
	struct text cell = TEXT_INIT;

	if (side->verdict)
		cell_add(&cell, side, NULL, display);
	if (side->verdict && side->n && *unit)
		text_add_format(&cell, " %s", unit);
	grid_add_cell(grid, cell.data);
	text_release(&cell);
}

static void add_sides(struct grid *grid, const struct difference *difference)
{
	struct display display = change_display(difference);

	add_side(grid, difference, &difference->before, &display);
	add_side(grid, difference, &difference->after, &display);
}

static void add_ratio(struct grid *grid, const struct difference *difference)
{
	struct text cell = TEXT_INIT;

	if (!isnan(difference->ratio))
		add_change(&cell, difference->ratio);
	grid_add_cell(grid, cell.data);
	grid_set_value(grid, difference->ratio);
	text_clear(&cell);
	if (!isnan(difference->ci[0])) {
		add_change(&cell, difference->ci[0]);
		text_add(&cell, " to ");
		add_change(&cell, difference->ci[1]);
	}
	grid_add_cell(grid, cell.data);
	text_release(&cell);
}

static void add_row(struct grid *grid, const struct difference *difference)
{
	grid_add_cell(grid, difference->system);
	grid_add_cell(grid, difference->test);
	add_metric(grid, difference);
	add_sides(grid, difference);
	add_ratio(grid, difference);
	if (isnan(difference->delta))
		grid_add_cell(grid, NULL);
	else
		grid_add_cell_format(grid, "%g %%", 100 * difference->delta);
	grid_add_cell(grid, change_name(difference->verdict));
	grid_add_cell(grid, change_remark(difference));
}

const struct difference **changes_in_order(const struct book *book)
{
	const struct difference **list = memory_allocate(book->difference_count, sizeof *list);
	size_t count = 0;

	for (int verdict = 0; verdict < CHANGE_COUNT; verdict++)
		for (size_t i = 0; i < book->difference_count; i++)
			if ((int)book->differences[i].verdict == verdict)
				list[count++] = &book->differences[i];
	return list;
}

void changes_fill(struct grid *grid, const struct book *book)
{
	const struct difference **list = changes_in_order(book);

	add_heads(grid, book);
	for (size_t i = 0; i < book->difference_count; i++)
		add_row(grid, list[i]);
	free((void *)list);
}
