/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * place - the step about a cell's place in the ranking of its metric
 */
#ifndef STATS_EXPLAIN_PLACE_H
#define STATS_EXPLAIN_PLACE_H

#include "core/record.h"
#include "stats/explain/steps.h"

/* The chain, the pairs with the summary's system, or why it is left out; ranking may be NULL. */
void tell_place(struct steps *steps, const struct summary *summary, const struct ranking *ranking);

#endif
