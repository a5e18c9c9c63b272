/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * choice - which cells are to be explained
 */
#ifndef STATS_EXPLAIN_CHOICE_H
#define STATS_EXPLAIN_CHOICE_H

#include "core/experiment.h"
#include "stats/stream/rankings.h"

/* NULL: any. */
struct choice {
	const char *system;
	const char *test;
	const char *metric;
	bool all;
};

/*
 * Whether a summary is to be explained: one of those named; where nothing is
 * named, those that are marked or not Stable, of the metrics that the experiment's
 * tables show, or of the first metric of a test that none of them shows.
 */
bool is_chosen(const struct choice *choice, const struct experiment *experiment,
	const struct rankings *rankings, const struct summary *summary);

/* Whether anything is named. */
bool choice_is_named(const struct choice *choice);

/* Ends the program where a name is of nothing in the stream, with the one that may be meant. */
void choice_check(const struct choice *choice, const struct rankings *rankings);

#endif
