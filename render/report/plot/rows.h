/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * rows - figures with a row for each system: bars
 */
#ifndef RENDER_REPORT_PLOT_ROWS_H
#define RENDER_REPORT_PLOT_ROWS_H

#include "render/report/figures.h"
#include "render/report/plot/script.h"

/* Gives the figure's layout and data to the script. */
void rows_fill(struct script *script, const struct figure *figure, const struct book *book);

#endif
