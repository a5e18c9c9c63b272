/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * label - names of any length, made to fit a chart
 *
 * Widths are in columns, as display_width() has them.
 */
#ifndef RENDER_REPORT_PLOT_LABEL_H
#define RENDER_REPORT_PLOT_LABEL_H

#include <stddef.h>

#include "core/text.h"

/* What stands between the two lines of a label: no printable text has it. */
#define LABEL_BREAK '\x1E'

/* Adds a text, made printable; a wider one loses its middle: "docker-ru…-nightly". */
void label_add(struct text *out, const char *text, size_t width);

/* The same, a wider text in two lines of that width. */
void label_add_wrapped(struct text *out, const char *text, size_t width);

/* The columns of the widest line. */
size_t label_width(const char *label);

#endif
