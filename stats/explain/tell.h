/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * tell - how the verdict on a cell came about, step by step, in words and numbers
 *
 * Everything is computed again from the summary's values, by the functions that
 * decided: what a step says is what made the verdict.
 */
#ifndef STATS_EXPLAIN_TELL_H
#define STATS_EXPLAIN_TELL_H

#include "core/record.h"
#include "core/text.h"

/* Adds the explanation of a summary, and of its place in the ranking (NULL: there is none). */
void tell_cell(const struct summary *summary, const struct ranking *ranking, struct text *out);

#endif
