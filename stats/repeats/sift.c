/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sift - which of a group's repeats stand for it, and why others do not */
#include "stats/repeats/sift.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "core/units.h"
#include "stats/methods/warmup.h"
#include "stats/repeats/cached.h"

struct numbers sifted_values(const struct sifted *sifted, enum fate fate)
{
	const struct numbers *all = &sifted->group->repeats.values;
	struct numbers values = { 0 };

	for (size_t i = 0; sifted->counts[fate] && i < all->count; i++)
		if (sifted->fates[i] == fate)
			numbers_add(&values, all->items[i]);
	return values;
}

bool sifted_level(const struct sifted *sifted, struct level *level)
{
	const struct numbers *used = &sifted->used;
	bool has_level = sifted->bound == BOUND_NONE && used->count;

	for (size_t i = 0; i < used->count; i++)
		has_level = has_level && used->items[i] > 0;
	if (has_level)
		*level = level_of(used->items, used->count, sifted->resolution);
	return has_level;
}

static size_t count_of(const struct sifted *sifted)
{
	return sifted->group->repeats.values.count;
}

static void set_fate(struct sifted *sifted, size_t place, enum fate fate)
{
	sifted->counts[sifted->fates[place]]--;
	sifted->fates[place] = (unsigned char)fate;
	sifted->counts[fate]++;
}

/* "only bounds are known: < 59 MiB, < 61 MiB" or "1 of 5 values is only a bound, set aside: < 59 MiB" */
static size_t list_bounds(struct sifted *sifted, struct text *list)
{
	const struct group *group = sifted->group;
	struct trail_cursor cursor;
	struct trace trace;
	size_t count = 0;

	repeats_begin(&cursor, sifted->groups, group);
	for (size_t i = 0; i < count_of(sifted); i++) {
		enum bound bound = repeats_next(&cursor, sifted->groups, &trace)->bound;

		if (bound == BOUND_NONE)
			continue;
		text_add_format(list, "%s%s ", count++ ? ", " : "", bound_sign(bound));
		text_add_quantity(list, group->repeats.values.items[i], group->unit);
		if (sifted->bound == BOUND_NONE)
			sifted->bound = bound;
		set_fate(sifted, i, FATE_BOUND);
	}
	trail_end(&cursor);
	return count;
}

static void sift_bounds(struct sifted *sifted)
{
	struct text list = TEXT_INIT;
	size_t count;

	if (!(sifted->group->says & SAYS_BOUND))
		return;
	count = list_bounds(sifted, &list);
	if (count == count_of(sifted)) {
		for (size_t i = 0; i < count; i++)
			set_fate(sifted, i, FATE_USED);
		text_add_format(&sifted->reasons, "only %s known: %s\n",
			count == 1 ? "a bound is" : "bounds are", list.data);
	} else if (count) {
		sifted->bound = BOUND_NONE;
		text_add_format(&sifted->reasons, "%zu of %zu values %s, set aside: %s\n", count,
			count_of(sifted), count == 1 ? "is only a bound" : "are only bounds",
			list.data);
	}
	text_release(&list);
}

/* "run 4", which need not be the fourth: runs fail */
static void add_repeat_name(struct text *out, const struct trace *trace, size_t place)
{
	if (isnan(trace->key))
		text_add_format(out, "value %zu", place + 1);
	else
		text_add_format(out, "run %.15g", trace->key);
}

/* Whoever wrote the log calls a value no repeat of the others, if there are others. */
static void sift_declared(struct sifted *sifted)
{
	struct trail_cursor cursor;
	struct trace trace;

	if (!(sifted->group->says & SAYS_SET_ASIDE))
		return;
	repeats_begin(&cursor, sifted->groups, sifted->group);
	for (size_t i = 0; i < count_of(sifted); i++) {
		const char *why = repeats_next(&cursor, sifted->groups, &trace)->set_aside;

		if (!why || sifted->fates[i] != FATE_USED || sifted->counts[FATE_USED] < 2)
			continue;
		set_fate(sifted, i, FATE_FIRST);
		add_repeat_name(&sifted->reasons, &trace, i);
		text_add_format(&sifted->reasons, " set aside, %s\n", why);
	}
	trail_end(&cursor);
}

