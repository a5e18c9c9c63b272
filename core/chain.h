/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * chain - systems in a line, with what is said of neighbours between them
 *
 *	Docker ?=? Kata > Gvisor(host)
 *
 * As rankings write it, and as people do: with "≥", "≤", "~" and "=" for ">=",
 * "<=" and "≈".
 */
#ifndef CORE_CHAIN_H
#define CORE_CHAIN_H

#include <stdbool.h>

#include "core/record/kinds.h"
#include "core/scan.h"

/* The relation's sign at the beginning of *at. */
bool scan_relation(struct slice *at, enum relation *relation);

/*
 * The name up to the next sign or the end, trimmed; false when there is none.
 * *rest moves to the sign.
 */
bool chain_name(struct slice *rest, struct slice *name);

/* Whether there is a sign in it: the name of one system alone compares nothing. */
bool chain_compares(const char *chain);

/* The name without what stands in parentheses behind it: "Gvisor" of "Gvisor(host)". */
struct slice chain_system(struct slice name);

#endif
