/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * time/layout - one of the ways in which time prints a result
 *
 * A result begins with a line that begin knows, and has those behind it that
 * go_on knows, with nothing but blank lines between.
 */
#ifndef INGEST_FORMATS_TIME_LAYOUT_H
#define INGEST_FORMATS_TIME_LAYOUT_H

#include "core/lines.h"
#include "ingest/formats/time/result.h"

struct time_layout {
	bool (*begin)(struct time_result *result, const struct line *line);
	bool (*go_on)(struct time_result *result, const struct line *line); /* NULL: one line */
};

/* real, user and sys on a line each. */
extern const struct time_layout time_three_lines;

/* All on one line. */
extern const struct time_layout time_gnu_row;
extern const struct time_layout time_zsh_row;
extern const struct time_layout time_csh_row;
extern const struct time_layout time_bsd_row;

/* A label and a figure a line. */
extern const struct time_layout time_gnu_labels;
extern const struct time_layout time_toybox_labels;

/* The lines that BSD's -l adds behind its row. */
bool time_bsd_usage(struct time_result *result, const struct line *line);

#endif
