/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * basis - the rankings that a conclusion is drawn from
 */
#ifndef STATS_RANKING_BASIS_H
#define STATS_RANKING_BASIS_H

#include "core/experiment.h"
#include "core/index.h"
#include "stats/ranking/family.h"

/* The families of a stream, ranked. */
struct families {
	struct family *items;
	size_t count;
};

struct basis {
	const struct family **families; /* with data, in the order of the metrics */
	size_t family_count;
	struct strings names; /* of their metrics, "dd/write.throughput"; owned */
	struct index systems; /* of all of them */
	struct strings
		left_out; /* owned: which metrics, and which systems of the others, and why */
};

/*
 * The families of the metrics that the conclusion names, in its order, or of
 * all metrics of its category that are better one way, by name. A metric
 * without a good direction is left out unless it stands alone.
 */
void basis_gather(struct basis *basis, const struct families *families,
	const struct experiment_conclusion *wanted);

void basis_release(struct basis *basis);

#endif
