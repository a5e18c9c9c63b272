/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * marks - values that cannot be what they seem
 *
 * Exceptional, "(E)": a system with a runtime (a container's) that is better than
 * the baseline, the bare host that it runs on, by more than a quarter, with its
 * whole 95 % interval. It makes no claim in a ranking: look at the clock, the
 * cache and the set-up.
 */
#ifndef STATS_REPEATS_MARKS_H
#define STATS_REPEATS_MARKS_H

#include "core/experiment.h"
#include "core/index.h"
#include "core/text.h"
#include "stats/methods/comparison.h"
#include "stats/methods/policy.h"
#include "stats/repeats/groups.h"

/* The baseline's levels, by test, part and metric. */
struct marks {
	const struct policy *policy;
	const char *baseline; /* NULL: no marks, for want of a bare host */
	struct index index;
	struct level *levels;
	size_t capacity;
};

/*
 * Takes the levels of the baseline's groups, which are in run order, if the
 * experiment's baseline is a bare host: a system without a runtime.
 */
void marks_init(struct marks *marks, const struct groups *groups, const struct policy *policy);

/*
 * Whether a group's level, from the values that its verdict is about, is
 * exceptional; if so, adds the reason, ended by a newline.
 */
bool marks_is_exceptional(const struct marks *marks, const struct group *group,
	const struct level *level, struct text *reasons);

void marks_release(struct marks *marks);

#endif
