/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * canvas - what a figure is drawn on: its sizes, in pixels or in a terminal's characters
 */
#ifndef RENDER_REPORT_PLOT_CANVAS_H
#define RENDER_REPORT_PLOT_CANVAS_H

#include <stdbool.h>
#include <stddef.h>

struct canvas {
	bool is_text;     /* of a terminal, where each panel is a page of its own */
	double width;     /* of a figure */
	double character; /* width of one, on average */
	double title;     /* height of what stands above all panels, */
	double head;      /* above a panel, */
	double axis;      /* below a panel, */
	double legend;    /* below all panels */
	double gap;       /* between panels side by side */
	double row;       /* height of a system's row */
	double line;      /* and what a second line of its name adds to that */
	double curve;     /* height of a panel with curves */
	double tick;      /* between the ticks of an axis, at least: across, */
	double rung;      /* and up */
	size_t columns;   /* panels side by side, at most */
};

/* Panels side by side, and below each other. */
struct panel_grid {
	size_t columns;
	double left;  /* from the figure's edge to the first panel's axis */
	double pitch; /* from one panel's axis to the next one's */
	double plot;  /* width of a panel between its axes, */
	double body;  /* and its height */
};

/* Where a panel lies, as parts of the figure, 0 to 1, from the left and from below. */
struct place {
	double left, right, top, bottom;
};

struct place canvas_place(
	const struct canvas *canvas, const struct panel_grid *grid, size_t panel, double height);

/* The height of a figure with so many panels; of a page on a terminal. */
double canvas_height(const struct canvas *canvas, const struct panel_grid *grid, size_t panels);

/* The width of a label that may have two lines. */
double canvas_extent(const struct canvas *canvas, const char *label);

/* How many columns of text fit into a width, at least a few. */
size_t canvas_columns(const struct canvas *canvas, double width);

extern const struct canvas canvas_graphic;

/* A terminal of so many columns and lines. */
struct canvas canvas_text(size_t columns, size_t lines);

#endif
