/* SPDX-License-Identifier: GPL-3.0-or-later */
/* samples - the sheets Samples */
#include "render/workbook/samples.h"

#include <math.h>
#include <stdlib.h>

#include "core/memory.h"
#include "render/workbook/file/reference.h"

enum { HEAD_ROWS = 1, VALUE_COLUMN = 3 };

void samples_add_name(struct text *name, size_t sheet)
{
	text_add(name, "Samples");
	if (sheet)
		text_add_format(name, " %zu", sheet + 1);
}

/* Rows of the spool, on one sheet; rows count from 0, the head's among them. */
struct stretch {
	size_t sheet;
	size_t first_row, last_row;
};

/* The stretch that the row number *next begins, of those up to end; *next moves behind it. */
static struct stretch next_stretch(const struct spool *spool, size_t *next, size_t end)
{
	struct spool_place place = spool_place(spool, *next);
	size_t count = end - *next;

	if (place.sheet + 1 < spool->sheet_count && spool->starts[place.sheet + 1] - *next < count)
		count = spool->starts[place.sheet + 1] - *next;
	*next += count;
	return (struct stretch){ place.sheet, HEAD_ROWS + place.row,
		HEAD_ROWS + place.row + count - 1 };
}

void samples_add_used(
	struct text *formula, const struct material *material, const struct summary *summary)
{
	const struct group *group = material_group(material, summary);
	size_t first = group->start + group->set_aside;
	struct text name = TEXT_INIT;

	for (size_t next = first; next < first + summary->n;) {
		struct stretch stretch;

		text_add(formula, next > first ? "," : "");
		stretch = next_stretch(&material->spool, &next, first + summary->n);
		text_clear(&name);
		samples_add_name(&name, stretch.sheet);
		reference_add_area(formula, name.data,
			(struct area){
				stretch.first_row, VALUE_COLUMN, stretch.last_row, VALUE_COLUMN });
	}
	text_release(&name);
}

void samples_add_rows(
	struct text *words, const struct material *material, const struct summary *summary)
{
	const struct group *group = material_group(material, summary);
	size_t end = group->start + group->set_aside + summary->n;

	for (size_t next = group->start; next < end;) {
		struct stretch stretch;

		text_add(words, next > group->start ? "; " : "");
		stretch = next_stretch(&material->spool, &next, end);
		samples_add_name(words, stretch.sheet);
		if (stretch.first_row == stretch.last_row)
			text_add_format(words, ", row %zu", stretch.first_row + 1);
		else
			text_add_format(words, ", rows %zu to %zu", stretch.first_row + 1,
				stretch.last_row + 1);
	}
}

static void add_optional_head(
	struct sheet *sheet, bool is_there, const char *head, enum style style)
{
	if (is_there)
		sheet_add_text(sheet, head, style);
}

/* The sheet's head; how many columns it has. */
static size_t add_head(struct sheet *sheet, const struct spool_columns *columns)
{
	size_t count;

	sheet_add_text(sheet, "System", STYLE_HEAD);
	sheet_add_text(sheet, "Test", STYLE_HEAD);
	sheet_add_text(sheet, "Metric", STYLE_HEAD);
	sheet_add_text(sheet, "Value", STYLE_HEAD_NUMBER);
	sheet_add_text(sheet, "Unit", STYLE_HEAD);
	add_optional_head(sheet, columns->use, "Use", STYLE_HEAD);
	add_optional_head(sheet, columns->part, "Part", STYLE_HEAD_NUMBER);
	add_optional_head(sheet, columns->order, "Order", STYLE_HEAD_NUMBER);
	add_optional_head(sheet, columns->run, "Run", STYLE_HEAD_NUMBER);
	add_optional_head(sheet, columns->time, "Time (s)", STYLE_HEAD_NUMBER);
	add_optional_head(sheet, columns->remark, "Remark", STYLE_HEAD);
	sheet_add_text(sheet, "Line of the log", STYLE_HEAD);
	count = sheet_column(sheet);
	sheet_end_row(sheet);
	return count;
}

static void add_row(
	struct sheet *sheet, const struct spool_columns *columns, const struct spooled *row)
{
	sheet_add_text(sheet, row->system, STYLE_TEXT);
	sheet_add_text(sheet, row->test, STYLE_TEXT);
	sheet_add_text(sheet, row->metric, STYLE_TEXT);
	sheet_add_number(sheet, row->value, "");
	sheet_add_text(sheet, row->unit, STYLE_TEXT);
	if (columns->use)
		sheet_add_text(sheet, row->use, STYLE_TEXT);
	if (columns->part)
		sheet_add_number(sheet, row->part, "");
	if (columns->order)
		sheet_add_number(sheet, row->order, "");
	if (columns->run)
		sheet_add_number(sheet, row->run, "");
	if (columns->time)
		sheet_add_number(sheet, row->time, "");
	if (columns->remark)
		sheet_add_text(sheet, row->remark, STYLE_TEXT);
	sheet_add_text(sheet, row->source, STYLE_TEXT);
	sheet_end_row(sheet);
}

static void write_sheet(struct contents *contents, size_t number, size_t row_count)
{
	struct spool *spool = &contents->material->spool;
	struct text name = TEXT_INIT;
	struct spooled row;
	struct sheet *sheet;
	size_t column_count;

	samples_add_name(&name, number);
	sheet = spreadsheet_add_sheet(contents->spreadsheet, name.data);
	column_count = add_head(sheet, &spool->columns);
	for (size_t i = 0; i < row_count && spool_next(spool, &row); i++)
		add_row(sheet, &spool->columns, &row);
	sheet_freeze(sheet, HEAD_ROWS, 0);
	sheet_repeat_row(sheet, 0);
	sheet_filter(sheet, (struct area){ 0, 0, sheet_row(sheet) - 1, column_count - 1 });
	text_release(&name);
}

void samples_write(struct contents *contents)
{
	struct spool *spool = &contents->material->spool;

	spool_rewind(spool);
	for (size_t i = 0; i < spool->sheet_count; i++) {
		size_t end = i + 1 < spool->sheet_count ? spool->starts[i + 1] : spool->count;

		write_sheet(contents, i, end - spool->starts[i]);
	}
}
