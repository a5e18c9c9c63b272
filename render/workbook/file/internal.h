/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * internal - what the files of render/workbook/file share: libxlsxwriter's objects
 */
#ifndef RENDER_WORKBOOK_FILE_INTERNAL_H
#define RENDER_WORKBOOK_FILE_INTERNAL_H

#include <xlsxwriter.h>

#include "core/index.h"
#include "core/text.h"
#include "render/workbook/file/sheet.h"

struct sheet_column {
	size_t widest; /* in characters, of the cells looked at */
	double width;  /* once it is set */
};

struct sheet {
	struct spreadsheet *spreadsheet;
	lxw_worksheet *worksheet;
	char *name;
	size_t row;
	size_t column;
	double height;     /* that the row needs, in points; 0: as any */
	size_t cell_count; /* written: each of them must be in the file in the end */
	struct sheet_column *columns;
	size_t column_count;
	struct area *verdicts; /* to be coloured */
	size_t verdict_count;
	size_t verdict_capacity;
	struct text buffer;
};

struct spreadsheet {
	int descriptor; /* of the unnamed file that the library writes */
	lxw_workbook *workbook;
	struct sheet **sheets;
	size_t sheet_count;
	size_t sheet_capacity;
	lxw_format *styles[STYLE_COUNT]; /* each made when it is first needed */
	struct index number_formats;
	lxw_format **numbers; /* of each number format */
	size_t number_capacity;
	lxw_format *verdict_formats[4];
	struct strings
		error_ranges; /* of each chart in turn: where its error bars' lengths stand */
};

/* The library's format of a style, or of numbers shown so. */
lxw_format *look_of_style(struct spreadsheet *spreadsheet, enum style style);
lxw_format *look_of_number(struct spreadsheet *spreadsheet, const char *number_format);

/* Gives the columns that were not set the width of what stands in them. */
void sheet_fit_columns(struct sheet *sheet);

/* Has the verdicts coloured that were marked. */
void sheet_colour_verdicts(struct sheet *sheet);

void sheet_free(struct sheet *sheet);

#endif
