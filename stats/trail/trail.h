/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * trail - what there is to say of each of many values beside the value: where it comes from
 *
 * Very many values have a run and a line each, and few of them say more than
 * "one further": a trail stores by how much each field changes, and how often
 * it goes on like that. A trail that is regular takes a few bytes whatever its
 * length, one that is not some bytes for each value, and these go to a
 * temporary file when they are many (spill.h).
 *
 * Appended to in the order in which it is read.
 */
#ifndef STATS_TRAIL_TRAIL_H
#define STATS_TRAIL_TRAIL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "stats/trail/pattern.h"
#include "stats/trail/spill.h"

/* Of one value. */
struct trace {
	double key;        /* what values are ordered by: the run, or the time; NaN: not known */
	uint64_t order;    /* of arrival */
	size_t place;      /* its labels, numbered (places.h) */
	size_t form;       /* its pattern and its marks, numbered (forms.h) */
	double resolution; /* 0: not known */
	uint64_t numbers[PATTERN_NUMBERS]; /* that its pattern lacks */
};

/* The fields as whole numbers: modes, key, resolution, order, place, form, numbers. */
enum { TRAIL_FIELDS = 6 + PATTERN_NUMBERS };

/* Empty when it is all zero. */
struct trail {
	uint64_t last[TRAIL_FIELDS]; /* of what was appended last */
	uint64_t step[TRAIL_FIELDS]; /* from the one before it */
	uint64_t repeats;            /* of the last step, that are not in bytes yet */
	unsigned char *bytes;
	size_t length;
	size_t capacity;
	struct spilled *parts; /* in front of bytes, in the file */
	size_t part_count;
	size_t part_capacity;
};

void trail_add(struct trail *trail, struct spill *spill, const struct trace *trace);
void trail_release(struct trail *trail, struct spill *spill);

/* A place in a trail that is not appended to meanwhile. */
struct trail_cursor {
	const struct trail *trail;
	const struct spill *spill;
	uint64_t last[TRAIL_FIELDS];
	uint64_t step[TRAIL_FIELDS];
	uint64_t repeats;
	size_t part; /* that is read next, and from where in it */
	size_t from;
	unsigned char *buffer; /* NULL: not needed, all is in memory */
	const unsigned char *at;
	const unsigned char *end;
};

void trail_begin(struct trail_cursor *cursor, const struct trail *trail, const struct spill *spill);

/* The next trace; there is one for each that was appended, and no more may be asked for. */
void trail_next(struct trail_cursor *cursor, struct trace *trace);
void trail_end(struct trail_cursor *cursor);

#endif
