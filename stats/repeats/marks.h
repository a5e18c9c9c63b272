/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * marks - values that cannot be what they seem
 *
 * Cached, "(C)": cached.h has the evidence; a group all of whose values are so
 * is marked. Exceptional, "(E)": a system with a runtime (a container's) that is
 * better than the baseline, the bare host that it runs on, by more than a
 * quarter, with its whole 95 % interval, and not cached. Bound: only bounds are
 * known. None of them makes a claim in a ranking.
 */
#ifndef STATS_REPEATS_MARKS_H
#define STATS_REPEATS_MARKS_H

#include "core/experiment.h"
#include "core/index.h"
#include "core/text.h"
#include "stats/methods/comparison.h"
#include "stats/methods/policy.h"
#include "stats/repeats/bandwidth.h"
#include "stats/repeats/cached.h"
#include "stats/repeats/groups.h"
#include "stats/repeats/sift.h"

/* What the baseline's values on a metric come to. */
struct host_level {
	struct level level;
	bool is_cached;
};

/* The baseline's levels, by test, part and metric. */
struct marks {
	const struct groups *groups;
	const struct policy *policy;
	const struct bandwidths *bandwidths;
	const char *baseline; /* NULL: no bare host to compare with */
	struct index index;
	struct host_level *levels;
	size_t capacity;
};

/*
 * Takes the levels of the baseline's groups, which are in run order, if the
 * experiment's baseline is a bare host: a system without a runtime.
 */
void marks_init(struct marks *marks, const struct groups *groups, const struct policy *policy,
	const struct bandwidths *bandwidths);

/* Sifts a group's repeats: the evidence for caches includes the memory's bandwidth and the baseline. */
void marks_sift(
	const struct marks *marks, const struct group *group, double tau, struct sifted *sifted);

/* Adds the marks of those used, constants, to the list, and why to reasons where sifting did not say so. */
void marks_find(const struct marks *marks, const struct sifted *sifted, struct strings *found,
	struct text *reasons);

void marks_release(struct marks *marks);

#endif
