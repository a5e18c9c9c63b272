/* SPDX-License-Identifier: GPL-3.0-or-later */
/* conclusions - the sheet Conclusions */
#include "render/workbook/conclusions.h"

#include "render/report/story/teller.h"
#include "render/workbook/words.h"

enum { HEAD_ROW = 1 };

/* A column's head, and its width: its cells are wrapped. */
static const struct head {
	const char *text;
	double width;
} heads[] = {
	{ "Conclusion", 22 },
	{ "What the data support", 36 },
	{ "Sense", 15 },
	{ "Reasons", 56 },
	{ "Left out", 36 },
	{ "From", 36 },
};

enum { HEAD_COUNT = sizeof heads / sizeof *heads };

static void add_strings(struct sheet *sheet, const struct strings *strings, const char *separator)
{
	struct text joined = TEXT_INIT;

	teller_join(&joined, strings, separator);
	sheet_add_text(sheet, joined.data, STYLE_WRAPPED);
	text_release(&joined);
}

static void add_row(struct sheet *sheet, const struct conclusion *conclusion)
{
	sheet_add_text(sheet, conclusion->title, STYLE_NAME);
	sheet_add_text(sheet, teller_supported(conclusion), STYLE_WRAPPED);
	sheet_add_text(sheet, teller_direction(conclusion->better), STYLE_WRAPPED);
	add_strings(sheet, &conclusion->reasons, "; ");
	add_strings(sheet, &conclusion->left_out, ", ");
	add_strings(sheet, &conclusion->from, ", ");
	sheet_end_row(sheet);
}

void conclusions_write(struct contents *contents)
{
	const struct book *book = &contents->material->book;
	struct sheet *sheet;

	if (book->conclusion_count == 0)
		return;
	sheet = spreadsheet_add_sheet(contents->spreadsheet, "Conclusions");
	sheet_add_line(sheet, "Conclusions", STYLE_TITLE);
	for (size_t i = 0; i < HEAD_COUNT; i++) {
		sheet_add_text(sheet, heads[i].text, STYLE_HEAD);
		sheet_set_width(sheet, i, heads[i].width);
	}
	sheet_end_row(sheet);
	for (size_t i = 0; i < book->conclusion_count; i++)
		add_row(sheet, &book->conclusions[i]);
	sheet_end_row(sheet);
	words_add(sheet, "relations");
	sheet_freeze(sheet, HEAD_ROW + 1, 1);
	sheet_repeat_row(sheet, HEAD_ROW);
}
