/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * packing - samples of a stream as partial records, in which they take little room
 *
 * What merge makes of partials must be what stats makes of the samples, to the
 * byte. So a partial has consecutive samples in their order, no more and no less
 * than summaries need of them, and everything else stands between partials where
 * it stood between the samples. docs/RECORDS.md says what is in one.
 */
#ifndef STATS_STREAM_PACKING_H
#define STATS_STREAM_PACKING_H

#include "core/record.h"
#include "stats/trail/forms.h"
#include "stats/trail/places.h"

enum { PACKING_ROWS = 16384 }; /* samples in a partial, at most */

struct packed_row {
	size_t cell;
	double run;
	double resolution;
	double value;
	uint64_t numbers[PATTERN_NUMBERS];
};

/* Samples of the same labels and form. */
struct packed_cell {
	size_t place;
	size_t form;
	size_t count;
};

struct packing {
	const struct strings *fields; /* that samples keep beside their labels, for --by */
	struct places places;
	struct forms forms;
	struct index index; /* of cells */
	struct packed_cell *cells;
	size_t cell_capacity;
	size_t *cell_of_place; /* the last one */
	size_t place_capacity;
	struct packed_row *rows;
	size_t count;
	struct text key;
};

/* The list of fields is borrowed. */
void packing_init(struct packing *packing, const struct strings *fields);

/*
 * Takes a record: a sample that is as samples are is packed. False for any other,
 * which is to be passed on behind what is added to out.
 */
bool packing_take(struct packing *packing, const struct record *record, struct text *out);

/* Packs a sample without a time, whose further fields the record has. */
void packing_add(struct packing *packing, const struct sample *sample, const struct record *record,
	struct text *out);

/* Adds what is packed to out. */
void packing_flush(struct packing *packing, struct text *out);

void packing_release(struct packing *packing);

#endif
