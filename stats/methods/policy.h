/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * policy - the margins that verdicts and rankings are held to
 *
 * They are declared before the data, by what kind of quantity is measured:
 * tau is the spread (sd of ln x) up to which repeats are stable, delta the
 * ratio - 1 below which two systems are as good as equal.
 */
#ifndef STATS_METHODS_POLICY_H
#define STATS_METHODS_POLICY_H

#include "core/experiment.h"

/* Verdicts and rankings err in at most this share of cases. */
#define POLICY_ALPHA 0.05

struct margins {
	double tau;
	double delta;
};

/*
 * The margins of a test's metric: the test's own, those of its category, or,
 * for a test that the experiment does not know, those that the unit (NULL:
 * none) suggests; a rate of unknown kind gets the widest.
 */
struct margins policy_margins(const struct experiment *experiment, const char *test,
	const char *metric, const char *unit);

#endif
