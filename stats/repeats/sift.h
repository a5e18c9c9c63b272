/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * sift - which of a group's repeats stand for it, and why others do not
 *
 * Bounds are set aside where there are values; then what the log calls no
 * repeat; then what is of a cache (cached.h), where others are not; of those
 * that are left, leading values that stand apart (warmup.h). Where all repeats
 * are bounds, or of a cache, they stand for the group, and are marked so.
 */
#ifndef STATS_REPEATS_SIFT_H
#define STATS_REPEATS_SIFT_H

#include "core/text.h"
#include "stats/methods/comparison.h"
#include "stats/repeats/groups.h"

/* What becomes of a repeat. */
enum fate { FATE_FIRST, FATE_CACHED, FATE_BOUND, FATE_USED, FATE_COUNT };

struct sifted {
	const struct groups *groups;
	const struct group *group;
	unsigned char *fates; /* of the group's repeats, in run order: enum fate */
	size_t counts[FATE_COUNT];
	struct numbers
		used;      /* the values of those used, in run order: borrowed from the group, or */
	double *picked;    /* from here, where they are not all its values; NULL: they are */
	double resolution; /* the coarsest of those used, and of leading ones; NaN: none is known */
	enum bound bound;  /* those used are bounds */
	bool is_cached;    /* those used are of a cache */
	struct text reasons;
};

struct cache_facts;

/* What a group is sifted with. */
struct sifting {
	const struct cache_facts *facts;
	double tau; /* the margin of leading values */
};

/* Sifts a group of repeats in run order. */
void sift(struct sifted *sifted, const struct groups *groups, const struct group *group,
	const struct sifting *with);
void sifted_release(struct sifted *sifted);

/* The values of those with that fate that are not used, in run order; the caller frees the list. */
struct numbers sifted_values(const struct sifted *sifted, enum fate fate);

/* The level of those used. False when one has no logarithm, or they are bounds. */
bool sifted_level(const struct sifted *sifted, struct level *level);

#endif
