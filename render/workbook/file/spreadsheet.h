/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * spreadsheet - a workbook in the making, as libxlsxwriter writes it
 *
 * Row by row and sheet by sheet goes to temporary files (TMPDIR), so that a
 * sheet of a million rows takes no memory. The files of render/workbook/file
 * alone know the library. The same calls give the same bytes.
 */
#ifndef RENDER_WORKBOOK_FILE_SPREADSHEET_H
#define RENDER_WORKBOOK_FILE_SPREADSHEET_H

#include <stdio.h>
#include <time.h>

#include "render/workbook/file/sheet.h"

struct spreadsheet;

struct spreadsheet_properties {
	const char *title;
	const char *subject;
	const char *author;
	time_t created;
};

/* Begins a spreadsheet, or ends the program. */
struct spreadsheet *spreadsheet_begin(const struct spreadsheet_properties *properties);

/* Adds a sheet, behind those there are; one at least there must be in the end. The name is unique and to Excel's rules (sheet_names.h). */
struct sheet *spreadsheet_add_sheet(struct spreadsheet *spreadsheet, const char *name);

bool spreadsheet_is_empty(const struct spreadsheet *spreadsheet);

/*
 * Completes the spreadsheet, writes all of it to out and frees it. NULL, or
 * why it is not whole.
 */
const char *spreadsheet_end(struct spreadsheet *spreadsheet, FILE *out);

#endif
