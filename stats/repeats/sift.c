/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sift - which of a group's repeats stand for it, and why others do not */
#include "stats/repeats/sift.h"

#include <math.h>
#include <stdlib.h>

#include "core/memory.h"
#include "core/units.h"
#include "stats/methods/warmup.h"
#include "stats/repeats/cached.h"

struct numbers sifted_values(const struct sifted *sifted, enum fate fate)
{
	struct numbers values = { 0 };

	for (size_t i = 0; i < sifted->group->count; i++)
		if (sifted->fates[i] == fate)
			numbers_add(&values, sifted->group->repeats[i].value);
	return values;
}

bool sifted_level(const struct sifted *sifted, struct level *level)
{
	struct numbers values = sifted_values(sifted, FATE_USED);
	bool has_level = sifted->bound == BOUND_NONE && values.count;

	for (size_t i = 0; i < values.count; i++)
		has_level = has_level && values.items[i] > 0;
	if (has_level)
		*level = level_of(values.items, values.count, sifted->resolution);
	free(values.items);
	return has_level;
}

static void set_fate(struct sifted *sifted, size_t place, enum fate fate)
{
	sifted->counts[sifted->fates[place]]--;
	sifted->fates[place] = fate;
	sifted->counts[fate]++;
}

/* "only bounds are known: < 59 MiB, < 61 MiB" or "1 of 5 values is only a bound, set aside: < 59 MiB" */
static void sift_bounds(struct sifted *sifted)
{
	const struct group *group = sifted->group;
	struct text list = TEXT_INIT;
	size_t count = 0;

	for (size_t i = 0; i < group->count; i++) {
		const struct repeat *repeat = &group->repeats[i];

		if (repeat->bound == BOUND_NONE)
			continue;
		text_add_format(&list, "%s%s ", count++ ? ", " : "", bound_sign(repeat->bound));
		text_add_quantity(&list, repeat->value, group->unit);
		if (sifted->bound == BOUND_NONE)
			sifted->bound = repeat->bound;
		set_fate(sifted, i, FATE_BOUND);
	}
	if (count == group->count) {
		for (size_t i = 0; i < count; i++)
			set_fate(sifted, i, FATE_USED);
		text_add_format(&sifted->reasons, "only %s known: %s\n",
			count == 1 ? "a bound is" : "bounds are", list.data);
	} else if (count) {
		sifted->bound = BOUND_NONE;
		text_add_format(&sifted->reasons, "%zu of %zu values %s, set aside: %s\n", count,
			group->count, count == 1 ? "is only a bound" : "are only bounds",
			list.data);
	}
	text_release(&list);
}

/* Whoever wrote the log calls a value no repeat of the others, if there are others. */
static void sift_declared(struct sifted *sifted)
{
	const struct group *group = sifted->group;

	for (size_t i = 0; i < group->count; i++) {
		if (!group->repeats[i].set_aside || sifted->fates[i] != FATE_USED ||
			sifted->counts[FATE_USED] < 2)
			continue;
		set_fate(sifted, i, FATE_FIRST);
		text_add_format(&sifted->reasons, "run %zu set aside, %s\n", i + 1,
			group->repeats[i].set_aside);
	}
}

static void sift_cached(struct sifted *sifted, const struct cache_facts *facts)
{
	size_t used = sifted->counts[FATE_USED];
	bool *cached = memory_allocate(sifted->group->count, sizeof *cached);
	size_t count = 0;

	for (size_t i = 0; i < sifted->group->count; i++)
		cached[i] = sifted->fates[i] != FATE_USED;
	count = find_cached(cached, sifted->group, facts, &sifted->reasons);
	sifted->is_cached = count && count == used;
	for (size_t i = 0; count < used && i < sifted->group->count; i++)
		if (cached[i] && sifted->fates[i] == FATE_USED)
			set_fate(sifted, i, FATE_CACHED);
	free(cached);
}

/* Of those that are used now; NaN: none is known. */
static double coarsest_resolution(const struct sifted *sifted)
{
	double coarsest = 0;

	for (size_t i = 0; i < sifted->group->count; i++)
		if (sifted->fates[i] == FATE_USED)
			coarsest = fmax(coarsest, sifted->group->repeats[i].resolution);
	return coarsest > 0 ? coarsest : NAN;
}

/* "run 1 set aside, 31 % slower: warm-up" */
static void add_leading(struct sifted *sifted, size_t place, const struct finding *finding)
{
	text_add_format(&sifted->reasons, "run %zu set aside, ", place + 1);
	text_add_percent(&sifted->reasons, fabs(expm1(finding->effect)));
	text_add_format(
		&sifted->reasons, " %s\n", describe_first(finding->effect, sifted->group->better));
}

static void sift_leading(struct sifted *sifted, double tau)
{
	struct numbers values = sifted_values(sifted, FATE_USED);
	double resolution = sifted->resolution;
	size_t count = count_set_aside(values.items, values.count, resolution, tau);
	size_t place = 0;

	for (size_t i = 0; i < sifted->group->count && place < count; i++) {
		struct finding finding;

		if (sifted->fates[i] != FATE_USED)
			continue;
		finding = find_leading(values.items, values.count, place++, resolution, tau);
		add_leading(sifted, i, &finding);
		set_fate(sifted, i, FATE_FIRST);
	}
	free(values.items);
}

void sift(struct sifted *sifted, const struct group *group, const struct cache_facts *facts,
	double tau)
{
	*sifted = (struct sifted){
		.group = group,
		.fates = memory_allocate(group->count, sizeof *sifted->fates),
		.reasons = TEXT_INIT,
	};
	for (size_t i = 0; i < group->count; i++)
		sifted->fates[i] = FATE_USED;
	sifted->counts[FATE_USED] = group->count;
	sift_bounds(sifted);
	if (sifted->bound == BOUND_NONE) {
		sift_declared(sifted);
		sift_cached(sifted, facts);
	}
	sifted->resolution = coarsest_resolution(sifted);
	if (sifted->bound == BOUND_NONE)
		sift_leading(sifted, tau);
}

void sifted_release(struct sifted *sifted)
{
	free(sifted->fates);
	text_release(&sifted->reasons);
	*sifted = (struct sifted){ 0 };
}
