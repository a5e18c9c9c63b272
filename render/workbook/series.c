/* SPDX-License-Identifier: GPL-3.0-or-later */
/* series - the sheet Series */
#include "render/workbook/series.h"

#include <math.h>

#include "render/report/story/teller.h"

enum { HEAD_ROW = 1, NAME_COLUMNS = 3, DIGITS = 5 };

static const struct head {
	const char *text;
	enum style style;
} heads[] = {
	{ "System", STYLE_HEAD },
	{ "Test", STYLE_HEAD },
	{ "Metric", STYLE_HEAD },
	{ "Unit", STYLE_HEAD },
	{ "Part", STYLE_HEAD_NUMBER },
	{ "Run", STYLE_HEAD_NUMBER },
	{ "Intervals", STYLE_HEAD_NUMBER },
	{ "of (s)", STYLE_HEAD_NUMBER },
	{ "Set aside", STYLE_HEAD_NUMBER },
	{ "Mean", STYLE_HEAD_NUMBER },
	{ "sd", STYLE_HEAD_NUMBER },
	{ "95 % from", STYLE_HEAD_NUMBER },
	{ "95 % to", STYLE_HEAD_NUMBER },
	{ "Effective n", STYLE_HEAD_NUMBER },
	{ "Lag-1 r", STYLE_HEAD_NUMBER },
	{ "Minimum", STYLE_HEAD_NUMBER },
	{ "Maximum", STYLE_HEAD_NUMBER },
	{ "Verdict", STYLE_HEAD },
	{ "First interval", STYLE_HEAD },
	{ "Reasons", STYLE_HEAD },
};

enum { HEAD_COUNT = sizeof heads / sizeof *heads };

static void add_value(struct sheet *sheet, double value)
{
	struct text format = TEXT_INIT;

	if (!isnan(value))
		number_format_significant(&format, value, DIGITS);
	sheet_add_number(sheet, value, format.data);
	text_release(&format);
}

static void add_numbers(struct sheet *sheet, const struct series *series)
{
	sheet_add_number(sheet, series->part, "");
	sheet_add_number(sheet, series->run, "");
	sheet_add_number(sheet, (double)series->n, "0");
	sheet_add_number(sheet, series->interval, "");
	sheet_add_number(sheet, (double)series->cut, "0");
	add_value(sheet, series->mean);
	add_value(sheet, series->sd);
	add_value(sheet, series->ci[0]);
	add_value(sheet, series->ci[1]);
	sheet_add_number(sheet, series->effective_n, "0.0");
	sheet_add_number(sheet, series->r, "0.000");
	add_value(sheet, series->min);
	add_value(sheet, series->max);
}

static void add_row(struct sheet *sheet, const struct series *series)
{
	struct text reasons = TEXT_INIT;

	sheet_add_text(sheet, series->system, STYLE_NAME);
	sheet_add_text(sheet, series->test, STYLE_TEXT);
	sheet_add_text(sheet, series->metric, STYLE_TEXT);
	sheet_add_text(sheet, series->unit, STYLE_TEXT);
	add_numbers(sheet, series);
	sheet_add_text(sheet, series->verdict, STYLE_TEXT);
	sheet_add_text(sheet, series->sources.count ? series->sources.items[0] : NULL, STYLE_TEXT);
	teller_join(&reasons, &series->reasons, "; ");
	sheet_add_text(sheet, reasons.data, STYLE_OVERFLOW);
	sheet_end_row(sheet);
	text_release(&reasons);
}

void series_write_sheet(struct contents *contents)
{
	const struct book *book = &contents->material->book;
	struct sheet *sheet;

	if (book->series_count == 0)
		return;
	sheet = spreadsheet_add_sheet(contents->spreadsheet, "Series");
	sheet_add_line(sheet, "Within the runs", STYLE_TITLE);
	for (size_t i = 0; i < HEAD_COUNT; i++)
		sheet_add_text(sheet, heads[i].text, heads[i].style);
	sheet_end_row(sheet);
	for (size_t i = 0; i < book->series_count; i++)
		add_row(sheet, &book->series[i]);
	sheet_freeze(sheet, HEAD_ROW + 1, NAME_COLUMNS);
	sheet_repeat_row(sheet, HEAD_ROW);
	sheet_repeat_columns(sheet, NAME_COLUMNS, 2);
	sheet_filter(sheet, (struct area){ HEAD_ROW, 0, sheet_row(sheet) - 1, HEAD_COUNT - 1 });
}
