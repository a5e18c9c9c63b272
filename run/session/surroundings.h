/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * surroundings - machine.json and SYSTEM/environment.json of the results
 */
#ifndef RUN_SESSION_SURROUNDINGS_H
#define RUN_SESSION_SURROUNDINGS_H

#include "run/session/systems.h"

/* Describes the machine, and every system of the plan. False with errno set. */
bool surroundings_write(
	const struct setting *setting, const struct systems *systems, const struct plan *plan);

#endif
