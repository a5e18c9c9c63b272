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
#include "render/report/figures.h"
#include "render/report/grid.h"

/* The report itself is the section of level 1 that holds all others. */
struct story_section {
	int level;
	const char *kind; /* "results", "table" and so on: what it is, however it is called */
	const char *id;   /* letters, digits, '-' and '_'; no other section's */
	const char *title;
};

struct story_format {
	void (*begin)(struct text *out, const struct story_section *section);
	void (*end)(struct text *out, int level); /* of a section; NULL: it needs none */
	void (*paragraph)(struct text *out, const char *text);
	void (*list)(struct text *out, const struct strings *items);
	void (*grid)(struct text *out, const struct grid *grid);
	/* drawing is NULL where the story does not draw; the member, where figures are not shown. */
	void (*figure)(struct text *out, const struct figure *figure, const struct text *drawing);
};

enum story_length {
	STORY_SHORT, /* conclusions, tables and problems */
	STORY_WHOLE, /* and the statistics, pairs, values, environment and policy behind them */
};

struct story {
	const struct story_format *format;
	enum story_length length;
	const char *experiment_path; /* NULL: the experiment built in */
	char **paths;                /* the records; none: standard input */
	bool draws;                  /* the figures, as SVG */
	const char *drawn; /* a folder of figures drawn before, to be taken again; or NULL */
};

/* Adds the story of the records. */
void story_tell(struct text *out, const struct story *story);

/* Writes it to standard output. */
void story_write(const struct story *story);

#endif
