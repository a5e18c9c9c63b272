/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * systems - which of the experiment's systems can be measured here
 */
#ifndef RUN_SESSION_SYSTEMS_H
#define RUN_SESSION_SYSTEMS_H

#include "run/engine/preflight.h"
#include "run/plan/plan.h"
#include "run/step/step.h"

struct system_state {
	bool is_planned;
	enum fitness fitness;
	struct text why; /* it is not fit */
};

struct systems {
	const struct experiment *experiment;
	struct system_state *states; /* in the experiment's order */
};

/*
 * Tries every system of the plan. What is wrong with more than one system, such
 * as a daemon that does not answer, stops all: why says what.
 */
enum step_end systems_check(struct systems *systems, const struct setting *setting,
	const struct plan *plan, struct text *why);

const struct system_state *systems_state(
	const struct systems *systems, const struct experiment_system *system);

void systems_release(struct systems *systems);

#endif
