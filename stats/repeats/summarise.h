/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * summarise - a group of repeats, and the runs that failed, as a summary record
 */
#ifndef STATS_REPEATS_SUMMARISE_H
#define STATS_REPEATS_SUMMARISE_H

#include "core/text.h"
#include "stats/methods/policy.h"
#include "stats/repeats/failures.h"
#include "stats/repeats/groups.h"
#include "stats/repeats/marks.h"

/* Where records go: flush() takes what has gathered, a part of a record maybe, and empties the text. */
struct summary_sink {
	void (*flush)(struct text *records, void *context);
	void *context;
};

/* What a group is summarised with. */
struct summarising {
	const struct groups *groups;
	const struct marks *marks;
	const struct failed_test *failed; /* the test's runs that gave no value; NULL: none */
	struct margins margins;
	const struct summary_sink *sink;
};

/*
 * Adds the summary of a group of repeats in run order to out, and gives what is
 * there to the sink whenever it has become much: a summary lists all its values.
 */
void summarise_group(const struct summarising *with, const struct group *group, struct text *out);

/* Adds the summary of a test of which no run gave a value. */
void summarise_failed_test(const struct failed_test *failed, struct text *out);

#endif
