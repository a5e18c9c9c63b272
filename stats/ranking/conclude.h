/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * conclude - one sentence over several metrics, from their rankings
 */
#ifndef STATS_RANKING_CONCLUDE_H
#define STATS_RANKING_CONCLUDE_H

#include "core/experiment.h"
#include "core/text.h"
#include "stats/ranking/basis.h"

/*
 * Adds the record of a conclusion, over the metrics that it names or all of its
 * category. Between two systems it says `>` when every metric that both have
 * says so, `≈` likewise; `>=` when some say `>`, or all say that or `>=` or `≈`,
 * and none says less (`<` or `<=`); otherwise `?=?` with the metrics that
 * disagree. Without data it has no chain. Where some metrics are better higher
 * and others lower, the latter are turned round: then more is better. A metric
 * without a good direction is left out of a conclusion over several.
 */
void conclude(const struct families *families, const struct experiment_conclusion *conclusion,
	struct text *out);

#endif
