/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * progress - what runs, how much is left: a line that changes on a terminal,
 * a line a run in a pipe
 */
#ifndef RUN_SESSION_PROGRESS_H
#define RUN_SESSION_PROGRESS_H

#include <stdbool.h>

#include "run/plan/plan.h"

/* How long steps took, together. */
struct pace {
	double seconds;
	size_t steps;
};

struct progress {
	const struct experiment *experiment;
	const struct plan *plan;
	bool is_terminal;   /* standard error */
	double start;       /* of the step at work, by clock_seconds() */
	struct pace *cells; /* of each, as plan_cell() counts them */
	struct pace *tests;
	struct pace all;
};

void progress_init(
	struct progress *progress, const struct experiment *experiment, const struct plan *plan);

/* The step of that number begins. */
void progress_begin(struct progress *progress, size_t number);

/* It is over, with this remark. */
void progress_end(struct progress *progress, size_t number, const char *remark);

/* Clears the terminal's line, for a message. */
void progress_clear(const struct progress *progress);

void progress_release(struct progress *progress);

#endif
