/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * tally - what became of the lines of a log
 *
 * Those that no format took are counted by what is in them, for account to
 * report, and the last that shows a command is kept: what follows is its output.
 */
#ifndef INGEST_LOG_TALLY_H
#define INGEST_LOG_TALLY_H

#include "core/lines.h"
#include "ingest/log/sink.h"

/* Takes note of a line, and of whether a format took it. */
void tally_line(struct sink *sink, const struct line *line, bool taken);

/* Takes note that a format took the lines up to this one. */
void tally_taken(struct sink *sink, size_t number);

#endif
