/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * verdicts - the colours of the verdicts that stand on a sheet
 *
 * To the library a rule is 3 KiB, and a sheet may have thousands of verdicts:
 * one rule is for many areas of the sheet.
 */
#include <stdlib.h>

#include "core/memory.h"
#include "core/message.h"
#include "render/workbook/file/internal.h"
#include "render/workbook/file/reference.h"

/* The library cuts off what is longer; an area is "XFD1048576:XFD1048576 " at most. */
enum { AREAS_A_RULE = LXW_MAX_ATTRIBUTE_LENGTH / 23 };

/* Tints of Okabe and Ito's colours, which differ in lightness, too. */
static const struct verdict_look {
	enum lxw_conditional_criteria criteria;
	const char *text;
	lxw_color_t fill;
	lxw_color_t ink;
	bool is_bold;
} verdict_looks[] = {
	{ LXW_CONDITIONAL_CRITERIA_EQUAL_TO, "\"Stable\"", 0xD3EBF8, 0x0B4F7D, false },
	{ LXW_CONDITIONAL_CRITERIA_EQUAL_TO, "\"Stable?\"", 0xFFF3C4, 0x6B5200, false },
	{ LXW_CONDITIONAL_CRITERIA_EQUAL_TO, "\"Unstable\"", 0xF6CDB4, 0x7A2E00, true },
	{ LXW_CONDITIONAL_CRITERIA_NOT_EQUAL_TO, "\"\"", 0xE1E1E1, 0x404040, false },
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
	sheet->verdicts = memory_reserve_one(sheet->verdicts, sheet->verdict_count,
		&sheet->verdict_capacity, sizeof *sheet->verdicts);
	sheet->verdicts[sheet->verdict_count++] = area;
}

static void add_rule(struct sheet *sheet, size_t look, const struct area *first, char *areas)
{
	lxw_conditional_format rule = {
		.type = LXW_CONDITIONAL_TYPE_CELL,
		.criteria = (uint8_t)verdict_looks[look].criteria,
		.value_string = (char *)verdict_looks[look].text,
		.format = verdict_format(sheet->spreadsheet, look),
		.stop_if_true = LXW_TRUE,
		.multi_range = areas,
	};

	worksheet_conditional_format_range(sheet->worksheet, (lxw_row_t)first->first_row,
		(lxw_col_t)first->first_column, (lxw_row_t)first->last_row,
		(lxw_col_t)first->last_column, &rule);
}

static void colour(struct sheet *sheet, const struct area *areas, size_t count)
{
	struct text names = TEXT_INIT;

	for (size_t i = 0; i < count; i++) {
		text_add(&names, i ? " " : "");
		reference_add_own_area(&names, areas[i]);
	}
	for (size_t i = 0; i < VERDICT_LOOK_COUNT; i++)
		add_rule(sheet, i, areas, names.data);
	text_release(&names);
}

void sheet_colour_verdicts(struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->verdict_count; i += AREAS_A_RULE) {
		size_t left = sheet->verdict_count - i;

		colour(sheet, sheet->verdicts + i, left < AREAS_A_RULE ? left : AREAS_A_RULE);
	}
}
