/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * summaries - the samples of a stream, and what they come to
 *
 * Beside the samples, failures, facts and series of the stream matter: what is
 * passed on and what is added is told apart by who reads the stream.
 */
#ifndef STATS_STREAM_SUMMARIES_H
#define STATS_STREAM_SUMMARIES_H

#include "core/text.h"
#include "stats/methods/policy.h"
#include "stats/repeats/bandwidth.h"
#include "stats/repeats/failures.h"
#include "stats/repeats/summarise.h"
#include "stats/repeats/groups.h"
#include "stats/within/intervals.h"

struct summaries {
	struct groups groups;
	struct within within;
	struct failures failures;
	struct bandwidths bandwidths;
};

/* Samples are repeats of one another when they agree in the fields, which are borrowed. */
void summaries_init(struct summaries *summaries, const char *fields);

/*
 * Takes note of a record. True when it is to be passed on; a sample is not, and
 * one that cannot be used is added to out as a problem, with a warning.
 */
bool summaries_take(struct summaries *summaries, const struct record *record, struct text *out);

/*
 * Takes a sample without a time, whose further fields the record has; one that
 * cannot be used is added to out as a problem, with a warning.
 */
void summaries_take_sample(struct summaries *summaries, const struct sample *sample,
	const struct record *record, struct text *out);

/* Writes the series, the summaries and what is to be noted of them. */
void summaries_write(
	struct summaries *summaries, const struct policy *policy, const struct summary_sink *sink);

void summaries_release(struct summaries *summaries);

#endif
