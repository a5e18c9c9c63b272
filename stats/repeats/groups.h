/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * groups - the samples of a stream, gathered into what is repeated
 *
 * Of a sample its value is kept in memory; its run, its source and what the log
 * says of it make a trail (stats/trail/trail.h), which takes next to nothing where it
 * is regular and goes to a temporary file where it is not.
 */
#ifndef STATS_REPEATS_GROUPS_H
#define STATS_REPEATS_GROUPS_H

#include "core/index.h"
#include "core/record.h"
#include "stats/trail/forms.h"
#include "stats/trail/places.h"
#include "stats/trail/traced.h"

/* What the log says of some of a group's repeats. */
enum says {
	SAYS_BOUND = 1,
	SAYS_CACHED = 2,
	SAYS_SET_ASIDE = 4,
	SAYS_EXCEPTIONAL = 8,
};

/* The repeats of one metric of one test on one system, or what --by says instead. */
struct group {
	/* Fields that the samples have in common; NULL and NaN where not grouped by. */
	const char *system;
	const char *test;
	double part;
	const char *metric;
	const char *unit;
	enum better better;
	char **others; /* the values of the other fields grouped by, as JSON; NULL when absent */

	struct traced repeats; /* keyed by run, NaN: not known */
	double coarsest;       /* of their resolutions; 0: none is known */
	unsigned says;         /* of any of them, enum says */
	bool lacks_runs;       /* some are of no known run: then all stay as they came */
	bool has_left_runs;    /* they are not by run, or the same may be there twice */
	bool has_left_orders;  /* they are not as they came */
	size_t same_runs;      /* repeats that are of the run of the one before, by run */
	uint64_t arrivals;
	struct trace last; /* that was added */

	size_t series;       /* within its runs, from interval to interval */
	size_t not_steady;   /* of them */
	struct text courses; /* what became of them: reasons, each ended by a newline */
};

/* What the labels of samples come to. */
struct placing {
	const char *why; /* samples of these labels cannot be taken; NULL: they can */
	size_t group;
	size_t cell; /* system, test, part and metric, numbered: a group may hold several */
	bool has_cell;
};

struct groups {
	struct strings fields;       /* that samples are grouped by */
	struct strings other_fields; /* those of them that are none of a group's own */
	struct places places;
	struct placing *placings; /* of the places */
	size_t placing_capacity;
	struct forms forms;
	struct spill spill;
	struct index index;
	struct group *items; /* in the order they first came */
	size_t capacity;
	struct index cells;
	struct index metrics; /* of tests: each has one unit, whatever the system */
	const char **units;
	size_t unit_capacity;
	struct text key; /* the one made last */
};

#define GROUPS_FIELDS_DEFAULT "system,test,part,metric"

/* Groups by the fields, comma-separated; the list is borrowed. */
void groups_init(struct groups *groups, const char *fields);

/*
 * The number of a sample's place; its placing says which group it belongs to, made
 * when it is new, or why it can belong to none: it is in another unit than the same
 * metric of the same test before it. The record has its fields.
 */
size_t groups_place(
	struct groups *groups, const struct sample *sample, const struct record *record);

/* The number of the system, test, part and metric of a place; and of these without a part. */
size_t groups_cell(struct groups *groups, size_t place);
size_t groups_cell_of_whole(struct groups *groups, size_t place);

/*
 * The group that differs from a group of one part in that it has none: of the whole
 * that the parts are of. False when samples are not grouped so, or there is none.
 */
bool groups_find_whole(const struct groups *groups, size_t group, size_t *whole);

/* Adds a sample that was read to its group. NULL, or why it cannot be (groups_place()). */
const char *groups_add(
	struct groups *groups, const struct sample *sample, const struct record *record);

/* Adds a repeat to a group. */
void groups_add_repeat(
	struct groups *groups, struct group *group, const struct trace *trace, double value);

/* Takes a group's repeats from it, for others to be added; its lists are the caller's. */
void groups_empty(struct group *group);

/*
 * Brings each group's repeats into run order: by run, those without one as they
 * came. A repeat that came twice, from the same line of a log, counts once: how
 * many did not count is returned.
 */
size_t groups_sort(struct groups *groups);

/* To read what is known of a group's repeats, one by one, and to be ended. */
void repeats_begin(
	struct trail_cursor *cursor, const struct groups *groups, const struct group *group);
const struct form *repeats_next(
	struct trail_cursor *cursor, const struct groups *groups, struct trace *trace);

/*
 * Adds the fields grouped by that are none of a group's own to the record's line
 * that out ends in, but one that the record has (NULL: none).
 */
void groups_write_others(
	const struct groups *groups, const struct group *group, const char *but, struct text *out);

void groups_release(struct groups *groups);

#endif
