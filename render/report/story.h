/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * story - what a report says, and in which order, whatever it is written in
 *
 * A format gives the primitives; their text is plain and may hold any bytes of
 * a log but control characters: the format escapes it.
 */
#ifndef RENDER_REPORT_STORY_H
#define RENDER_REPORT_STORY_H

#include "core/experiment.h"
#include "core/text.h"
#include "render/report/book.h"
#include "render/report/grid.h"

struct story_format {
	void (*heading)(struct text *out, int level, const char *text); /* level from 1 */
	void (*paragraph)(struct text *out, const char *text);
	void (*list)(struct text *out, const struct strings *items);
	void (*grid)(struct text *out, const struct grid *grid);
};

enum story_length {
	STORY_SHORT, /* conclusions, tables and problems */
	STORY_WHOLE, /* and the statistics, pairs, values, environment and policy behind them */
};

/* Reads the records of the paths (none: standard input) and writes their story. */
void story_write(const struct story_format *format, enum story_length length,
	const char *experiment_path, char **paths);

#endif
