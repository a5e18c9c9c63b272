/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * panel - a part of a figure, with axes of its own
 */
#ifndef RENDER_REPORT_PLOT_PANEL_H
#define RENDER_REPORT_PLOT_PANEL_H

#include <stdbool.h>

#include "render/report/book.h"
#include "render/report/display.h"
#include "render/report/tables.h"

struct panel {
	char *head; /* "Write"; where all are of one metric the system */
	char *axis; /* "MB/s, more is better" */
	const char *test;
	const char *metric;
	double part;        /* NaN: any */
	const char *system; /* the only one that it shows; NULL: all */
	const char *other;  /* the one that all are compared to; NULL: none */
	enum better better;
	struct display display;
};

/* A panel that shows a column's first or second (0, 1) metric of all systems. */
void panel_init_column(struct panel *panel, const struct table_column *column, size_t metric,
	const struct book *book);

/* The same to show their ratios to panel->other, which is NULL when there are none. */
void panel_init_ratios(struct panel *panel, const struct table_column *column, size_t metric,
	const struct book *book);

/* A panel that shows a metric, named by a summary of it, of one system; unit as tables_unit() has it. */
void panel_init_system(struct panel *panel, const struct summary *metric, const char *unit,
	const char *system, const struct book *book);

/* A panel that shows all percentiles of what a metric, named by a summary of it, is one of. */
void panel_init_percentiles(
	struct panel *panel, const struct summary *metric, const struct book *book);

void panel_release(struct panel *panel);

/* What a panel shows of a system, or NULL. */
const struct summary *panel_summary(
	const struct panel *panel, const struct book *book, const char *system);

/* Base units / factor = values shown. */
double panel_factor(const struct panel *panel);

/* Whether a summary is of the panel's metric, on any system. */
bool panel_shows_metric(const struct panel *panel, const struct summary *metric);

/* Whether a sample is an interval of the panel's metric on its system. */
bool panel_shows_interval(const struct panel *panel, const struct sample *sample);

/* How many values some system has at most, those set aside among them. */
size_t panel_most_values(const struct panel *panel, const struct book *book);

/* Whether the order of some system's values, all of them or those set aside, says something. */
bool panel_has_unrest(const struct panel *panel, const struct book *book);

/* The ratio minus 1 up to which the ranking takes systems for equal; 0 without a ranking. */
double panel_delta(const struct panel *panel, const struct book *book);

/* Finds how a system compares to panel->other; false when the ranking does not say. */
bool panel_find_pair(
	const struct panel *panel, const struct book *book, const char *system, struct pair *found);

#endif
