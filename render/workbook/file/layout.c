/* SPDX-License-Identifier: GPL-3.0-or-later */
/* layout - what makes a sheet easy to read, besides its cells */
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
