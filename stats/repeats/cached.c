/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cached - which values of I/O are those of a cache, by evidence that is stated */
#include "stats/repeats/cached.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "core/units.h"
#include "stats/methods/order.h"

static const double most_of_memory = 0.5;          /* of its bandwidth: a disk is slower */
static const double levels_apart = 3 * (1 - 1e-9); /* "or more", whatever rounding does */
static const double times_the_host = 10 * (1 - 1e-9);

enum { MOST_NAMED = 5 }; /* values in a reason */

/* The values looked at: those of the group that were not set aside before. */
struct candidates {
	const struct groups *groups;
	const struct group *group;
	size_t all; /* values of the group */
	bool *cached;
	bool *picked; /* by the rule at hand */
	size_t count;
	size_t found;
	struct text *reasons;
};

static bool is_open(const struct candidates *candidates, size_t place)
{
	return !candidates->cached[place];
}

static double value_at(const struct candidates *candidates, size_t place)
{
	return candidates->group->repeats.values.items[place];
}

/* "cached, 2 of 5 values (305 MB/s, 298 MB/s): " */
static void begin_reason(const struct candidates *candidates, size_t count)
{
	size_t named = 0;

	text_add_format(
		candidates->reasons, "cached, %zu of %zu values (", count, candidates->count);
	for (size_t i = 0; i < candidates->all && named < MOST_NAMED; i++) {
		if (!candidates->picked[i])
			continue;
		text_add(candidates->reasons, named++ ? ", " : "");
		text_add_quantity(
			candidates->reasons, value_at(candidates, i), candidates->group->unit);
	}
	text_add(candidates->reasons, named < count ? " ...): " : "): ");
}

/* Sets those picked by a rule, and says so for the caller to go on with the evidence. */
static bool take_picked(struct candidates *candidates)
{
	size_t count = 0;

	for (size_t i = 0; i < candidates->all; i++)
		count += candidates->picked[i];
	if (count == 0)
		return false;
	begin_reason(candidates, count);
	for (size_t i = 0; i < candidates->all; i++)
		candidates->cached[i] |= candidates->picked[i];
	memset(candidates->picked, 0, candidates->all * sizeof *candidates->picked);
	candidates->found += count;
	return true;
}

/* Of several runs the first one's words are quoted. */
static void take_stated(struct candidates *candidates)
{
	const char *evidence = NULL;
	struct trail_cursor cursor;
	struct trace trace;

	if (!(candidates->group->says & SAYS_CACHED))
		return;
	repeats_begin(&cursor, candidates->groups, candidates->group);
	for (size_t i = 0; i < candidates->all; i++) {
		const char *said = repeats_next(&cursor, candidates->groups, &trace)->cached;

		candidates->picked[i] = said && is_open(candidates, i);
		if (candidates->picked[i] && !evidence)
			evidence = said;
	}
	trail_end(&cursor);
	if (take_picked(candidates))
		text_add_format(candidates->reasons, "%s\n", evidence);
}

/* Of the values stated to be a cache's, the one that is least good; NaN: there is none, or nothing is good. */
static double least_good_stated(const struct candidates *candidates)
{
	double least = NAN;
	struct trail_cursor cursor;
	struct trace trace;

	if (!(candidates->group->says & SAYS_CACHED))
		return NAN;
	repeats_begin(&cursor, candidates->groups, candidates->group);
	for (size_t i = 0; i < candidates->all; i++) {
		if (!repeats_next(&cursor, candidates->groups, &trace)->cached)
			continue;
		if (candidates->group->better == BETTER_HIGHER)
			least = fmin(least, value_at(candidates, i));
		else if (candidates->group->better == BETTER_LOWER)
			least = fmax(least, value_at(candidates, i));
	}
	trail_end(&cursor);
	return least;
}

/*
 * A run that nothing is stated of need not have been spared the cache: whatever else ran on the
 * machine may have moved the bytes. As good as one of the cache, it is no uncached level.
 */
static void take_as_good_as_stated(struct candidates *candidates)
{
	double least = least_good_stated(candidates);
	bool higher = candidates->group->better == BETTER_HIGHER;

	for (size_t i = 0; i < candidates->all; i++) {
		double value = value_at(candidates, i);

		candidates->picked[i] = is_open(candidates, i) &&
					(higher ? value >= least : value <= least);
	}
	if (!take_picked(candidates))
		return;
	text_add(candidates->reasons, "as good as one that was a cache's, ");
	text_add_quantity(candidates->reasons, least, candidates->group->unit);
	text_add_char(candidates->reasons, '\n');
}

