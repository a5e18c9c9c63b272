/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * summary - the sheet Summary: the experiment's tables, as its notes have them
 */
#ifndef RENDER_WORKBOOK_SUMMARY_H
#define RENDER_WORKBOOK_SUMMARY_H

#include "render/workbook/contents.h"

void summary_write_sheet(struct contents *contents);

#endif
