/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * undecided - the cells that `benchpipe stats` finds neither stable nor unstable
 *
 * Judged is what the experiment shows of a test in its tables; of a test that it
 * does not show, the first metric that its tool gives.
 */
#ifndef RUN_SESSION_UNDECIDED_H
#define RUN_SESSION_UNDECIDED_H

#include <stdbool.h>

#include "core/record.h"
#include "run/plan/plan.h"
#include "run/plan/setting.h"

struct undecided {
	struct records summaries; /* of what was run */
};

/* Has ingest and stats judge the results; experiment_path as they take it. False: why not. */
bool undecided_judge(struct undecided *undecided, const struct setting *setting,
	const char *experiment_path, struct text *why);

/* Whether more runs may decide about the step's cell. */
bool undecided_has(
	const struct undecided *undecided, const struct setting *setting, const struct step *step);

void undecided_release(struct undecided *undecided);

#endif