static void take_as_fast_as_memory(struct candidates *candidates, double bandwidth)
{
	for (size_t i = 0; i < candidates->all; i++)
		candidates->picked[i] = is_open(candidates, i) &&
					value_at(candidates, i) > most_of_memory * bandwidth;
	if (!take_picked(candidates))
		return;
	text_add(candidates->reasons, "more than half of the memory bandwidth, ");
	text_add_quantity(candidates->reasons, bandwidth, "B/s");
	text_add_char(candidates->reasons, '\n');
}

static double *sorted_open_values(const struct candidates *candidates, size_t *n)
{
	double *values = memory_resize(NULL, candidates->all, sizeof *values);

	*n = 0;
	for (size_t i = 0; i < candidates->all; i++)
		if (is_open(candidates, i))
			values[(*n)++] = value_at(candidates, i);
	sort_ascending(values, *n);
	return values;
}

/* The one place where sorted values are three times apart; 0: there is none, or more than one. */
static size_t split_of(const double *ascending, size_t n)
{
	size_t split = 0;

	for (size_t i = 1; i < n; i++) {
		if (ascending[i] < levels_apart * ascending[i - 1])
			continue;
		if (split)
			return 0;
		split = i;
	}
	return split;
}

/* A single slow value among many is a level if it came first, before a cache was filled; otherwise a stall. */
static bool is_level(const struct candidates *candidates, double slowest, size_t below, size_t n)
{
	if (below > 1 || n <= 3)
		return true;
	for (size_t i = 0; i < candidates->all; i++)
		if (is_open(candidates, i))
			return value_at(candidates, i) == slowest;
	return false;
}

static void take_upper_level(struct candidates *candidates)
{
	size_t n;
	double *ascending = sorted_open_values(candidates, &n);
	size_t split = n && ascending[0] > 0 ? split_of(ascending, n) : 0;

	if (split && is_level(candidates, ascending[0], split, n)) {
		for (size_t i = 0; i < candidates->all; i++)
			candidates->picked[i] = is_open(candidates, i) &&
						value_at(candidates, i) >= ascending[split];
		take_picked(candidates);
		text_add_format(candidates->reasons,
			"%.3g times as fast as the others or more, which are the uncached level, up to ",
			ascending[split] / ascending[split - 1]);
		text_add_quantity(
			candidates->reasons, ascending[split - 1], candidates->group->unit);
		text_add_char(candidates->reasons, '\n');
	}
	free(ascending);
}

/* The mean of ln x of the values left; NaN where one has no logarithm, or there are none. */
static double level_left(const struct candidates *candidates)
{
	double sum = 0;
	size_t n = 0;

	for (size_t i = 0; i < candidates->all; i++) {
		if (!is_open(candidates, i))
			continue;
		if (!(value_at(candidates, i) > 0))
			return NAN;
		sum += log(value_at(candidates, i));
		n++;
	}
	return n ? sum / (double)n : NAN;
}

static void take_all_beyond_host(struct candidates *candidates, const struct cache_facts *facts)
{
	double times = exp(level_left(candidates) - facts->host_level);

	if (!(times >= times_the_host))
		return;
	for (size_t i = 0; i < candidates->all; i++)
		candidates->picked[i] = is_open(candidates, i);
	take_picked(candidates);
	text_add_format(candidates->reasons, "%.3g times the uncached level of %s, the bare host, ",
		times, facts->host);
	text_add_quantity(candidates->reasons, exp(facts->host_level), candidates->group->unit);
	text_add_char(candidates->reasons, '\n');
}

size_t find_cached(bool *cached, const struct repeats *repeats, const struct cache_facts *facts,
	struct text *reasons)
{
	size_t all = repeats->group->repeats.values.count;
	struct candidates candidates = {
		.groups = repeats->groups,
		.group = repeats->group,
		.all = all,
		.cached = cached,
		.picked = memory_allocate(all, sizeof *candidates.picked),
		.reasons = reasons,
	};

	for (size_t i = 0; i < all; i++)
		candidates.count += !cached[i];
	take_stated(&candidates);
	take_as_good_as_stated(&candidates);
	if (facts->is_disk_rate) {
		take_as_fast_as_memory(&candidates, facts->bandwidth);
		take_upper_level(&candidates);
		if (facts->host)
			take_all_beyond_host(&candidates, facts);
	}
	free(candidates.picked);
	return candidates.found;
}
