/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * changes - what became of cells from before to after
 */
#ifndef RENDER_REPORT_CHANGES_H
#define RENDER_REPORT_CHANGES_H

#include "render/report/book.h"
#include "render/report/display.h"
#include "render/report/grid.h"

/* A row a difference of the book, in their order. No rows without any. */
void changes_fill(struct grid *grid, const struct book *book);

/* All of the book's: what got worse first, then as they came. The caller frees the list. */
const struct difference **changes_in_order(const struct book *book);

/* The alpha of those that were compared, which is one; NaN: none were. */
double changes_alpha(const struct book *book);

/* "throughput #2": a metric's name says its part where the part has a name. Nothing of a whole test. */
void change_add_metric(struct text *out, const struct difference *difference);

/* How its values are shown, before and after. */
struct display change_display(const struct difference *difference);

/* What the evidence says beyond what the columns do; NULL: there is none. */
const char *change_remark(const struct difference *difference);

#endif
