/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * totals - which of the repeats is the tool's own total of a run that has a series, too
 */
#ifndef STATS_WITHIN_TOTALS_H
#define STATS_WITHIN_TOTALS_H

#include "core/index.h"
#include "stats/repeats/groups.h"
#include "stats/within/intervals.h"

struct totals {
	struct index index; /* of cells, of their runs, of the logs of these */
	struct count *counts;
	size_t capacity;
};

enum total_match {
	TOTAL_NONE,
	TOTAL_ONE,
	TOTAL_UNCLEAR, /* there are several, or several series for it */
};

/* Counts the totals, and the series that they might be of, in the groups that have series. */
void totals_init(struct totals *totals, const struct within *within, const struct groups *groups);

/*
 * The total of a series: of the same log, or, where that log has none, the only one of the
 * run. It is repeat *at of the series' group.
 */
enum total_match totals_find(
	const struct totals *totals, const struct intervals *intervals, size_t *at);

/* Whether any run of the series' metric has a total. */
bool totals_has_any(const struct totals *totals, const struct intervals *intervals);

void totals_release(struct totals *totals);

#endif
