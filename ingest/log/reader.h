/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * reader - a log's lines, each given to the format that knows it
 */
#ifndef INGEST_LOG_READER_H
#define INGEST_LOG_READER_H

#include <stdbool.h>

#include "core/experiment.h"
#include "core/input.h"
#include "core/lines.h"
#include "core/text.h"
#include "ingest/log/format.h"
#include "ingest/log/signs.h"

/* A format at work on a log. */
struct recogniser {
	const struct format *format;
	void *state;
};

struct recognisers {
	struct recogniser *items;
	size_t count;
	struct recogniser *last; /* the one that took the line before; NULL: none did */

	/* A bit each: those that are offered lines, from the beginning of a log and by now. */
	uint64_t awake_first;
	uint64_t awake;
	struct signs signs; /* that wake the others */
};

struct reader {
	const struct experiment *experiment;
	const struct format *only; /* NULL: the content decides */
	bool strict;               /* numbers left unread are problems */

	/* Writes and empties out when its records are many. NULL: they are left in it. */
	void (*flush)(struct text *out, void *context);
	void *flush_context;

	/* What one log after another is read in: all zero before the first. */
	struct inputs inputs;
	struct recognisers recognisers;
	struct lines lines;
	struct sink *sink;
};

/* Reads a log ("-" is standard input) and adds its records to out. */
void reader_read(
	struct reader *reader, const char *path, const struct labels *labels, struct text *out);

/* Of what is not to be opened: what ("a socket") becomes a problem. */
void reader_refuse(struct reader *reader, const char *path, const char *what,
	const struct labels *labels, struct text *out);

void reader_release(struct reader *reader);

#endif
