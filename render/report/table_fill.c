/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table_fill - what stands in the cells of a table */
#include "render/report/table_fill.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "render/report/cell.h"
#include "render/report/verdict.h"

static void add_heads(struct grid *grid, const struct table *table, const struct book *book,
	struct display *displays)
{
	struct text head = TEXT_INIT;

	grid_add_column(grid, "System", GRID_NAME);
	for (size_t i = 0; i < table->column_count; i++) {
		const struct table_column *column = &table->columns[i];
		const char *base;
		const char *unit;

		text_clear(&head);
		text_add(&head, column->head);
		if (!column->is_status) {
			displays[i] = table_display(column, book, &base);
			unit = display_unit_name(&displays[i], base);
			if (!isnan(column->part))
				text_add_format(&head, " #%g", column->part);
			if (*unit)
				text_add_format(&head, " (%s)", unit);
		}
		grid_add_column(grid, head.data, column->is_status ? GRID_TEXT : GRID_NUMBER);
	}
	text_release(&head);
}

/* The worst verdict of the row; NULL when nothing was run. */
static const char *row_status(
	const struct table *table, const char *system, const struct book *book)
{
	const char *worst = NULL;

	for (size_t i = 0; i < table->column_count; i++)
		for (size_t m = 0; m < 2; m++) {
			const struct summary *summary = table_summary(
				&table->columns[i], m, system, book);

			if (summary)
				worst = worse_verdict(worst, summary->verdict);
		}
	return worst;
}

/* "Host, Write: Unstable: n=5, ...; ..." */
static void add_reasons(struct text *note, const char *system, const struct table_column *column,
	const struct summary *summary)
{
	if (note->length)
		text_add(note, ". ");
	text_add_format(note, "%s, %s", system, column->head);
	if (column->metrics[1] && summary->metric)
		text_add_format(note, ", %s", summary->metric);
	if (!isnan(column->part))
		text_add_format(note, " #%g", column->part);
	text_add_char(note, ':');
	if (*summary->verdict)
		text_add_format(note, " %s:", summary->verdict);
	for (size_t i = 0; i < summary->reasons.count; i++)
		text_add_format(note, "%s %s", i ? ";" : "", summary->reasons.items[i]);
}

/* What the cell sorts by, and its verdict. */
static void set_meaning(struct grid *grid, const struct summary *summary)
{
	grid_set_verdict(grid, summary->verdict);
	if (summary->n)
		grid_set_value(grid, cell_shows_median(summary) ? summary->median : summary->mean);
}

/* A pair whose members both have something to say has a note of both. */
static void add_note(struct grid *grid, const char *system, const struct table_column *column,
	const struct summary *const summaries[2])
{
	struct text note = TEXT_INIT;

	for (size_t i = 0; i < 2; i++)
		if (cell_needs_note(summaries[i]) && !(i && summaries[1] == summaries[0]))
			add_reasons(&note, system, column, summaries[i]);
	if (note.length)
		grid_add_note(grid, note.data);
	text_release(&note);
}

static void add_cell(struct grid *grid, const struct table_column *column,
	const struct display *display, const char *system, const struct book *book)
{
	const struct summary *summaries[] = {
		table_summary(column, 0, system, book),
		table_summary(column, 1, system, book),
	};
	struct text cell = TEXT_INIT;

	cell_add(&cell, summaries[0], summaries[1], display);
	grid_add_cell(grid, cell.data);
	if (summaries[0])
		set_meaning(grid, summaries[0]);
	add_note(grid, system, column, summaries);
	text_release(&cell);
}

static void add_status(struct grid *grid, const char *verdict)
{
	grid_add_cell(grid, verdict);
	grid_set_verdict(grid, verdict);
}

static bool has_status(const struct table *table)
{
	for (size_t i = 0; i < table->column_count; i++)
		if (table->columns[i].is_status)
			return true;
	return false;
}

/* What became of a test stands in the row's status alone, where a report that was read has one. */
static bool is_left_to_status(const struct table *table, const struct table_column *column,
	const char *system, const struct book *book)
{
	const struct summary *summary = table_summary(column, 0, system, book);

	return summary && summary->is_listed && !summary->metric && has_status(table);
}

/* A report that was read has a row of those systems that it had one of. */
static bool has_row(const struct table *table, const char *system, const struct book *book)
{
	if (book->summary_count == 0 || !book->summaries[0].is_listed)
		return true;
	for (size_t i = 0; i < table->column_count; i++)
		if (table_summary(&table->columns[i], 0, system, book))
			return true;
	return false;
}

void table_fill(struct grid *grid, const struct table *table, const struct book *book)
{
	struct display *displays = memory_allocate(table->column_count, sizeof *displays);

	add_heads(grid, table, book, displays);
	for (size_t row = 0; row < book->systems.count; row++) {
		const char *system = book->systems.items[row];

		if (!has_row(table, system, book))
			continue;
		grid_add_cell(grid, system);
		for (size_t i = 0; i < table->column_count; i++) {
			if (table->columns[i].is_status)
				add_status(grid, row_status(table, system, book));
			else if (is_left_to_status(table, &table->columns[i], system, book))
				grid_add_cell(grid, NULL);
			else
				add_cell(grid, &table->columns[i], &displays[i], system, book);
		}
	}
	free(displays);
}
