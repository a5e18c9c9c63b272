/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * figures - which charts a report has, and what each of them shows
 *
 * A figure has panels: a bars figure has one for each column of a table, a
 * figure of runs one for each system. What is drawn in them is in the book; how
 * it looks is a template's affair (plot.h).
 */
#ifndef RENDER_REPORT_FIGURES_H
#define RENDER_REPORT_FIGURES_H

#include "render/report/book.h"
#include "render/report/plot/figure.h"
#include "render/report/tables.h"

/* The figures that a reader of the tables needs: the tables' first, then the metrics'. */
void figures_plan(struct figures *figures, const struct book *book, const struct tables *tables);

/* All figures of one kind that the tables' metrics can have. */
void figures_plan_kind(struct figures *figures, enum figure_kind kind, const struct book *book,
	const struct tables *tables);

#endif
