/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * steps - an explanation's text, in numbered steps
 *
 * A line is written whatever bytes are in it, for names and sources are other
 * people's, and emptied.
 */
#ifndef STATS_EXPLAIN_STEPS_H
#define STATS_EXPLAIN_STEPS_H

#include <stddef.h>

#include "core/text.h"

struct steps {
	struct text *out;
	size_t count;
};

/* A line alone. */
void steps_add_line(struct steps *steps, struct text *line);

/* The next step's first line, with its number; and one that goes on with it. */
void steps_begin(struct steps *steps, struct text *line);
void steps_go_on(struct steps *steps, struct text *line);

#endif
