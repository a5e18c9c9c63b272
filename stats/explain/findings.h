/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * findings - the steps about order, shape and spread of the values
 */
#ifndef STATS_EXPLAIN_FINDINGS_H
#define STATS_EXPLAIN_FINDINGS_H

#include "stats/explain/steps.h"
#include "stats/methods/stability.h"

/* Trend, step, two modes, outlier, dependence: each with its numbers, its limits and whether it was found. */
void tell_findings(struct steps *steps, const struct judgement *judgement);

/* The spread and its bounds against tau. */
void tell_dispersion(struct steps *steps, const struct judgement *judgement, double resolution);

#endif
