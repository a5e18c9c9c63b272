/* SPDX-License-Identifier: GPL-3.0-or-later */
/* summary - the sheet Summary */
#include "render/workbook/summary.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "render/report/display.h"
#include "render/report/table_fill.h"
#include "render/workbook/comment.h"
#include "render/workbook/notation.h"
#include "render/workbook/statistics.h"
#include "render/workbook/words.h"

/* A table while its rows are written. */
struct shown {
	const struct material *material;
	const struct table *table;
	struct grid grid;         /* what a report says in it; its first column is the system */
	struct display *displays; /* of each of the table's columns */
	bool *has_spread;         /* whether a column of standard deviations stands behind it */
};

static double factor_of(const struct display *display)
{
	return display->unit ? display->unit->factor : 1;
}

static const struct grid_cell *cell_at(const struct shown *shown, size_t row, size_t column)
{
	return grid_cell(&shown->grid, row, column + 1);
}

static bool any_spread(const struct shown *shown, size_t column)
{
	bool any = false;

	for (size_t row = 0; row < grid_row_count(&shown->grid) && !any; row++) {
		const char *text = cell_at(shown, row, column)->text;
		struct text bare = TEXT_INIT;

		any = text && notation_without_spread(&bare, text);
		text_release(&bare);
	}
	return any;
}

static void show_table(
	struct shown *shown, const struct material *material, const struct table *table)
{
	const struct book *book = &material->book;

	*shown = (struct shown){
		.material = material,
		.table = table,
		.displays = memory_allocate(table->column_count, sizeof *shown->displays),
		.has_spread = memory_allocate(table->column_count, sizeof *shown->has_spread),
	};
	table_fill(&shown->grid, table, book);
	for (size_t i = 0; i < table->column_count; i++) {
		const char *base;

		if (!table->columns[i].is_status)
			shown->displays[i] = table_display(&table->columns[i], book, &base);
		shown->has_spread[i] = any_spread(shown, i);
	}
}

static void release(struct shown *shown)
{
	grid_release(&shown->grid);
	free(shown->displays);
	free(shown->has_spread);
}

static void add_heads(struct sheet *sheet, const struct shown *shown)
{
	sheet_add_text(sheet, shown->grid.columns[0].head, STYLE_HEAD);
	for (size_t i = 0; i < shown->table->column_count; i++) {
		const struct grid_column *column = &shown->grid.columns[i + 1];

		sheet_add_text(sheet, column->head,
			column->kind == GRID_NUMBER ? STYLE_HEAD_NUMBER : STYLE_HEAD);
		if (shown->has_spread[i])
			sheet_add_text(sheet, "± sd", STYLE_HEAD);
	}
	sheet_end_row(sheet);
}

/* What the notes of a cell say. */
static void add_comment(struct sheet *sheet, const struct shown *shown,
	const struct grid_cell *cell, const struct summary *summary)
{
	struct strings notes = { 0 };

	for (size_t i = 0; i < cell->note_count; i++)
		strings_add(&notes, shown->grid.notes.items[cell->first_note - 1 + i]);
	comment_add(sheet, shown->material, &notes, summary);
	free(notes.items);
}

static void add_spread(struct sheet *sheet, const struct shown *shown, size_t column,
	const struct summary *summary)
{
	double factor = factor_of(&shown->displays[column]);
	struct text format = TEXT_INIT;

	number_format_spread(&format, summary->sd / factor);
	statistics_refer(sheet, shown->material, summary, STATISTIC_SD, factor, format.data);
	text_release(&format);
}

static void mark_last(struct sheet *sheet)
{
	size_t row = sheet_row(sheet);
	size_t column = sheet_column(sheet) - 1;

	sheet_mark_verdicts(sheet, (struct area){ row, column, row, column });
}

static void add_value(struct sheet *sheet, const struct shown *shown, const struct grid_cell *cell,
	size_t column, const struct summary *summary)
{
	double factor = factor_of(&shown->displays[column]);
	struct text bare = TEXT_INIT;
	struct text format = TEXT_INIT;
	bool spread = notation_without_spread(&bare, cell->text ? cell->text : "");

	if (summary && notation_format(&format, bare.data,
			       statistic_value(summary, statistic_shown(summary)) / factor))
		statistics_refer(sheet, shown->material, summary, statistic_shown(summary), factor,
			format.data);
	else
		sheet_add_text(sheet, bare.data, STYLE_NUMBER);
	if (summary && summary->n == 0)
		mark_last(sheet);
	if (cell->note_count)
		add_comment(sheet, shown, cell, summary);
	if (spread) {
		add_spread(sheet, shown, column, summary);
	} else if (shown->has_spread[column]) {
		sheet_skip_cells(sheet, 1);
	}
	text_release(&bare);
	text_release(&format);
}

static void add_row(struct sheet *sheet, const struct shown *shown, size_t row)
{
	const struct book *book = &shown->material->book;
	const char *system = book->systems.items[row];

	sheet_add_text(sheet, system, STYLE_NAME);
	for (size_t i = 0; i < shown->table->column_count; i++) {
		const struct table_column *column = &shown->table->columns[i];
		const struct grid_cell *cell = cell_at(shown, row, i);

		if (column->is_status)
			sheet_add_text(sheet, cell->text, STYLE_TEXT);
		else
			add_value(sheet, shown, cell, i, table_summary(column, 0, system, book));
	}
	sheet_end_row(sheet);
}

/* Column by column of the sheet, those of spreads among them. */
static void mark_status(struct sheet *sheet, const struct shown *shown, size_t first_row)
{
	size_t at = 1;

	for (size_t i = 0; i < shown->table->column_count; i++) {
		if (shown->table->columns[i].is_status)
			sheet_mark_verdicts(
				sheet, (struct area){ first_row, at, sheet_row(sheet) - 1, at });
		at += shown->has_spread[i] ? 2 : 1;
	}
}

static void write_table(
	struct sheet *sheet, const struct material *material, const struct table *table)
{
	struct shown shown;
	size_t first_row;

	show_table(&shown, material, table);
	sheet_end_row(sheet);
	sheet_add_line(sheet, table->title, STYLE_HEADING);
	add_heads(sheet, &shown);
	first_row = sheet_row(sheet);
	for (size_t row = 0; row < material->book.systems.count; row++)
		add_row(sheet, &shown, row);
	mark_status(sheet, &shown, first_row);
	words_add_chains(sheet, material, table);
	if (table->remark)
		sheet_add_line(sheet, table->remark, STYLE_FAINT);
	release(&shown);
}

/* What a reader should look at, and no program can decide. */
static void add_notes(struct sheet *sheet, const struct book *book)
{
	if (book->note_count == 0)
		return;
	sheet_end_row(sheet);
	sheet_add_line(sheet, "To be looked at", STYLE_HEADING);
	for (size_t i = 0; i < book->note_count; i++)
		sheet_add_line(sheet, book->notes[i].message, STYLE_OVERFLOW);
}

void summary_write_sheet(struct contents *contents)
{
	const struct material *material = contents->material;
	const struct tables *tables = &material->tables;
	struct sheet *sheet;

	if (tables->count == 0)
		return;
	sheet = spreadsheet_add_sheet(contents->spreadsheet, "Summary");
	sheet_add_line(sheet,
		material->book.conclusion_count ? material->experiment.title : "Benchmark results",
		STYLE_TITLE);
	words_add(sheet, "notation");
	words_add(sheet, "workbook");
	add_notes(sheet, &material->book);
	for (size_t i = 0; i < tables->count; i++)
		write_table(sheet, material, &tables->items[i]);
	sheet_freeze(sheet, 1, 1);
}
