/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * partial - the samples of a partial record, as they were
 */
#ifndef STATS_STREAM_PARTIAL_H
#define STATS_STREAM_PARTIAL_H

#include "core/record.h"

/* Who takes them: a sample, and a record with its further fields; both are lent. */
struct partial_sink {
	void (*take)(const struct sample *sample, const struct record *record, void *context);
	void *context;
};

/*
 * Gives each sample of a partial, in order. NULL, or why it is none: then no sample
 * is given.
 */
const char *partial_read(const struct record *record, const struct partial_sink *sink);

/* Whether its samples keep a field beside their labels. */
bool partial_keeps(const struct record *record, const char *field);

#endif
