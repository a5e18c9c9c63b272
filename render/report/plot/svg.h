/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * svg - what gnuplot draws, made fit for pages and for being told apart
 */
#ifndef RENDER_REPORT_PLOT_SVG_H
#define RENDER_REPORT_PLOT_SVG_H

#include <stdbool.h>

#include "core/text.h"

/* What a drawing says of itself. */
struct svg_about {
	const char *stem;   /* begins its ids */
	const char *title;  /* bytes of a log */
	const char *legend; /* likewise */
	const char *script; /* that it was drawn by */
};

/*
 * Adds gnuplot's drawing as a file of its own: well-formed whatever the names
 * in it, with a title and a description, ink and paper that follow the reader's
 * light or dark, no ids but those that begin with the stem, and a stamp of the
 * script at its end.
 */
void svg_add(struct text *out, const char *drawing, const struct svg_about *about);

/* Whether svg_add() made the file, and it is whole. */
bool svg_is_stamped(const struct text *file);

/* Whether a file that svg_add() made is whole and was drawn by that script. */
bool svg_is_of(const struct text *file, const char *script);

/* Adds such a file as a part of a page: without its style and its stamp. */
void svg_add_inline(struct text *out, const struct text *file);

#endif
