/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * totals - which of the repeats is the tool's own total of a run that has a series, too
 */
#ifndef STATS_WITHIN_TOTALS_H
#define STATS_WITHIN_TOTALS_H

#include "core/index.h"
#include "stats/repeats/groups.h"
#include "stats/within/intervals.h"

/*
 * That the run of a series is one of the repeats of a group: of its own, and, where
 * it is a part (a job), of the group of the whole that has no parts.
 */
struct entry {
	struct intervals *intervals;
	size_t group;
	size_t cell;
	bool is_of_whole;
};

struct entries {
	struct entry *items;
	size_t count;
	size_t capacity;
};

struct totals {
	struct index index; /* of cells, of their runs, of the logs of these: of entries */
	struct count *counts;
	size_t capacity;
};

enum total_match {
	TOTAL_NONE,
	TOTAL_ONE,
	TOTAL_UNCLEAR, /* there are several, or several entries for it */
};

/* Counts the totals, and the entries that they might be of. */
void totals_init(struct totals *totals, const struct entries *entries, struct groups *groups);

/* A repeat of the entry's group. */
struct total {
	size_t at; /* its place */
	enum bound bound;
};

/*
 * The total of an entry: that of the same log, or, where that log has none, the
 * only one of the run.
 */
enum total_match totals_find(
	const struct totals *totals, const struct entry *entry, struct total *total);

/* Whether any run of the entry's metric has a total. */
bool totals_has_any(const struct totals *totals, const struct entry *entry);

void totals_release(struct totals *totals);

#endif
