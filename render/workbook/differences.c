/* SPDX-License-Identifier: GPL-3.0-or-later */
/* differences - the sheet Differences */
#include "render/workbook/differences.h"

#include <math.h>
#include <stdlib.h>

#include "render/report/cell.h"
#include "render/report/changes.h"
#include "render/workbook/notation.h"
#include "render/workbook/statistics.h"
#include "render/workbook/words.h"

static const char name[] = "Differences";

enum { HEAD_ROW = 1, NAME_COLUMNS = 3, CHANGE_DIGITS = 2 };

static void add_heads(struct sheet *sheet, const struct book *book)
{
	static const char *const names[] = { "System", "Test", "Metric", "Unit" };
	static const char *const sides[] = { "Before", "After" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		sheet_add_text(sheet, names[i], STYLE_HEAD);
	for (size_t i = 0; i < sizeof sides / sizeof *sides; i++) {
		sheet_add_text(sheet, sides[i], STYLE_HEAD_NUMBER);
		sheet_add_text(sheet, "± sd", STYLE_HEAD);
	}
	sheet_add_text(sheet, "Change", STYLE_HEAD_NUMBER);
	words_add_interval_heads(sheet, changes_alpha(book));
	sheet_add_text(sheet, "Margin", STYLE_HEAD_NUMBER);
	sheet_add_text(sheet, "Verdict", STYLE_HEAD);
	sheet_add_text(sheet, "Remark", STYLE_HEAD);
}

/* The number as the text has it where that has one, or the text. */
static void add_shown(struct sheet *sheet, const char *text, double value)
{
	struct text format = TEXT_INIT;

	if (notation_format(&format, text, value))
		sheet_add_number(sheet, value, format.data);
	else
		sheet_add_text(sheet, text, STYLE_NUMBER);
	text_release(&format);
}

static void add_side(struct sheet *sheet, const struct summary *side, const struct display *display)
{
	double factor = display->unit ? display->unit->factor : 1;
	struct text cell = TEXT_INIT;
	struct text bare = TEXT_INIT;
	struct text format = TEXT_INIT;
	bool has_spread;

	if (!side->verdict) {
		sheet_skip_cells(sheet, 2);
		return;
	}
	cell_add(&cell, side, NULL, display);
	has_spread = notation_without_spread(&bare, cell.data);
	add_shown(sheet, bare.data, statistic_value(side, statistic_shown(side)) / factor);
	if (has_spread)
		number_format_spread(&format, side->sd / factor);
	sheet_add_number(sheet, has_spread ? side->sd / factor : NAN, format.data);
	text_release(&cell);
	text_release(&bare);
	text_release(&format);
}

/* "+8.1 %"; of what is nearly gone as many digits as tell what is left of it. */
static void add_change(struct sheet *sheet, double ratio)
{
	double change = ratio - 1;
	struct text digits = TEXT_INIT;
	struct text format = TEXT_INIT;

	if (!isnan(ratio)) {
		number_format_significant(
			&digits, 100 * (ratio < 0.01 ? ratio : change), CHANGE_DIGITS);
		text_add_format(&format, "%s%s %%", change > 0 ? "+" : "", digits.data);
	}
	sheet_add_number(sheet, change, format.data);
	text_release(&digits);
	text_release(&format);
}

static void add_margin(struct sheet *sheet, double delta)
{
	struct text margin = TEXT_INIT;

	if (!isnan(delta))
		text_add_format(&margin, "%g %%", 100 * delta);
	add_shown(sheet, margin.data, delta);
	text_release(&margin);
}

static void add_row(struct sheet *sheet, const struct difference *difference)
{
	struct display display = change_display(difference);
	struct text metric = TEXT_INIT;

	change_add_metric(&metric, difference);
	sheet_add_text(sheet, difference->system, STYLE_NAME);
	sheet_add_text(sheet, difference->test, STYLE_TEXT);
	sheet_add_text(sheet, metric.data, STYLE_TEXT);
	sheet_add_text(sheet, display_unit_name(&display, difference->unit), STYLE_TEXT);
	add_side(sheet, &difference->before, &display);
	add_side(sheet, &difference->after, &display);
	add_change(sheet, difference->ratio);
	add_change(sheet, difference->ci[0]);
	add_change(sheet, difference->ci[1]);
	add_margin(sheet, difference->delta);
	sheet_add_text(sheet, change_name(difference->verdict), STYLE_TEXT);
	sheet_add_text(sheet, change_remark(difference), STYLE_OVERFLOW);
	sheet_end_row(sheet);
	text_release(&metric);
}

void differences_write(struct contents *contents)
{
	const struct book *book = &contents->material->book;
	const struct difference **list;
	struct sheet *sheet;
	size_t columns;
	size_t last_row;

	if (book->difference_count == 0)
		return;
	list = changes_in_order(book);
	sheet = spreadsheet_add_sheet(contents->spreadsheet, name);
	sheet_add_line(sheet, name, STYLE_TITLE);
	add_heads(sheet, book);
	columns = sheet_column(sheet);
	sheet_end_row(sheet);
	for (size_t i = 0; i < book->difference_count; i++)
		add_row(sheet, list[i]);
	last_row = sheet_row(sheet) - 1;
	sheet_end_row(sheet);
	words_add_differences(sheet, contents->material);
	sheet_freeze(sheet, HEAD_ROW + 1, NAME_COLUMNS);
	sheet_repeat_row(sheet, HEAD_ROW);
	sheet_repeat_columns(sheet, NAME_COLUMNS, 2);
	sheet_filter(sheet, (struct area){ HEAD_ROW, 0, last_row, columns - 1 });
	free((void *)list);
}
