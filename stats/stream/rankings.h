/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * rankings - the summaries of a stream, compared metric by metric
 */
#ifndef STATS_STREAM_RANKINGS_H
#define STATS_STREAM_RANKINGS_H

#include "core/index.h"
#include "core/record.h"
#include "stats/methods/policy.h"
#include "stats/ranking/family.h"

struct rankings {
	struct records records; /* that the summaries borrow from */
	struct summary **summaries;
	size_t summary_count;
	size_t summary_capacity;

	/* Filled by rankings_compute(). */
	struct index index; /* of families, by test, part and metric */
	struct family *families;
	size_t family_capacity;
};

/* What systems are compared by. */
struct ranking_policy {
	const struct policy *policy;
	const char *baseline; /* NULL: the experiment's */
};

/* A struct rankings is empty when it is all zero. Takes what a summary record holds. */
void rankings_add(struct rankings *rankings, struct record *record);

/* Compares the systems on each metric of each test. */
void rankings_compute(struct rankings *rankings, const struct ranking_policy *with);

void rankings_release(struct rankings *rankings);

#endif
