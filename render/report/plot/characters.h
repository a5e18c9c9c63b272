/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * characters - what gnuplot draws in text, made fit for a terminal
 */
#ifndef RENDER_REPORT_PLOT_CHARACTERS_H
#define RENDER_REPORT_PLOT_CHARACTERS_H

#include "core/text.h"
#include "render/report/plot/figure.h"

/*
 * Adds gnuplot's drawing of a figure between its title and its legend: without the
 * blanks that end lines, one empty line where there are several and between
 * panels. gnuplot gives every character one column: behind one that takes two, or
 * none, the next wide gap makes up for it. A legend wider than columns has more lines.
 */
void characters_add(
	struct text *out, const char *drawing, const struct figure *figure, size_t columns);

#endif
