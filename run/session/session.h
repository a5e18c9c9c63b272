/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * session - from a plan to results: checks, descriptions, run after run
 */
#ifndef RUN_SESSION_SESSION_H
#define RUN_SESSION_SESSION_H

#include "run/plan/plan.h"
#include "run/plan/setting.h"
#include "run/step/step.h"

struct session_choice {
	const struct plan_choice *plan;
	const char *experiment_path; /* for the verbs that judge; NULL: the one built in */
	size_t until_stable; /* runs that a cell may have until it is stable; 0: as planned */
};

/* Performs the plan, of which it leaves out what is there already; why says what stopped it. */
enum step_end session_perform(const struct setting *setting, struct plan *plan,
	const struct session_choice *choice, struct text *why);

#endif