static void sift_cached(struct sifted *sifted, const struct cache_facts *facts)
{
	size_t used = sifted->counts[FATE_USED];
	bool *cached;
	size_t count = 0;

	if (!(sifted->group->says & SAYS_CACHED) && !facts->is_disk_rate)
		return;
	cached = memory_allocate(count_of(sifted), sizeof *cached);
	for (size_t i = 0; i < count_of(sifted); i++)
		cached[i] = sifted->fates[i] != FATE_USED;
	count = find_cached(cached, &(struct repeats){ sifted->groups, sifted->group }, facts,
		&sifted->reasons);
	sifted->is_cached = count && count == used;
	for (size_t i = 0; count && count < used && i < count_of(sifted); i++)
		if (cached[i] && sifted->fates[i] == FATE_USED)
			set_fate(sifted, i, FATE_CACHED);
	free(cached);
}

/* Of those that are used now; NaN: none is known. */
static double coarsest_resolution(const struct sifted *sifted)
{
	double coarsest = sifted->group->coarsest;
	struct trail_cursor cursor;
	struct trace trace;

	if (sifted->counts[FATE_USED] == count_of(sifted))
		return coarsest > 0 ? coarsest : NAN;
	coarsest = 0;
	repeats_begin(&cursor, sifted->groups, sifted->group);
	for (size_t i = 0; i < count_of(sifted); i++) {
		repeats_next(&cursor, sifted->groups, &trace);
		if (sifted->fates[i] == FATE_USED)
			coarsest = fmax(coarsest, trace.resolution);
	}
	trail_end(&cursor);
	return coarsest > 0 ? coarsest : NAN;
}

static void pick_used(struct sifted *sifted)
{
	sifted->used = sifted->group->repeats.values;
	if (sifted->counts[FATE_USED] == count_of(sifted))
		return;
	sifted->used = sifted_values(sifted, FATE_USED);
	sifted->picked = sifted->used.items;
}

/* " set aside, 31 % slower: warm-up" */
static void add_leading(struct sifted *sifted, double effect)
{
	text_add(&sifted->reasons, " set aside, ");
	text_add_percent(&sifted->reasons, fabs(expm1(effect)));
	text_add_format(&sifted->reasons, " %s\n", describe_first(effect, sifted->group->better));
}

/* They lead those used: what is left are the others of these. */
static void sift_leading(struct sifted *sifted, double tau)
{
	struct numbers effects = { 0 };
	struct trail_cursor cursor;
	struct trace trace;
	size_t found = 0;

	find_set_aside(&(struct leading){ sifted->used.items, sifted->used.count,
			       sifted->resolution, tau },
		&effects);
	repeats_begin(&cursor, sifted->groups, sifted->group);
	for (size_t i = 0; found < effects.count; i++) {
		repeats_next(&cursor, sifted->groups, &trace);
		if (sifted->fates[i] != FATE_USED)
			continue;
		add_repeat_name(&sifted->reasons, &trace, i);
		add_leading(sifted, effects.items[found++]);
		set_fate(sifted, i, FATE_FIRST);
	}
	trail_end(&cursor);
	sifted->used.items += effects.count;
	sifted->used.count -= effects.count;
	free(effects.items);
}

void sift(struct sifted *sifted, const struct groups *groups, const struct group *group,
	const struct sifting *with)
{
	size_t count = group->repeats.values.count;

	*sifted = (struct sifted){
		.groups = groups,
		.group = group,
		.fates = memory_resize(NULL, count, sizeof *sifted->fates),
		.reasons = TEXT_INIT,
	};
	memset(sifted->fates, FATE_USED, count);
	sifted->counts[FATE_USED] = count;
	sift_bounds(sifted);
	if (sifted->bound == BOUND_NONE) {
		sift_declared(sifted);
		sift_cached(sifted, with->facts);
	}
	sifted->resolution = coarsest_resolution(sifted);
	pick_used(sifted);
	if (sifted->bound == BOUND_NONE)
		sift_leading(sifted, with->tau);
}

void sifted_release(struct sifted *sifted)
{
	free(sifted->picked);
	free(sifted->fates);
	text_release(&sifted->reasons);
	*sifted = (struct sifted){ 0 };
}
