/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * inside - what a system looks like from inside, and what it is made of
 */
#ifndef RUN_ENGINE_INSIDE_H
#define RUN_ENGINE_INSIDE_H

#include <stdbool.h>

#include "run/plan/setting.h"
#include "run/record/facts.h"

/*
 * Adds what commands see that are run on the system: kernel, processors,
 * memory, filesystem, versions of tools. False, with why, when none can be run.
 */
bool inside_describe(struct facts *facts, const struct setting *setting,
	const struct experiment_system *system, struct text *why);

/* Adds engine, runtime and image of a system of containers. */
void inside_describe_engine(
	struct facts *facts, const struct setting *setting, const struct experiment_system *system);

#endif
