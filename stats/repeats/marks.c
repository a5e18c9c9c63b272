/* SPDX-License-Identifier: GPL-3.0-or-later */
/* marks - values that cannot be what they seem */
#include "stats/repeats/marks.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"

static const double most_better = 0.25; /* than the bare host, before it is not believed */

static void make_key(struct text *key, const struct group *group)
{
	text_add_format(
		key, "%s\n%.17g\n%s", group->test ? group->test : "", group->part, group->metric);
}

static bool is_baseline(const struct marks *marks, const struct group *group)
{
	return marks->baseline && group->system && strcmp(group->system, marks->baseline) == 0;
}

/* The experiment says of the system that it runs in something on the host. */
static bool has_runtime(const struct experiment *experiment, const char *system)
{
	size_t place = system ? experiment_system_order(experiment, system)
			      : experiment->system_count;

	return place < experiment->system_count && experiment->systems[place].runtime;
}

static const struct host_level *host_level(const struct marks *marks, const struct group *group)
{
	struct text key = TEXT_INIT;
	size_t number;
	bool found;

	if (!marks->baseline || !has_runtime(marks->policy->experiment, group->system))
		return NULL;
	make_key(&key, group);
	found = index_find(&marks->index, text_slice(&key), &number);
	text_release(&key);
	return found ? &marks->levels[number] : NULL;
}

static bool is_rate(const char *unit)
{
	return unit && (strcmp(unit, "B/s") == 0 || strcmp(unit, "1/s") == 0);
}

static struct cache_facts facts_of(const struct marks *marks, const struct group *group)
{
	const struct host_level *host = host_level(marks, group);
	struct cache_facts facts = { .bandwidth = NAN, .host_level = NAN };

	if (!marks->policy)
		return facts;
	facts.is_disk_rate = group->better == BETTER_HIGHER && is_rate(group->unit) &&
			     policy_category(marks->policy->experiment, group->test, group->metric,
				     group->unit) == CATEGORY_DISK;
	if (facts.is_disk_rate && strncmp(group->metric, "read.", 5) == 0 &&
		strcmp(group->unit, "B/s") == 0)
		facts.bandwidth = bandwidth_of(marks->bandwidths, group->system);
	if (host && !host->is_cached) {
		facts.host = marks->baseline;
		facts.host_level = host->level.mean;
	}
	return facts;
}

void marks_sift(
	const struct marks *marks, const struct group *group, double tau, struct sifted *sifted)
{
	struct cache_facts facts = facts_of(marks, group);

	sift(sifted, marks->groups, group, &(struct sifting){ &facts, tau });
}

static void take_baseline(struct marks *marks, const struct group *group)
{
	struct sifted sifted;
	struct host_level host;

	marks_sift(marks, group,
		policy_margins(marks->policy, group->test, group->metric, group->unit).tau,
		&sifted);
	host.is_cached = sifted.is_cached;
	if (sifted_level(&sifted, &host.level)) {
		struct text key = TEXT_INIT;
		size_t known = marks->index.count;

		make_key(&key, group);
		if (index_add(&marks->index, text_slice(&key)) == known) {
			marks->levels = memory_reserve_one(
				marks->levels, known, &marks->capacity, sizeof *marks->levels);
			marks->levels[known] = host;
		}
		text_release(&key);
	}
	sifted_release(&sifted);
}

void marks_init(struct marks *marks, const struct groups *groups, const struct policy *policy,
	const struct bandwidths *bandwidths)
{
	const struct experiment *experiment = policy->experiment;
	const char *baseline = experiment->baseline;

	*marks = (struct marks){ .groups = groups, .policy = policy, .bandwidths = bandwidths };
	if (baseline && !has_runtime(experiment, baseline))
		marks->baseline = baseline;
	for (size_t i = 0; i < groups->index.count; i++)
		if (is_baseline(marks, &groups->items[i]))
			take_baseline(marks, &groups->items[i]);
}

/* How much better than the host, as a difference of ln x, and surely so; 0 when it is not. */
static double surely_better(const struct marks *marks, const struct sifted *sifted)
{
	const struct host_level *host = host_level(marks, sifted->group);
	enum better sense = sifted->group->better;
	struct level level;
	double better;

	if (!host || sense == BETTER_NEITHER || host->level.n < 2 ||
		!sifted_level(sifted, &level) || level.n < 2)
		return 0;
	better = level.mean - host->level.mean;
	if (sense == BETTER_LOWER)
		better = -better;
	if (better - half_width(&level, &host->level, POLICY_ALPHA) <= log1p(most_better))
		return 0;
	return better;
}

/* Whoever wrote the log says so of one of the values used; NULL: nobody does. */
static const char *stated_exceptional(const struct sifted *sifted)
{
	const char *stated = NULL;
	struct trail_cursor cursor;
	struct trace trace;

	if (!(sifted->group->says & SAYS_EXCEPTIONAL))
		return NULL;
	repeats_begin(&cursor, sifted->groups, sifted->group);
	for (size_t i = 0; !stated && i < sifted->group->repeats.values.count; i++) {
		const struct form *form = repeats_next(&cursor, sifted->groups, &trace);

		if (sifted->fates[i] == FATE_USED)
			stated = form->exceptional;
	}
	trail_end(&cursor);
	return stated;
}

static bool is_exceptional(
	const struct marks *marks, const struct sifted *sifted, struct text *reasons)
{
	const char *stated = stated_exceptional(sifted);
	double better = surely_better(marks, sifted);

	if (stated)
		text_add_format(reasons, "exceptional: %s\n", stated);
	if (better > 0)
		text_add_format(reasons,
			"exceptional: %.3g times as good as %s, the bare host; "
			"look at the clock, the cache and the set-up\n",
			exp(better), marks->baseline);
	return stated || better > 0;
}

void marks_find(const struct marks *marks, const struct sifted *sifted, struct strings *found,
	struct text *reasons)
{
	if (sifted->bound != BOUND_NONE)
		strings_add(found, MARK_BOUND);
	else if (sifted->is_cached)
		strings_add(found, MARK_CACHED);
	else if (is_exceptional(marks, sifted, reasons))
		strings_add(found, MARK_EXCEPTIONAL);
}

void marks_release(struct marks *marks)
{
	index_release(&marks->index);
	free(marks->levels);
	*marks = (struct marks){ 0 };
}
