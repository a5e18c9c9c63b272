/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * traced - values with a trail beside them, and how they are brought into another order
 */
#ifndef STATS_TRAIL_TRACED_H
#define STATS_TRAIL_TRACED_H

#include "core/record.h"
#include "stats/trail/trail.h"

/* Empty when it is all zero. */
struct traced {
	struct numbers values;
	struct trail trail; /* as many traces */
};

struct traced_value {
	struct trace trace;
	double value;
};

/* An order in which no two values are equal but in all, and which beside one another are the same. */
struct traced_order {
	int (*compare)(const void *a, const void *b); /* of two struct traced_value */
	bool (*is_same)(const struct traced_value *a, const struct traced_value *b,
		const void *context); /* NULL: none */
	const void *context;
};

void traced_add(
	struct traced *traced, struct spill *spill, const struct trace *trace, double value);

/*
 * Brings the values into order, and drops those that are the same as the one
 * before; how many these were is returned. Of very many, SORT_AT_ONCE are sorted at
 * a time and then merged, so that only the values themselves are in memory, twice.
 */
enum { SORT_AT_ONCE = 32768 };
size_t traced_sort(struct traced *traced, struct spill *spill, const struct traced_order *order);

void traced_release(struct traced *traced, struct spill *spill);

#endif
