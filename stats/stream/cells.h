/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * cells - the summaries of a stream, whether they were in it or its samples come to them, and their rankings
 */
#ifndef STATS_STREAM_CELLS_H
#define STATS_STREAM_CELLS_H

#include "stats/stream/rankings.h"
#include "stats/stream/summaries.h"

struct cells {
	struct summaries samples;
	struct rankings rankings; /* hold all summaries */
	struct index known;       /* of summaries: the first of a cell counts */
	struct index tests;       /* on systems, of which there is a summary */
	size_t repeated;          /* summaries of cells that had one already */
	struct records given;     /* rankings that were in the stream */
	struct text lines; /* what stats makes of the samples, as far as it is not read yet */
};

void cells_init(struct cells *cells);

/* Takes what a record holds. */
void cells_take(struct cells *cells, struct record *record);

/* Once all were taken: summarises the samples. */
void cells_summarise(struct cells *cells, const struct policy *policy);

/* The same, and ranks the summaries. */
void cells_complete(struct cells *cells, const struct ranking_policy *with);

/*
 * The ranking of a summary's metric, as the stream has it or else as it is
 * computed: its record, which the caller frees; NULL when there is none.
 */
struct record *cells_ranking(const struct cells *cells, const struct summary *summary);

void cells_release(struct cells *cells);

#endif
