/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * plot - figures drawn by gnuplot, one process for all of them
 *
 * Looks are templates: charts/KIND.gnuplot draws a figure of that kind,
 * charts/terminal-FORMAT.gnuplot says what it is drawn with, and
 * charts/common.gnuplot goes before both and says what a template is given. Names
 * and numbers reach gnuplot in data blocks only, never as a part of the script.
 *
 * The same figures give the same bytes; those of a PDF when SOURCE_DATE_EPOCH is set.
 */
#ifndef RENDER_REPORT_PLOT_H
#define RENDER_REPORT_PLOT_H

#include <stdbool.h>

#include "core/text.h"
#include "render/report/figures.h"
#include "render/report/plot/gnuplot.h"

/* PLOT_FORMAT(constant, its name: of -T and the file's suffix) */
#define PLOT_FORMATS(PLOT_FORMAT) \
	PLOT_FORMAT(SVG, "svg")   \
	PLOT_FORMAT(PNG, "png")   \
	PLOT_FORMAT(PDF, "pdf")   \
	PLOT_FORMAT(DUMB, "dumb") /* text for a terminal */

enum plot_format {
#define PLOT_FORMAT(constant, name) PLOT_##constant,
	PLOT_FORMATS(PLOT_FORMAT)
#undef PLOT_FORMAT
		PLOT_FORMAT_COUNT
};

const char *plot_format_name(enum plot_format format);

/* What the figures are drawn as: a file's bytes each, in the figures' order. */
struct drawings {
	struct text *items;
	size_t count;
};

/* What they are drawn as. */
struct medium {
	enum plot_format format;
	size_t columns, lines; /* of the terminal: PLOT_DUMB only */
};

/*
 * Draws the figures. Those that are drawn in the folder known (NULL: none) as
 * they would be now are taken from there: gnuplot runs only for the others.
 */
enum gnuplot_result plot_draw(struct drawings *drawings, const struct figures *figures,
	const struct book *book, const struct medium *medium, const char *known);

void drawings_release(struct drawings *drawings);

/* Whether a file holds a chart that plot_draw() made as SVG. */
bool plot_is_chart(const struct text *file);

/*
 * Adds an SVG drawing as a part of an HTML page: no style and no comment, ids
 * that begin with the figure's stem, the page's colour for ink.
 */
void plot_add_inline(struct text *out, const struct text *svg);

#endif
