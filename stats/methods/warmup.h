/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * warmup - leading values that stand apart from the repeats that follow
 */
#ifndef STATS_METHODS_WARMUP_H
#define STATS_METHODS_WARMUP_H

#include <stddef.h>

#include "core/record/kinds.h"
#include "stats/methods/structure.h"

/* How many of n values may be set aside: a quarter, but one of three to seven. */
size_t most_set_aside(size_t n);

/* What leading values are whose level is higher (effect > 0) or lower, and what makes them so. */
const char *describe_first(double effect, enum better better);

/*
 * Whether the value at place of n positive ones stands apart from those behind
 * it, as find_first_apart() says, by more than one tick of the resolution, too.
 */
struct finding find_leading(
	const double *values, size_t n, size_t place, double resolution, double tau);

/* Positive values in run order, and what they are held to. */
struct leading {
	const double *values;
	size_t n;
	double resolution; /* NaN: not known */
	double tau;
};

/*
 * Adds by how much, of ln x, each of the values differs from those behind it that are
 * to be set aside at the front: as long as find_leading() finds one, and no more than
 * may be; none where a value is not above 0. Takes some n steps in all.
 */
void find_set_aside(const struct leading *leading, struct numbers *effects);

/* How many these are. */
size_t count_set_aside(const double *values, size_t n, double resolution, double tau);

#endif
