/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * policy - what verdicts and rankings are held to
 *
 * It is declared before the data, by what kind of quantity is measured: tau is
 * the spread (sd of ln x) up to which repeats are stable, delta the ratio - 1
 * below which two systems are as good as equal, alpha the share of cases in
 * which a verdict, or all pairs of a ranking together, may err.
 */
#ifndef STATS_METHODS_POLICY_H
#define STATS_METHODS_POLICY_H

#include "core/experiment.h"

/* The alpha of who says nothing else. */
#define POLICY_ALPHA 0.05

struct margins {
	double tau;
	double delta;
	double alpha;
};

/* The experiment, and what the command line says instead, for every metric. */
struct policy {
	const struct experiment *experiment;
	struct margins wanted; /* NaN: nothing */
};

/*
 * The category of a test or, for a test that the experiment does not know, the
 * one that metric and unit (NULL: none) suggest.
 */
enum category policy_category(const struct experiment *experiment, const char *test,
	const char *metric, const char *unit);

/*
 * The margins of a test's metric: the command line's, the test's own, those that
 * the experiment gives its category, or the program's; a rate of unknown kind
 * gets the widest.
 */
struct margins policy_margins(
	const struct policy *policy, const char *test, const char *metric, const char *unit);

#endif
