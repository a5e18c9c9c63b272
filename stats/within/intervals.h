/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * intervals - the samples of series within runs, gathered by run and brought into time order
 */
#ifndef STATS_WITHIN_INTERVALS_H
#define STATS_WITHIN_INTERVALS_H

#include "core/index.h"
#include "core/record.h"
#include "stats/repeats/groups.h"
#include "stats/trail/traced.h"

/* One value of a series: for a moment, and in a line of a log. */
struct point {
	double time;
	double value;
	size_t line; /* of the log; 0: not known */
};

/* The intervals of one metric of one run, as one log has them. */
struct intervals {
	char *path; /* of the log; "": not known */
	const char *system;
	const char *test;
	double run;
	double part;
	const char *metric;
	const char *unit;
	enum better better;
	size_t group; /* of the repeats that the run is one of */
	size_t cell;
	size_t place; /* of the first that came, and its order among the group's repeats: */
	uint64_t order;
	double resolution; /* the coarsest; 0: not known */

	struct traced traced; /* keyed by time, with the line of the log as a number */
	bool is_disordered;   /* or the same may be there twice */
	double last_time;     /* of the one added last */

	/* Between intervals_unfold() and intervals_fold(): */
	struct point *points; /* in time order, and cleaned */
	size_t count;
	double length;  /* seconds of an interval, the median; NaN: of one value */
	size_t dropped; /* that are no intervals: the last one, partial or repeated */
	size_t doubled; /* further values at a time that had one: of another stream */
	size_t missing; /* about how many the times leave out */
};

struct within {
	struct index index;
	struct intervals *items; /* in the order they first came */
	size_t capacity;
	struct index judged; /* keys of series that the input has a record of already */
	size_t last;         /* that a sample was of */
	struct text key;     /* the one made last */
};

void within_init(struct within *within);

/* Adds a sample with a time that was read. NULL, or why it cannot be. */
const char *within_add(struct within *within, struct groups *groups, const struct sample *sample,
	const struct record *record);

/* Takes note of a series record: its intervals, if they come too, are not judged again. */
void within_note(struct within *within, const struct record *record);

/*
 * Brings each series into time order. Values that came twice, from the same line
 * of a log, count once: how many did not count is returned.
 */
size_t within_sort(struct within *within, struct spill *spill);

/* Puts the points of a series side by side and cleans them; the other way. */
void intervals_unfold(struct intervals *intervals, const struct spill *spill);
void intervals_fold(struct intervals *intervals);

/* Whether the input has a record of it already. */
bool within_is_judged(const struct within *within, const struct intervals *intervals);

void within_release(struct within *within, struct spill *spill);

#endif
