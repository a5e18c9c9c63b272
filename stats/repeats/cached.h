/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * cached - which values of I/O are those of a cache, by evidence that is stated
 *
 *	the log, or the runner beside it, says so of a run
 *	it is as good as such a one
 *	a read is faster than half the memory bandwidth
 *	the group has two levels three times apart or more: the slower is the uncached one
 *	what is left is ten times as fast as the bare host without a cache, or more
 *
 * The last three are about rates of disk tests only.
 */
#ifndef STATS_REPEATS_CACHED_H
#define STATS_REPEATS_CACHED_H

#include "core/text.h"
#include "stats/repeats/groups.h"

/* A group's, with what is known of them. */
struct repeats {
	const struct groups *groups;
	const struct group *group;
};

/* What the values of a group are held against. */
struct cache_facts {
	bool is_disk_rate; /* a rate of I/O on a disk, of which more is better */
	double bandwidth;  /* the memory's, where the rate is one of reading; NaN: not known */
	const char
		*host; /* the baseline, where the group is of a system that runs on it; or NULL */
	double host_level; /* the mean of ln x of the host's uncached values; NaN: none */
};

/*
 * Sets the places of cached[] that are of a cache; those set already are not
 * looked at. Returns how many were set, and adds the evidence to reasons, each
 * ended by a newline.
 */
size_t find_cached(bool *cached, const struct repeats *repeats, const struct cache_facts *facts,
	struct text *reasons);

#endif
