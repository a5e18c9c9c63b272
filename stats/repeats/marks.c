/* SPDX-License-Identifier: GPL-3.0-or-later */
/* marks - values that cannot be what they seem */
#include "stats/repeats/marks.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "stats/methods/policy.h"
#include "stats/methods/warmup.h"

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

/*
 * The level of the values that a verdict is about. False when they have no
 * logarithms, or no spread.
 */
static bool level_of_group(const struct group *group, double tau, struct level *level)
{
	size_t n;
	double *values = memory_resize(NULL, group->count, sizeof *values);
	double coarsest = 0;
	bool positive = true;

	for (size_t i = 0; i < group->count; i++) {
		values[i] = group->repeats[i].value;
		coarsest = fmax(coarsest, group->repeats[i].resolution);
		positive &= values[i] > 0;
	}
	n = group->count;
	if (positive) {
		size_t aside = count_set_aside(values, n, coarsest, tau);

		n -= aside;
		if (n >= 2)
			*level = level_of(values + aside, n, coarsest);
	}
	free(values);
	return positive && n >= 2;
}

/* The experiment says of the system that it runs in something on the host. */
static bool has_runtime(const struct experiment *experiment, const char *system)
{
	size_t place = system ? experiment_system_order(experiment, system)
			      : experiment->system_count;

	return place < experiment->system_count && experiment->systems[place].runtime;
}

void marks_init(struct marks *marks, const struct groups *groups, const struct policy *policy)
{
	const struct experiment *experiment = policy->experiment;
	const char *baseline = experiment->baseline;

	*marks = (struct marks){ .policy = policy };
	if (baseline && !has_runtime(experiment, baseline))
		marks->baseline = baseline;
	for (size_t i = 0; i < groups->index.count; i++) {
		const struct group *group = &groups->items[i];
		struct text key = TEXT_INIT;
		struct level level;
		size_t known = marks->index.count;

		if (!is_baseline(marks, group) ||
			!level_of_group(group,
				policy_margins(policy, group->test, group->metric, group->unit).tau,
				&level))
			continue;
		make_key(&key, group);
		if (index_add(&marks->index, (struct slice){ key.data, key.data + key.length }) ==
			known) {
			marks->levels = memory_reserve_one(
				marks->levels, known, &marks->capacity, sizeof *marks->levels);
			marks->levels[known] = level;
		}
		text_release(&key);
	}
}

static const struct level *baseline_level(const struct marks *marks, const struct group *group)
{
	struct text key = TEXT_INIT;
	size_t number;
	bool found;

	make_key(&key, group);
	found = index_find(
		&marks->index, (struct slice){ key.data, key.data + key.length }, &number);
	text_release(&key);
	return found ? &marks->levels[number] : NULL;
}

bool marks_is_exceptional(const struct marks *marks, const struct group *group,
	const struct level *level, struct text *reasons)
{
	const struct level *host = baseline_level(marks, group);
	double better;

	if (!host || !has_runtime(marks->policy->experiment, group->system) ||
		group->better == BETTER_NEITHER || level->n < 2)
		return false;
	better = level->mean - host->mean;
	if (group->better == BETTER_LOWER)
		better = -better;
	if (better - half_width(level, host, POLICY_ALPHA) <= log1p(most_better))
		return false;
	text_add_format(reasons,
		"exceptional: %.3g times as good as %s, the bare host; "
		"look at the clock, the cache and the set-up\n",
		exp(better), marks->baseline);
	return true;
}

void marks_release(struct marks *marks)
{
	index_release(&marks->index);
	free(marks->levels);
	*marks = (struct marks){ 0 };
}
