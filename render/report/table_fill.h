/* SPDX-License-Identifier: GPL-3.0-or-later */
/* table_fill - what stands in the cells of a table */
#ifndef RENDER_REPORT_TABLE_FILL_H
#define RENDER_REPORT_TABLE_FILL_H

#include "render/report/grid.h"
#include "render/report/tables.h"

/* Fills an empty grid with a table's heads, rows and notes. */
void table_fill(struct grid *grid, const struct table *table, const struct book *book);

#endif
