/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * links - the rates that several tools measured on one link, and what they say of their units
 *
 * The tests of the experiment that measure the network and run on the same side
 * use the same link; the headline of each is its throughput.
 */
#ifndef STATS_REPEATS_LINKS_H
#define STATS_REPEATS_LINKS_H

#include "core/text.h"
#include "stats/repeats/groups.h"
#include "stats/repeats/marks.h"

/*
 * Adds a note for every two tests whose rates differ as units do (confusion.h),
 * across the systems of the groups.
 */
void links_write_notes(const struct groups *groups, const struct marks *marks, struct text *out);

#endif
