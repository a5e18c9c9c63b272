/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * tables/claims - the conclusions that a written report draws, "Storage: Kata > Gvisor >= Docker"
 */
#ifndef INGEST_FORMATS_TABLES_CLAIMS_H
#define INGEST_FORMATS_TABLES_CLAIMS_H

#include <stdbool.h>
#include <stddef.h>

#include "core/scan.h"
#include "core/text.h"
#include "ingest/formats/tables/row.h"
#include "ingest/log/sink.h"

/* A line that may be a conclusion: only the whole page tells whether its names are systems. */
struct possible_claim {
	char *title;
	char *chain;
	size_t line;
	bool is_cell; /* of a table that is read: a problem, if it is no conclusion */
};

struct claims {
	struct possible_claim *items;
	size_t count;
	size_t capacity;
	size_t left_out;        /* beyond the limit */
	struct strings systems; /* owned: that the tables have rows of */
};

/* A struct claims is empty when it is all zero. */

/* A system that a table has a row of. */
void claims_add_system(struct claims *claims, const char *system);

/*
 * Takes a line of text if there is a chain in it: the title stands before it,
 * or is that of the section. False when there is none.
 */
bool claims_add_line(struct claims *claims, const char *section, struct slice text, size_t line);

/*
 * Takes a row that concludes: behind its title it has a chain. False when it
 * has none, and for a row that begins with a system, unless its chain is one of
 * systems: it has values. is_read: the row's table is.
 */
bool claims_add_row(struct claims *claims, const struct experiment *experiment,
	const struct row *row, bool is_read);

/*
 * Gives those whose names are all systems, of the page or of the experiment, and
 * empties the list. Any other that stands in a cell of a table is a problem.
 */
void claims_give(struct claims *claims, struct sink *sink);

#endif
