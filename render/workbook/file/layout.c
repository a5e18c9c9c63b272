/* SPDX-License-Identifier: GPL-3.0-or-later */
/* layout - what makes a sheet easy to read, besides its cells */
#include "core/message.h"
#include "render/workbook/file/internal.h"

void sheet_freeze(struct sheet *sheet, size_t rows, size_t columns)
{
	worksheet_freeze_panes(sheet->worksheet, (lxw_row_t)rows, (lxw_col_t)columns);
}

void sheet_repeat_row(struct sheet *sheet, size_t row)
{
	worksheet_repeat_rows(sheet->worksheet, (lxw_row_t)row, (lxw_row_t)row);
}

void sheet_repeat_columns(struct sheet *sheet, size_t count, size_t pages)
{
	worksheet_repeat_columns(sheet->worksheet, 0, (lxw_col_t)(count - 1));
	worksheet_fit_to_pages(sheet->worksheet, (uint16_t)pages, 0);
}

void sheet_filter(struct sheet *sheet, struct area area)
{
	worksheet_autofilter(sheet->worksheet, (lxw_row_t)area.first_row,
		(lxw_col_t)area.first_column, (lxw_row_t)area.last_row,
		(lxw_col_t)area.last_column);
}

/* Tints of Okabe and Ito's colours, which differ in lightness, too. */
static const struct verdict_look {
	const char *formula; /* NULL: any other text */
	lxw_color_t fill;
	lxw_color_t ink;
	bool is_bold;
} verdict_looks[] = {
	{ "\"Stable\"", 0xD3EBF8, 0x0B4F7D, false },
	{ "\"Stable?\"", 0xFFF3C4, 0x6B5200, false },
	{ "\"Unstable\"", 0xF6CDB4, 0x7A2E00, true },
	{ NULL, 0xE1E1E1, 0x404040, false },
};

enum { VERDICT_LOOK_COUNT = sizeof verdict_looks / sizeof *verdict_looks };

static lxw_format *verdict_format(struct spreadsheet *spreadsheet, size_t i)
{
	lxw_format **format = &spreadsheet->verdict_formats[i];

	if (*format)
		return *format;
	*format = workbook_add_format(spreadsheet->workbook);
	if (!*format)
		die("no memory for a workbook's formats");
	format_set_bg_color(*format, verdict_looks[i].fill);
	format_set_font_color(*format, verdict_looks[i].ink);
	if (verdict_looks[i].is_bold)
		format_set_bold(*format);
	return *format;
}

void sheet_mark_verdicts(struct sheet *sheet, struct area area)
{
	for (size_t i = 0; i < VERDICT_LOOK_COUNT; i++) {
		lxw_conditional_format rule = {
			.type = verdict_looks[i].formula ? LXW_CONDITIONAL_TYPE_CELL
							 : LXW_CONDITIONAL_TYPE_NO_BLANKS,
			.criteria = LXW_CONDITIONAL_CRITERIA_EQUAL_TO,
			.value_string = (char *)verdict_looks[i].formula,
			.format = verdict_format(sheet->spreadsheet, i),
			.stop_if_true = LXW_TRUE,
		};

		worksheet_conditional_format_range(sheet->worksheet, (lxw_row_t)area.first_row,
			(lxw_col_t)area.first_column, (lxw_row_t)area.last_row,
			(lxw_col_t)area.last_column, &rule);
	}
}
