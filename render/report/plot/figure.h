/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * figure - charts, their kinds and their panels, and lists of them as they are planned
 */
#ifndef RENDER_REPORT_PLOT_FIGURE_H
#define RENDER_REPORT_PLOT_FIGURE_H

#include "render/report/plot/panel.h"
#include "render/report/tables.h"

/* FIGURE(constant, name): the name of its template, in its file's name, and of --kind */
#define FIGURE_KINDS(FIGURE)                                                                 \
	FIGURE(BARS, "bars")       /* a table's metrics: means from zero, every run a dot */ \
	FIGURE(RANKING, "ranking") /* a table's metrics: ratios to a baseline */             \
	FIGURE(BOXES, "boxes")     /* a table's metrics: how many runs are spread */         \
	FIGURE(RUNS, "runs")       /* a metric: its values in run order */                   \
	FIGURE(SERIES, "series")   /* a metric: how it went within each run */               \
	FIGURE(PERCENTILES, "percentiles") /* a test: its latencies */

enum figure_kind {
#define FIGURE(constant, name) FIGURE_##constant,
	FIGURE_KINDS(FIGURE)
#undef FIGURE
		FIGURE_KIND_COUNT
};

const char *figure_kind_name(enum figure_kind kind);

struct figure {
	enum figure_kind kind;
	const struct table *table;    /* that it shows; NULL: none */
	const struct summary *metric; /* that it shows, as book->metrics has it; NULL: several */
	char *stem;                   /* of its file's name: a-z 0-9 '-', no other figure's */
	char *title;                  /* bytes of a log */
	char *legend;                 /* what is drawn how */
	struct panel *panels;
	size_t panel_count;
};

struct figures {
	struct figure *items;
	size_t count;
	size_t capacity;
};

/* Whether its panels are a table's columns, each with a unit of its own; else all have that of the first. */
bool figure_is_of_columns(const struct figure *figure);

/* Adds a figure without panels; the title, an allocated string, becomes its own. */
struct figure *figure_add(struct figures *figures, enum figure_kind kind, char *title);

/* Adds a panel that the caller fills; drops the last one. */
struct panel *figure_add_panel(struct figure *figure);
void figure_drop_panel(struct figure *figure);

/* Drops the last figure if it has no panels. */
void figures_drop_empty(struct figures *figures);

void figures_release(struct figures *figures);

#endif
