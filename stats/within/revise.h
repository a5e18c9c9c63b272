/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * revise - repeats that others take the place of, and further ones: written anew, all in one go
 */
#ifndef STATS_WITHIN_REVISE_H
#define STATS_WITHIN_REVISE_H

#include <stdint.h>

#include "stats/repeats/groups.h"

/* A repeat of a group. */
struct changed {
	size_t at; /* that it takes the place of, but not its place and order; or CHANGED_NONE */
	struct trace trace;
	double value;
};

#define CHANGED_NONE SIZE_MAX

/* Empty when it is all zero. */
struct revision {
	struct changed *items;
	size_t count;
	size_t capacity;
};

void revision_add(struct revision *revision, const struct changed *changed);

/* Changes the repeats of a group, of which each is changed once at most. */
void revise_group(struct groups *groups, struct group *group, struct revision *revision);

void revision_release(struct revision *revision);

#endif
