/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * partial_text - what is where in the text of a partial record
 *
 * A partial has numbers by the thousand, and is read where it lies: a tree of it would
 * be many times as large.
 */
#ifndef STATS_STREAM_PARTIAL_TEXT_H
#define STATS_STREAM_PARTIAL_TEXT_H

#include "core/scan.h"
#include "stats/trail/pattern.h"

/* Values as they are written; of several of one name the first; start is NULL: there is none. */
struct cell_text {
	struct slice of;
	struct slice run;
	struct slice value;
	struct slice resolution;
	struct slice source;
	struct slice numbers[PATTERN_NUMBERS];
};

struct partial_text {
	struct slice n;
	struct slice fields;
	struct slice order;
	struct cell_text *cells;
	size_t cell_count;
	size_t cell_capacity;
};

/* The line is JSON, an object, and stays where it is. */
struct partial_text partial_text_of(struct slice line);
void partial_text_release(struct partial_text *text);

#endif
