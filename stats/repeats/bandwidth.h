/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bandwidth - how fast the memory of a system was measured to be
 *
 * The facts are environment records: {"kind":"environment","system":"Kata",
 * "name":"memory bandwidth","value":"8.1 GB/s"}, of a system or, without one,
 * of the machine that all run on.
 */
#ifndef STATS_REPEATS_BANDWIDTH_H
#define STATS_REPEATS_BANDWIDTH_H

#include "core/index.h"
#include "core/record.h"

struct bandwidths {
	struct index systems; /* "" is the machine */
	double *values;       /* in B/s, of each the most that was measured */
	size_t capacity;
};

/* Notes an environment record, if it is one. NULL, or why it cannot be. */
const char *bandwidths_add(struct bandwidths *bandwidths, const struct record *record);

/* A system's memory bandwidth, or else the machine's; NaN: not measured. */
double bandwidth_of(const struct bandwidths *bandwidths, const char *system);

void bandwidths_release(struct bandwidths *bandwidths);

#endif
