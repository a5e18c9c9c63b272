/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * listing - a sheet that is one grid: problems, environment, policy
 */
#ifndef RENDER_WORKBOOK_LISTING_H
#define RENDER_WORKBOOK_LISTING_H

#include "render/report/grid.h"
#include "render/workbook/contents.h"

/* Adds the sheet of that name, below it what words/WORDS.txt says (NULL: nothing), unless the grid has no rows; and releases that. */
void listing_write(
	struct contents *contents, const char *name, const char *words, struct grid *grid);

#endif
