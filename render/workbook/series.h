/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * series - the sheet Series: how each metric went within each run
 */
#ifndef RENDER_WORKBOOK_SERIES_H
#define RENDER_WORKBOOK_SERIES_H

#include "render/workbook/contents.h"

void series_write_sheet(struct contents *contents);

#endif
