/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chart - bars with error bars, drawn by whoever opens the workbook */
#include "core/memory.h"
#include "core/message.h"
#include "render/workbook/file/cell_text.h"
#include "render/workbook/file/internal.h"
#include "render/workbook/file/reference.h"

enum {
	INK = 0x1F2933,
	BAR = 0x56B4E9, /* Okabe and Ito's sky blue: error bars are seen on it, in print, too */
	GRID_LINE = 0xDDE3E8,
	ROW_HEIGHT = 20, /* pixels */
	DEFAULT_HEIGHT = 288,
	DEFAULT_BARS = 8, /* that there is room for */
	TITLE_LIMIT = 120,
};

/* The library would take text that begins with "=" for a formula. */
static char *chart_text(const char *foreign)
{
	struct text text = TEXT_INIT;

	if (*foreign == '=')
		text_add_char(&text, ' ');
	plain_text_add(&text, foreign, TITLE_LIMIT);
	return text_detach(&text);
}

static char *formula_of_rows(
	const struct sheet *sheet, const struct sheet_chart *chart, size_t column)
{
	struct text formula = TEXT_INIT;

	text_add_char(&formula, '=');
	reference_add_area(&formula, sheet->name,
		(struct area){ chart->first_row, column, chart->last_row, column });
	return text_detach(&formula);
}

static void add_bars(lxw_chart *drawn, struct sheet *sheet, const struct sheet_chart *chart)
{
	lxw_chart_line error_line = { .color = INK, .width = 1.25F };
	lxw_chart_fill fill = { .color = BAR };
	char *names = formula_of_rows(sheet, chart, chart->name_column);
	char *values = formula_of_rows(sheet, chart, chart->value_column);
	char *errors = formula_of_rows(sheet, chart, chart->error_column);
	lxw_chart_series *bars = chart_add_series(drawn, names, values);

	chart_series_set_fill(bars, &fill);
	chart_series_set_error_bars(bars->y_error_bars, LXW_CHART_ERROR_BAR_TYPE_FIXED, 1);
	chart_series_set_error_bars_line(bars->y_error_bars, &error_line);
	strings_add(&sheet->spreadsheet->error_ranges, memory_copy_string(errors + 1));
	free(names);
	free(values);
	free(errors);
}

/* Bars that are not seen: an axis makes room for bars, not for what stands on them. */
static void add_room(lxw_chart *drawn, const struct sheet *sheet, const struct sheet_chart *chart)
{
	lxw_chart_fill fill = { .none = LXW_TRUE };
	lxw_chart_line line = { .none = LXW_TRUE };
	char *names = formula_of_rows(sheet, chart, chart->name_column);
	char *ends = formula_of_rows(sheet, chart, chart->end_column);
	lxw_chart_series *room = chart_add_series(drawn, names, ends);

	chart_series_set_fill(room, &fill);
	chart_series_set_line(room, &line);
	chart_set_series_overlap(drawn, 100);
	free(names);
	free(ends);
}

static void set_words(lxw_chart *drawn, const struct sheet_chart *chart)
{
	lxw_chart_font title_font = { .size = 11, .bold = LXW_TRUE, .color = INK };
	lxw_chart_font font = { .size = 9, .color = INK };
	char *title = chart_text(chart->title);
	char *axis = chart_text(chart->axis);

	chart_title_set_name(drawn, title);
	chart_title_set_name_font(drawn, &title_font);
	chart_axis_set_name(drawn->y_axis, axis);
	chart_axis_set_name_font(drawn->y_axis, &font);
	chart_axis_set_num_font(drawn->y_axis, &font);
	chart_axis_set_num_font(drawn->x_axis, &font);
	free(title);
	free(axis);
}

void sheet_add_chart(struct sheet *sheet, const struct sheet_chart *chart)
{
	lxw_chart *drawn = workbook_add_chart(sheet->spreadsheet->workbook, LXW_CHART_COLUMN);
	lxw_chart_line grid_line = { .color = GRID_LINE, .width = 0.75F };
	size_t bars = chart->last_row - chart->first_row + 1;
	lxw_chart_options options = {
		.x_scale = bars > DEFAULT_BARS ? (double)bars / DEFAULT_BARS : 1,
		.y_scale = (double)chart->rows * ROW_HEIGHT / DEFAULT_HEIGHT,
		.object_position = LXW_OBJECT_MOVE_DONT_SIZE,
	};

	if (!drawn)
		die("no memory for a workbook's chart");
	add_bars(drawn, sheet, chart);
	add_room(drawn, sheet, chart);
	set_words(drawn, chart);
	chart_axis_set_min(drawn->y_axis, 0);
	chart_axis_major_gridlines_set_line(drawn->y_axis, &grid_line);
	chart_legend_set_position(drawn, LXW_CHART_LEGEND_NONE);
	chart_set_series_gap(drawn, 80);
	worksheet_insert_chart_opt(sheet->worksheet, (lxw_row_t)chart->at_row,
		(lxw_col_t)chart->at_column, drawn, &options);
}
