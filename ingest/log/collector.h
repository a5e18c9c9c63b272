/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * collector - the sink's other side, for the reader of logs
 */
#ifndef INGEST_LOG_COLLECTOR_H
#define INGEST_LOG_COLLECTOR_H

#include "ingest/log/sink.h"

struct format;

/*
 * Begins a log, in the memory of one that is over (NULL: there was none);
 * everything passed is borrowed until collector_end().
 */
struct sink *collector_begin(struct sink *sink, const char *path, const struct labels *labels,
	const struct experiment *experiment);

/* Says which format the following calls of sink_ functions come from. */
void collector_set_format(struct sink *sink, const struct format *format);

/* There is no log, only what the runner wrote down. */
void collector_set_missing(struct sink *sink);

/* Notes what the runner says went wrong, before (or else behind) what the log says; line is of its file. */
void collector_add_run_problem(struct sink *sink, enum problem_status status, size_t line,
	const char *message, bool is_first);

/* Forgets what was measured. */
void collector_withhold_samples(struct sink *sink);

/* Forgets all that was found in the log; or frees the sink, too (NULL: nothing). */
void collector_end(struct sink *sink);
void collector_free(struct sink *sink);

#endif
