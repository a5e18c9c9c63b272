/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * contribute - what the series within runs give to the repeats: one value a run
 *
 * A run counts once. Its value is the steady mean when its metric is a rate and the
 * run is steady, or may be; a mean over equal intervals is that of the run for a
 * rate alone. Otherwise it is the tool's own total where there is one, and
 * the mean of the intervals where there is none.
 */
#ifndef STATS_WITHIN_CONTRIBUTE_H
#define STATS_WITHIN_CONTRIBUTE_H

#include "core/text.h"
#include "stats/methods/policy.h"
#include "stats/repeats/failures.h"
#include "stats/repeats/groups.h"
#include "stats/repeats/summarise.h"
#include "stats/within/intervals.h"

/* What the series are judged with, and given to. */
struct within_context {
	struct groups *groups; /* sorted; what is new stands behind the others */
	const struct failures *failures;
	const struct policy *policy;
};

/*
 * Judges each series, in time order; gives its record to the sink, and its value to its
 * group. Of a run that failed the intervals have no value without a total. Series
 * that the input has judged already give nothing.
 */
void within_contribute(struct within *within, const struct within_context *context,
	const struct summary_sink *sink);

#endif
