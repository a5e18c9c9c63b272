/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * step - one run: prepared, run, cleaned up after, and written down
 */
#ifndef RUN_STEP_STEP_H
#define RUN_STEP_STEP_H

#include "core/text.h"
#include "run/plan/plan.h"
#include "run/plan/setting.h"

enum step_end {
	STEP_DONE,        /* and written down */
	STEP_FAILED,      /* written down, too */
	STEP_STOPS_ALL,   /* nothing more can be run: the remark says why */
	STEP_INTERRUPTED, /* by the user */
};

/* Performs the step; the remark is what there is to say of it in a line. */
enum step_end step_perform(
	const struct setting *setting, const struct step *step, struct text *remark);

/* Whether every run of the step's cell that was made came to its limit: it is not tried again. */
bool step_is_hopeless(const struct setting *setting, const struct step *step);

/* Writes down that the step was not run, with a problem's status, and why. False with errno set. */
bool step_leave_out(const struct setting *setting, const struct step *step, const char *status,
	const char *why);

#endif
