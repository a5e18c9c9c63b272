/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * contents - the sheets of a workbook, in their order
 */
#ifndef RENDER_WORKBOOK_CONTENTS_H
#define RENDER_WORKBOOK_CONTENTS_H

#include "render/workbook/file/spreadsheet.h"
#include "render/workbook/material.h"
#include "render/workbook/sheet_names.h"

/* What every sheet is made with. */
struct contents {
	struct material *material;
	struct spreadsheet *spreadsheet;
	struct sheet_names names;
};

/* Fills a spreadsheet with all sheets that the material has something for. */
void contents_write(struct spreadsheet *spreadsheet, struct material *material);

#endif
