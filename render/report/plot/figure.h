/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * figure - lists of figures, as they are planned
 */
#ifndef RENDER_REPORT_PLOT_FIGURE_H
#define RENDER_REPORT_PLOT_FIGURE_H

#include "render/report/figures.h"

/* Adds a figure without panels; the title, an allocated string, becomes its own. */
struct figure *figure_add(struct figures *figures, enum figure_kind kind, char *title);

/* Adds a panel that the caller fills; drops the last one. */
struct panel *figure_add_panel(struct figure *figure);
void figure_drop_panel(struct figure *figure);

/* Drops the last figure if it has no panels. */
void figures_drop_empty(struct figures *figures);

#endif
