/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * groups - the samples of a stream, gathered into what is repeated
 */
#ifndef STATS_REPEATS_GROUPS_H
#define STATS_REPEATS_GROUPS_H

#include "core/index.h"
#include "core/record.h"

/* A value of a repeat, with what its verdict and its trail need. */
struct repeat {
	double run;   /* NaN: not known */
	size_t cell;  /* its system, test, part and metric, numbered: a group may hold several */
	size_t order; /* of arrival */
	double value;
	double resolution; /* 0: not known */
	char *source;      /* NULL: not known */
	enum bound bound;  /* the value is only a bound */
	/* What the log says of the value, in words; NULL: nothing. */
	char *cached;
	char *set_aside;
	char *exceptional;
};

void repeat_release(struct repeat *repeat);

/* The repeats of one metric of one test on one system, or what --by says instead. */
struct group {
	/* Fields that the samples have in common; NULL and NaN where not grouped by. */
	char *system;
	char *test;
	double part;
	char *metric;
	char *unit;
	enum better better;
	char **others; /* the values of the other fields grouped by, as JSON; NULL when absent */

	struct repeat *repeats;
	size_t count;
	size_t capacity;

	size_t series;       /* within its runs, from interval to interval */
	size_t not_steady;   /* of them */
	struct text courses; /* what became of them: reasons, each ended by a newline */
};

struct groups {
	struct strings fields;       /* that samples are grouped by */
	struct strings other_fields; /* those of them that are none of a group's own */
	struct index index;
	struct group *items; /* in the order they first came */
	size_t capacity;
	struct index cells;
	struct index metrics; /* of tests: each has one unit, whatever the system */
	char **units;
	size_t unit_capacity;
	size_t arrivals;
};

#define GROUPS_FIELDS_DEFAULT "system,test,part,metric"

/* Groups by the fields, comma-separated; the list is borrowed. */
void groups_init(struct groups *groups, const char *fields);

/*
 * The number of the group that a sample belongs to, made when it is new. When it
 * cannot be, for the reasons of groups_add(), *why says so.
 */
size_t groups_place(struct groups *groups, const struct record *record, const struct sample *sample,
	const char **why);

/* The number of a sample's system, test, part and metric. */
size_t groups_cell(struct groups *groups, const struct sample *sample);

/*
 * The group that differs from a group of one part in that it has none: of the whole
 * that the parts are of. False when samples are not grouped so, or there is none.
 */
bool groups_find_whole(const struct groups *groups, size_t group, size_t *whole);

/* Adds a repeat to a group, which owns its source then. */
void groups_add_repeat(struct groups *groups, size_t group, const struct repeat *repeat);

/*
 * Adds a sample to its group. NULL, or why it cannot be: a sample without a
 * value, or in another unit than the same metric of the same test before it.
 */
const char *groups_add(struct groups *groups, const struct record *record);

/*
 * Brings each group's repeats into run order: by run, those without one as they
 * came. A repeat that came twice, from the same line of a log, counts once: how
 * many did not count is returned.
 */
size_t groups_sort(struct groups *groups);

/*
 * Adds the fields grouped by that are none of a group's own to the record's line
 * that out ends in, but one that the record has (NULL: none).
 */
void groups_write_others(
	const struct groups *groups, const struct group *group, const char *but, struct text *out);

void groups_release(struct groups *groups);

#endif
