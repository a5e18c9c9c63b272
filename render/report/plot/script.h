/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * script - a figure's numbers and texts, as gnuplot's inline data
 *
 * A block is lines between "$name << END" and "END", which gnuplot never runs.
 * Texts stand in the block $text, one a line behind a '|', so that none can be
 * its end; rows of numbers name them by their number.
 */
#ifndef RENDER_REPORT_PLOT_SCRIPT_H
#define RENDER_REPORT_PLOT_SCRIPT_H

#include <stddef.h>

#include "core/text.h"

struct script {
	struct text variables;
	struct text blocks;
	struct text texts;
	size_t text_count;
};

void script_init(struct script *script);

/* A variable; its name, like that of a block, is ours and never data. */
void script_set(struct script *script, const char *name, double value);

/* Adds a text of printable characters and returns its number, from 1. */
size_t script_add_text(struct script *script, const char *text);

/* The same of a name of any bytes, in one line, or in up to two, of so many columns. */
size_t script_add_name(struct script *script, const char *name, size_t width);
size_t script_add_label(struct script *script, const char *name, size_t width);

/* Begins a block; then come its rows, and script_close(). NaN is a number that is not there. */
void script_open(struct script *script, const char *name);
void script_add_row(struct script *script, const double *numbers, size_t count);
#define SCRIPT_ROW(script, ...)                                 \
	script_add_row(script, (const double[]){ __VA_ARGS__ }, \
		sizeof((const double[]){ __VA_ARGS__ }) / sizeof(double))

/* Ends a line through points; not twice in a row. */
void script_end_line(struct script *script);

/* Ends one of a block's parts, its indexes in gnuplot's words. */
void script_end_part(struct script *script);
void script_close(struct script *script);

/* Adds the whole of it to out. */
void script_write(struct text *out, const struct script *script);

void script_release(struct script *script);

#endif
