/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * given - what each system was given to work with, and whether all had the same
 *
 * A container that sees fewer processors, less memory or another kind of volume
 * than another may be slower for that alone.
 */
#ifndef STATS_RANKING_GIVEN_H
#define STATS_RANKING_GIVEN_H

#include "core/record.h"

#define GIVEN_TOPIC "given" /* of the notes */

/* A struct given is empty when it is all zero. */
struct given {
	struct environment *facts; /* of those that are compared; strings of their own */
	size_t count;
	size_t capacity;
};

/* Remembers an environment record, if it is about what systems are given. */
void given_add(struct given *given, const struct record *record);

/*
 * Adds a note record, and says the same, for each thing of which systems had
 * not the same. Systems are named by the alphabet, in whatever order they came.
 */
void given_write_notes(struct given *given, struct text *out);

void given_release(struct given *given);

#endif
