/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * layout - how the path of a log names its system, test and run
 *
 * A layout is text with {system}, {test}, {run} in it, and {} for what has no
 * meaning; each stands for at least one byte of a path, none of them '/', and
 * {run} for digits. It is matched against the end of a path, whole components
 * only; a ".gz" or ".xz" behind it does not count. A log of fio's (job_log)
 * goes by its stem: where 1.log would be a log, 1_clat.3.log is one of the same run.
 */
#ifndef INGEST_LOG_LAYOUT_H
#define INGEST_LOG_LAYOUT_H

#include <stdbool.h>

#include "core/experiment.h"
#include "core/scan.h"

#define LAYOUT_DEFAULT "{system}/{test}/{run}.log"

/* To whom nothing was read by it. */
#define LAYOUT_ADVICE "; --layout says how they lie, as in \"{test}-{system}-{run}.txt\""

/* What a path says; empty where the layout has no such field. */
struct layout_match {
	struct slice system;
	struct slice test;
	struct slice run;
};

/* NULL when layout is well-formed, or what is wrong with it. */
const char *layout_check(const char *layout);

/*
 * Of the ways to match, one whose system and test the experiment knows is
 * preferred; otherwise the fields further left are the shortest.
 */
bool layout_matches(const char *layout, const char *path, const struct experiment *experiment,
	struct layout_match *match);

#endif
