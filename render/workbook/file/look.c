/* SPDX-License-Identifier: GPL-3.0-or-later */
/* look - how cells look: styles and number formats */
#include "render/workbook/file/look.h"

#include <math.h>
#include <string.h>

#include "core/memory.h"
#include "core/message.h"
#include "render/workbook/file/internal.h"

enum { MOST_DECIMALS = 9, SPREAD_DIGITS = 3 };

enum colour { /* 0xRRGGBB */
	INK = 0x1F2933,
	FAINT = 0x5F6B76,
	ACCENT = 0x0B4F7D,
	HEAD_FILL = 0xE3EBF2,
	RULE = 0x8FA3B5,
};

struct appearance {
	int size; /* points */
	enum colour ink;
	bool is_bold, is_wrapped, is_head, is_right, is_indented;
};

static const struct appearance appearances[] = {
	[STYLE_TEXT] = { 10, INK, .is_indented = true },
	[STYLE_NAME] = { 10, INK, .is_bold = true, .is_indented = true },
	[STYLE_WRAPPED] = { 10, INK, .is_wrapped = true, .is_indented = true },
	[STYLE_NUMBER] = { 10, INK, .is_right = true },
	[STYLE_OVERFLOW] = { 10, INK, .is_indented = true },
	[STYLE_FAINT] = { 10, FAINT, .is_bold = false },
	[STYLE_TITLE] = { 16, ACCENT, .is_bold = true },
	[STYLE_HEADING] = { 12, ACCENT, .is_bold = true },
	[STYLE_HEAD] = { 10, INK, .is_bold = true, .is_wrapped = true, .is_head = true,
		.is_indented = true },
	[STYLE_HEAD_NUMBER] = { 10, INK, .is_bold = true, .is_wrapped = true, .is_head = true,
		.is_right = true },
};

double style_height(enum style style, size_t lines)
{
	static const double leading = 1.35; /* of a line, in its letters' size */
	static const double margin = 2.5;

	return margin + leading * appearances[style].size * (double)lines;
}

void number_format_plain(struct text *format, int decimals)
{
	text_add(format, decimals > 0 ? "0." : "0");
	if (decimals > 0)
		text_add_repeated(format, '0', (size_t)decimals);
}

void number_format_fixed(struct text *format, int decimals)
{
	text_add(format, "#,##");
	number_format_plain(format, decimals);
}

void number_format_significant(struct text *format, double value, int digits)
{
	int before = value == 0 ? 1 : (int)floor(log10(fabs(value))) + 1;
	int decimals = digits - before;

	if (value == 0) {
		text_add_char(format, '0');
	} else if (decimals > MOST_DECIMALS || before > 15) {
		text_add(format, "0.");
		text_add_repeated(format, '0', (size_t)digits - 1);
		text_add(format, "E+00");
	} else {
		number_format_fixed(format, decimals);
	}
}

void number_format_spread(struct text *format, double value)
{
	text_add(format, "\"± \"");
	number_format_significant(format, value, SPREAD_DIGITS);
	text_add(format, "* ");
}

static size_t digits_before_point(double value)
{
	return fabs(value) < 10 ? 1 : (size_t)floor(log10(fabs(value))) + 1;
}

size_t number_format_width(const char *format, double value)
{
	bool is_scientific = strstr(format, "E+") != NULL;
	size_t whole = digits_before_point(strchr(format, '%') ? 100 * value : value);
	size_t width = (value < 0) + (is_scientific ? 0 : whole - 1);

	if (!*format) /* as the program likes: up to eleven characters */
		return (size_t)snprintf(NULL, 0, "%.10g", value);
	if (strchr(format, ','))
		width += (whole - 1) / 3 - strlen("#,##");
	for (const char *c = format; *c; c++)
		width += *c != '"';
	return width;
}

static lxw_format *make_format(lxw_workbook *workbook, enum style style, const char *number_format)
{
	const struct appearance *look = &appearances[style];
	lxw_format *format = workbook_add_format(workbook);

	if (!format)
		die("no memory for a workbook's formats");
	format_set_font_size(format, look->size);
	format_set_font_color(format, look->ink);
	format_set_align(
		format, look->is_head ? LXW_ALIGN_VERTICAL_BOTTOM : LXW_ALIGN_VERTICAL_CENTER);
	if (look->is_right)
		format_set_align(format, LXW_ALIGN_RIGHT);
	if (look->is_indented)
		format_set_indent(format, 1);
	if (look->is_bold)
		format_set_bold(format);
	if (look->is_wrapped)
		format_set_text_wrap(format);
	if (look->is_head) {
		format_set_bg_color(format, HEAD_FILL);
		format_set_bottom(format, LXW_BORDER_THIN);
		format_set_bottom_color(format, RULE);
	}
	if (*number_format)
		format_set_num_format(format, number_format);
	return format;
}

lxw_format *look_of_style(struct spreadsheet *spreadsheet, enum style style)
{
	if (!spreadsheet->styles[style])
		spreadsheet->styles[style] = make_format(spreadsheet->workbook, style, "");
	return spreadsheet->styles[style];
}

lxw_format *look_of_number(struct spreadsheet *spreadsheet, const char *number_format)
{
	size_t known = spreadsheet->number_formats.count;
	size_t number;

	if (!*number_format)
		return look_of_style(spreadsheet, STYLE_NUMBER);
	number = index_add(&spreadsheet->number_formats, slice_of(number_format));
	if (number < known)
		return spreadsheet->numbers[number];
	spreadsheet->numbers = memory_reserve_one(spreadsheet->numbers, known,
		&spreadsheet->number_capacity, sizeof *spreadsheet->numbers);
	spreadsheet->numbers[number] = make_format(
		spreadsheet->workbook, STYLE_NUMBER, number_format);
	return spreadsheet->numbers[number];
}
