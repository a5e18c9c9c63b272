/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * reference - how a formula names cells: 'Samples 2'!$D$7
 *
 * Rows and columns count from 0. A sheet's name is always quoted, whatever is in it.
 */
#ifndef RENDER_WORKBOOK_FILE_REFERENCE_H
#define RENDER_WORKBOOK_FILE_REFERENCE_H

#include "core/text.h"
#include "render/workbook/file/sheet.h"

/* "D7", of the sheet itself. */
void reference_add_own_cell(struct text *formula, size_t row, size_t column);

/* "D7:D12", likewise */
void reference_add_own_area(struct text *formula, struct area area);

/* "'Samples 2'!$D$7" */
void reference_add_cell(struct text *formula, const char *sheet, size_t row, size_t column);

/* "'Samples 2'!$D$7:$D$12" */
void reference_add_area(struct text *formula, const char *sheet, struct area area);

#endif
