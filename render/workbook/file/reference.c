/* SPDX-License-Identifier: GPL-3.0-or-later */
/* reference - how a formula names cells */
#include "render/workbook/file/reference.h"

/* A to Z, AA to ZZ, AAA ... */
static void add_column(struct text *formula, size_t column)
{
	if (column >= 26)
		add_column(formula, column / 26 - 1);
	text_add_char(formula, (char)('A' + column % 26));
}

static void add_absolute(struct text *formula, size_t row, size_t column)
{
	text_add_char(formula, '$');
	add_column(formula, column);
	text_add_char(formula, '$');
	text_add_integer(formula, row + 1);
}

/* A quote within a name is doubled. */
static void add_sheet(struct text *formula, const char *sheet)
{
	text_add_char(formula, '\'');
	for (; *sheet; sheet++) {
		if (*sheet == '\'')
			text_add_char(formula, '\'');
		text_add_char(formula, *sheet);
	}
	text_add(formula, "'!");
}

void reference_add_own_cell(struct text *formula, size_t row, size_t column)
{
	add_column(formula, column);
	text_add_integer(formula, row + 1);
}

void reference_add_own_area(struct text *formula, struct area area)
{
	reference_add_own_cell(formula, area.first_row, area.first_column);
	text_add_char(formula, ':');
	reference_add_own_cell(formula, area.last_row, area.last_column);
}

void reference_add_cell(struct text *formula, const char *sheet, size_t row, size_t column)
{
	add_sheet(formula, sheet);
	add_absolute(formula, row, column);
}

void reference_add_area(struct text *formula, const char *sheet, struct area area)
{
	reference_add_cell(formula, sheet, area.first_row, area.first_column);
	text_add_char(formula, ':');
	add_absolute(formula, area.last_row, area.last_column);
}
