/* SPDX-License-Identifier: GPL-3.0-or-later */
/* changes - what became of cells from before to after, as a grid */
#ifndef RENDER_REPORT_CHANGES_H
#define RENDER_REPORT_CHANGES_H

#include "render/report/book.h"
#include "render/report/grid.h"

/* A row a difference of the book: what got worse first, then as they came. No rows without any. */
void changes_fill(struct grid *grid, const struct book *book);

#endif
