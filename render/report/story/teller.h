/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * teller - what every part of a story works with
 *
 * The parts say what there is; the teller counts, names and passes on.
 */
#ifndef RENDER_REPORT_STORY_TELLER_H
#define RENDER_REPORT_STORY_TELLER_H

#include "core/index.h"
#include "core/json.h"
#include "render/report/plot.h"
#include "render/report/story.h"
#include "render/report/tables.h"

struct teller {
	const struct story_format *format;
	const struct experiment *experiment;
	const struct book *book;
	struct text *out;
	bool is_listed; /* nothing was summarised: tables list the values */
	struct tables tables;
	struct figures figures;
	struct drawings drawings; /* none where the story does not draw */
	enum gnuplot_result drawn;
	int level;        /* of the section that is open */
	size_t grids;     /* shown so far */
	struct index ids; /* of the sections so far */
};

/* Sections within sections. A section's id is made of its kind and, from level 3 on, its title. */
void teller_begin(struct teller *teller, const char *kind, const char *title);
void teller_end(struct teller *teller);

void teller_paragraph(struct teller *teller, const char *text);
void teller_list(struct teller *teller, const struct strings *items);

/* Shows a grid unless it has no rows, and releases it. */
void teller_grid(struct teller *teller, struct grid *grid);

/* Shows the figures of a table, or of a metric; the other is NULL. */
void teller_figures(struct teller *teller, const struct table *table, const struct summary *metric);

/*
 * Says what the template words/NAME.txt says, filled with data, a JSON object
 * that is emptied (NULL: none). A blank line ends a paragraph; lines that begin
 * with "- " are a list's.
 */
void teller_words(struct teller *teller, const char *name, struct text *data);

/* "more is better", or "" when neither is. */
const char *teller_direction(enum better better);

/* The conclusion's chain, or why there is none. */
const char *teller_supported(const struct conclusion *conclusion);

/* Adds the strings with a separator between any two. */
void teller_join(struct text *out, const struct strings *strings, const char *separator);

#endif
