/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * summarise - a group of repeats, and the runs that failed, as a summary record
 */
#ifndef STATS_REPEATS_SUMMARISE_H
#define STATS_REPEATS_SUMMARISE_H

#include "core/text.h"
#include "stats/repeats/failures.h"
#include "stats/repeats/groups.h"

/*
 * Adds the summary of a group of repeats in run order to out. failed (NULL:
 * none) are the runs of the same test and system that gave no value; tau is
 * the margin of the verdict.
 */
void summarise_group(const struct groups *groups, const struct group *group,
	const struct failed_test *failed, double tau, struct text *out);

/* Adds the summary of a test of which no run gave a value. */
void summarise_failed_test(const struct failed_test *failed, struct text *out);

#endif
