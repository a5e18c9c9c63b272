/* SPDX-License-Identifier: GPL-3.0-or-later */
/* pairs - how any two systems compare on a metric */
#ifndef RENDER_REPORT_PAIRS_H
#define RENDER_REPORT_PAIRS_H

#include <stdbool.h>

#include "core/record.h"
#include "render/report/grid.h"

/* Whether the pairs are too many for a list that people read. */
bool pairs_are_many(const struct ranking *ranking);

/* What evidence says of a and b beyond the ratio and the interval that it begins with, if it does. */
const char *pairs_remark(const char *evidence, const char *a, const char *b);

/* What a pair's evidence says beyond its ratio and interval; NULL without evidence. */
const char *pair_remark(const struct pair *pair);

/* A row a pair: relation, ratio, its interval, and what else the evidence says. */
void pairs_fill_list(struct grid *grid, const struct ranking *ranking);

/*
 * A row and a column a system, in the chain's order: the relation of the row's to the column's,
 * and the ratio; then the letters that it shares with those that it is not told apart from.
 */
void pairs_fill_matrix(struct grid *grid, const struct ranking *ranking);

/* The letters of a system, or NULL. */
const char *pairs_letters(const struct ranking *ranking, const char *system);

#endif
