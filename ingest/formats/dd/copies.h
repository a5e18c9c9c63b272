/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * dd/copies - which of dd's lines belong to one copy, and what becomes of it
 *
 * A copy prints, in this order, each part only if there is cause: progress, an
 * error, records in and out, statistics. Statistics behind records, without an
 * error, are a result; any other end is a problem.
 *
 * A copy that failed or was not finished counts among the results all the
 * same, so that the next one keeps its place in a log of several.
 */
#ifndef INGEST_FORMATS_DD_COPIES_H
#define INGEST_FORMATS_DD_COPIES_H

#include <stdbool.h>
#include <stddef.h>

#include "core/lines.h"
#include "core/scan.h"
#include "ingest/formats/dd/statistics.h"
#include "ingest/log/sink.h"

/* A line that may have to be quoted when more is known. */
struct dd_quote {
	size_t line; /* 0: none */
	char text[240];
};

/* All zero before the first copy. */
struct dd_copies {
	size_t records; /* lines of records of the copy at hand: 0, 1 or 2 */
	size_t records_line;

	struct dd_quote error;
	enum problem_status error_status;
	bool error_at_start; /* nothing was copied */

	struct dd_quote progress;
	struct dd_statistics reached; /* as progress says */

	size_t results; /* begun */

	size_t bare; /* copies with records and nothing else */
	size_t bare_line;
};

/* "65536+0 records in" */
void dd_copies_add_records(struct dd_copies *copies, const struct line *line, struct sink *sink);

/* "dd: error writing ..."; message is what it says behind "dd: ". */
void dd_copies_add_error(
	struct dd_copies *copies, const struct line *line, struct slice message, struct sink *sink);

/* Statistics, read from line: those of a copy that goes on, or the last. */
void dd_copies_add_progress(struct dd_copies *copies, const struct line *line,
	const struct dd_statistics *statistics, struct sink *sink);
void dd_copies_add_statistics(struct dd_copies *copies, const struct line *line,
	const struct dd_statistics *statistics, struct sink *sink);

/* Statistics that cannot be read. */
void dd_copies_add_garbage(struct dd_copies *copies, const struct line *line, struct sink *sink);

/* A line of somebody else: what dd has to say of a failure it says at once. */
void dd_copies_interrupt(struct dd_copies *copies, struct sink *sink);

void dd_copies_end(struct dd_copies *copies, struct sink *sink);

#endif
