/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * conclude - one sentence over several metrics, from their rankings
 */
#ifndef STATS_RANKING_CONCLUDE_H
#define STATS_RANKING_CONCLUDE_H

#include "core/experiment.h"
#include "core/text.h"
#include "stats/ranking/family.h"

/* The families of a stream, ranked. */
struct families {
	struct family *items;
	size_t count;
};

/*
 * Adds the record of a conclusion. Between two systems it says `>` (or `<`)
 * when every metric that both have says so, `>=` when some metric says more
 * and none less, `≈` when all do, otherwise `?=?` with the metrics that
 * disagree; without data it has no chain. Where some metrics are better higher
 * and others lower, the latter are turned round: then more is better. A metric
 * without a good direction is left out of a conclusion over several.
 */
void conclude(const struct families *families, const struct experiment_conclusion *conclusion,
	struct text *out);

#endif
