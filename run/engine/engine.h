/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * engine - docker, or what understands its commands, asked and told
 *
 * Each of its commands has a limit: an engine may hang as well.
 */
#ifndef RUN_ENGINE_ENGINE_H
#define RUN_ENGINE_ENGINE_H

#include <stdbool.h>

#include "core/text.h"
#include "run/plan/setting.h"

enum engine_state {
	ENGINE_READY,
	ENGINE_MISSING,     /* no such program */
	ENGINE_UNREACHABLE, /* its daemon does not answer */
};

/* Says in why what is wrong, in the engine's own words if it had any. */
enum engine_state engine_state(const struct setting *setting, struct text *why);

/*
 * Runs the engine with arguments, which end in NULL, and gives what it prints,
 * without blanks around it. False when it fails: the answer is then its error.
 */
bool engine_ask(const struct setting *setting, const char *const *arguments, struct text *answer);

/* The id of the experiment's image, which is named; false when it is not there. */
bool engine_image_id(const struct setting *setting, struct text *id);

/* The address of this host as containers see it; false when it cannot be had. */
bool engine_host_address(const struct setting *setting, struct text *address);

/* The address of a container that runs; false when it has none. */
bool engine_container_address(
	const struct setting *setting, const char *container, struct text *address);

/*
 * Makes sure that nothing of the container is left, whatever it takes; false,
 * with a word, when that is in vain.
 */
bool engine_end_container(const struct setting *setting, const char *container);

/* The container went by itself: the file with its id goes too. */
void engine_forget_container(const struct setting *setting, const char *container);

/* Ends all containers of these results that a run before this one left behind. */
void engine_end_leftovers(const struct setting *setting);

#endif
