/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * evidence - the steps about the values themselves: which there are, which stand for the cell, what became of the runs
 */
#ifndef STATS_EXPLAIN_EVIDENCE_H
#define STATS_EXPLAIN_EVIDENCE_H

#include "core/record.h"
#include "stats/explain/steps.h"

/* Every value with its source. */
void tell_values(struct steps *steps, const struct summary *summary);

/* What was set aside as a bound or a cache's, and the marks. */
void tell_aside(struct steps *steps, const struct summary *summary);

/* The test of the first value, and of each after one that was set aside. */
void tell_leading(struct steps *steps, const struct summary *summary);

/* Runs that failed, or were not steady within. */
void tell_runs(struct steps *steps, const struct summary *summary);

#endif
