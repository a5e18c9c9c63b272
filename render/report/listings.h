/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * listings - grids that list records as they are, besides the tables of results
 *
 * Each fills an empty grid; without such records it has no rows.
 */
#ifndef RENDER_REPORT_LISTINGS_H
#define RENDER_REPORT_LISTINGS_H

#include "render/report/book.h"
#include "render/report/grid.h"
#include "render/report/tables.h"

/* Samples that were not summarised, a row each, in base units. */
void listing_fill_samples(struct grid *grid, const struct book *book);

void listing_fill_problems(struct grid *grid, const struct book *book);

/* A row a fact, a column a system. */
void listing_fill_environment(struct grid *grid, const struct book *book);

/* The same in two: the facts that are the same on every system, and the others. */
void listing_fill_common_facts(struct grid *grid, const struct book *book);
void listing_fill_other_facts(struct grid *grid, const struct book *book);

/* The margins, and the metrics in tables that were held to them. */
void listing_fill_policy(struct grid *grid, const struct book *book, const struct tables *tables);

#endif
