/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ledger - what became of the runs of a group that have series, for its summary's reasons
 */
#ifndef STATS_WITHIN_LEDGER_H
#define STATS_WITHIN_LEDGER_H

#include <stdbool.h>

#include "stats/repeats/groups.h"
#include "stats/within/course.h"

/* By what a run counts. */
enum use {
	USE_STEADY_MEAN,
	USE_TOTAL,
	USE_OTHER_TOTAL, /* that the intervals do not come to */
	USE_MEAN,
	USE_NOTHING,
	USE_FAILED, /* nothing either, and the summary says so elsewhere */
	USE_COUNT
};

/* How many runs, by use, and by whether they are not steady. A struct ledger is empty when it is all zero. */
struct ledger {
	size_t uses[USE_COUNT];
	size_t not_steady[USE_COUNT];
	size_t cuts;
	bool has_parts;               /* several series may be of one run */
	struct numbers unsteady_runs; /* each as often as it has series */
};

/* Enters a run that counts so; a beginning that was cut is told at once. */
void ledger_add(struct ledger *ledger, struct group *group, enum use use,
	const struct run_course *course, const struct intervals *intervals);

/* Tells the rest, when all runs are in, and empties the ledger. */
void ledger_close(struct ledger *ledger, struct group *group);

#endif
