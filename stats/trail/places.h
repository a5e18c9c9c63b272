/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * places - the labels that samples have, each set of them numbered
 *
 * Samples come in cycles (real, user, sys of one run after another), so that which
 * set follows another is remembered: most are found without a key being made.
 */
#ifndef STATS_TRAIL_PLACES_H
#define STATS_TRAIL_PLACES_H

#include "core/index.h"
#include "core/record.h"

/* Labels are kept as long as the places; NULL and NaN: absent. */
struct place {
	const char *system;
	const char *test;
	double part;
	const char *metric;
	const char *unit;
	enum better better;
	/*
	 * Where samples are told apart by more than these labels, the fields by
	 * which they are, as group_keys.h writes them; NULL otherwise.
	 */
	const char *fields;
	size_t next; /* that followed the last time */
};

struct places {
	struct index labels;
	struct index index;
	struct place *items; /* in the order they first came */
	size_t capacity;
	size_t last;
	struct text key;
};

void places_init(struct places *places);

/* The number of a sample's labels, and of its further fields (NULL: none). */
size_t places_take(struct places *places, const struct sample *sample, const char *fields);

void places_release(struct places *places);

#endif
