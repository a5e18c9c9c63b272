/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * line - the command lines of a step, as bash gets them
 *
 * The experiment's words stay in their order; behind "docker run" stand those
 * by which a container can be found and ended, and those that a policy asks for.
 */
#ifndef RUN_PLAN_LINE_H
#define RUN_PLAN_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/text.h"
#include "run/plan/plan.h"
#include "run/plan/setting.h"

enum role {
	ROLE_COMMAND,
	ROLE_SERVER, /* that the command talks to */
};

/* Where a server listens, as its client sees it. */
struct endpoint {
	const char *address;
	size_t port;
};

/* Whether that part of the step runs in a container. */
bool line_is_in_container(const struct step *step, enum role role);

/* Adds the command line; the endpoint is that of the step's server, if it has one. */
void line_add(struct text *out, const struct setting *setting, const struct step *step,
	enum role role, const struct endpoint *endpoint);

/* Adds a command of the system, such as the preflight, that uses the container's name. */
void line_add_whole(struct text *out, const struct setting *setting,
	const struct experiment_system *system, const char *whole, const char *command,
	const char *container);

/*
 * The name of a step's container, which the caller frees: of these results, and
 * the same whenever the step is run, so that one left behind can be found.
 */
char *line_container_name(const struct setting *setting, const struct step *step);

/* The same of what is run once for a system: purpose is a word such as "preflight". */
char *line_container_name_for(
	const struct setting *setting, const struct experiment_system *system, const char *purpose);

/* The file that the engine writes the container's id to, which the caller frees. */
char *line_id_file(const struct setting *setting, const char *container);

#endif
