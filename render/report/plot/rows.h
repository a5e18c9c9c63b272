/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * rows - figures whose panels have a row for each system: bars, ranking, boxes
 *
 * What is drawn in a row is the kind's; that it is there, with its name at the
 * left and words at the right, is so for all systems, whether they have values or not.
 */
#ifndef RENDER_REPORT_PLOT_ROWS_H
#define RENDER_REPORT_PLOT_ROWS_H

#include <stdbool.h>

#include "render/report/plot/canvas.h"
#include "render/report/plot/figure.h"
#include "render/report/plot/script.h"

enum row_state {
	ROW_SOLID,
	ROW_HOLLOW,
	ROW_EMPTY, /* no values */
};

/* What is drawn of a system, on the panel's axis; NaN: not there. */
struct row {
	enum row_state state;
	double value;
	double low, high;
	struct text words;
};

struct row_kind {
	void (*fill)(struct row *row, const struct panel *panel, const struct book *book,
		const char *system);
	bool has_dots;     /* a dot for each value */
	bool is_from_zero; /* the axis */
	bool is_ratio;     /* what is drawn are decimal logarithms */
};

extern const struct row_kind bar_rows;
extern const struct row_kind ratio_rows;
extern const struct row_kind box_rows;

/* Gives a figure's layout and data to the script. */
void rows_fill(struct script *script, const struct row_kind *kind, const struct figure *figure,
	const struct book *book, const struct canvas *canvas);

/* Words for a system that has no value there: "Failed", "not run". */
void row_say_why(struct row *row, const struct summary *summary);

#endif
