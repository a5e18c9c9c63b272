/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * curves - figures whose panels have two axes of numbers: runs, series, percentiles
 *
 * A kind gives the points of each panel; what they are drawn on is the same for all.
 */
#ifndef RENDER_REPORT_PLOT_CURVES_H
#define RENDER_REPORT_PLOT_CURVES_H

#include <stdbool.h>

#include "render/report/plot/canvas.h"
#include "render/report/plot/figure.h"
#include "render/report/plot/scale.h"
#include "render/report/plot/script.h"

struct point {
	double x, y; /* NaN: the line before ends here */
	size_t system;
	bool is_hollow;
};

/* What a kind fills. */
struct curves {
	struct point *points;
	size_t count;
	size_t capacity;
	double low, high;     /* of a band behind them; NaN: none */
	struct text head;     /* what stands above the panel: printable, */
	size_t head_width;    /* and at most so many columns */
	struct scale x_scale; /* over the points, and what else is to be seen */
	struct scale y_scale;
};

struct curve_kind {
	void (*fill)(struct curves *curves, const struct panel *panel, const struct book *book);
	const char *across;  /* what the axis across has: "time (s)" */
	double height;       /* of a panel, times that of the canvas */
	size_t columns;      /* panels side by side, at most */
	bool is_logarithmic; /* upwards; points are then decimal logarithms */
	bool is_percentiles; /* across; */
	bool is_counted;     /* or 1, 2, 3 ... */
	bool has_key;        /* several systems in a panel: which is which is said beside */
};

extern const struct curve_kind run_curves;
extern const struct curve_kind series_curves;
extern const struct curve_kind percentile_curves;

/* "Gvisor: Unstable": the name shortened so that the words (or "") find room. */
void curves_add_head(struct curves *curves, const char *name, const char *words);

/* Adds a point, and makes room for it. */
void curves_add(struct curves *curves, double x, double y, size_t system, bool is_hollow);

/* Ends a line. */
void curves_break(struct curves *curves);

/* Gives a figure's layout and data to the script. */
void curves_fill(struct script *script, const struct curve_kind *kind, const struct figure *figure,
	const struct book *book, const struct canvas *canvas);

/* The place of a system in the book: its colour and shape. */
size_t system_place(const struct book *book, const char *system);

#endif
