/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * settle - the verdict on a group, from that on its values and what else became of its runs
 */
#ifndef STATS_REPEATS_SETTLE_H
#define STATS_REPEATS_SETTLE_H

#include "core/record.h"
#include "stats/methods/stability.h"

/* How many runs the summary is of: those used, set aside and failed. */
size_t count_runs(const struct summary *summary);

/*
 * What is left of the verdict on the values used. Bounds have no spread:
 * undecided. Where most of the runs that gave a value were not steady within,
 * Stable is more than they say: undecided. Where half of the runs or more
 * failed, nothing can be relied on: unstable.
 */
enum verdict settle(enum verdict on_values, const struct summary *summary);

#endif
