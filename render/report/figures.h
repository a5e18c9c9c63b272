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

#include "core/experiment.h"
#include "render/report/book.h"
#include "render/report/display.h"
#include "render/report/tables.h"

/* FIGURE(constant, its name: of the template, in file names, of --kind) */
#define FIGURE_KINDS(FIGURE) FIGURE(BARS, "bars") /* means from zero, intervals, every run a dot */

enum figure_kind {
#define FIGURE(constant, name) FIGURE_##constant,
	FIGURE_KINDS(FIGURE)
#undef FIGURE
		FIGURE_KIND_COUNT
};

const char *figure_kind_name(enum figure_kind kind);

struct panel {
	char *head; /* "Write" */
	char *axis; /* "MB/s, more is better" */
	const char *test;
	const char *metric;
	double part; /* NaN: any */
	struct display display;
};

/* What a panel shows of a system, or NULL. */
const struct summary *panel_summary(
	const struct panel *panel, const struct book *book, const char *system);

struct figure {
	enum figure_kind kind;
	const struct table *table;    /* that it belongs under; NULL: none */
	const struct summary *metric; /* the only one that it shows; NULL: several */
	char *stem;                   /* of its file's name: a-z 0-9 and '-', no other figure's */
	char *title;                  /* the title of its table, the metric: bytes of a log */
	char *legend;                 /* what is drawn how; also says in words what kind it is */
	struct panel *panels;
	size_t panel_count;
};

struct figures {
	struct figure *items;
	size_t count;
	size_t capacity;
};

/* The figures that a reader of the tables needs, in the tables' order. */
void figures_plan(struct figures *figures, const struct book *book, const struct tables *tables);

/* The figures under a table: the first at or behind *next, which moves behind it; NULL at the end. */
const struct figure *figures_of_table(
	const struct figures *figures, const struct table *table, size_t *next);

void figures_release(struct figures *figures);

#endif
