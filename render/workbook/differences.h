/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * differences - the sheet Differences: what became of each cell from before to after
 */
#ifndef RENDER_WORKBOOK_DIFFERENCES_H
#define RENDER_WORKBOOK_DIFFERENCES_H

#include "render/workbook/contents.h"

void differences_write(struct contents *contents);

#endif
