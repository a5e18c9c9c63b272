/* SPDX-License-Identifier: GPL-3.0-or-later */
/* systems - which of the experiment's systems can be measured here */
#include "run/session/systems.h"

#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "core/message.h"
#include "run/engine/engine.h"
#include "run/plan/command.h"
#include "run/plan/line.h"

static void init(struct systems *systems, const struct setting *setting, const struct plan *plan)
{
	const struct experiment *experiment = setting->experiment;

	systems->experiment = experiment;
	systems->states = memory_allocate(experiment->system_count, sizeof *systems->states);
	for (size_t i = 0; i < experiment->system_count; i++)
		text_init(&systems->states[i].why);
	for (size_t i = 0; i < plan->count; i++)
		systems->states[plan->steps[i].system - experiment->systems].is_planned = true;
}

/* Whether a container of the plan needs the image that IMAGE stands for. */
static bool needs_image(const struct setting *setting, const struct plan *plan)
{
	const char *template = setting->experiment->container;

	if (!template || !command_names(template, "IMAGE"))
		return false;
	for (size_t i = 0; i < plan->count; i++) {
		const struct step *step = &plan->steps[i];

		if (line_is_in_container(step, ROLE_SERVER) && step->test->server)
			return true;
		if (line_is_in_container(step, ROLE_COMMAND) && !step->test->container_is_whole)
			return true;
	}
	return false;
}

static bool has_image(const struct setting *setting, struct text *why)
{
	struct text id = TEXT_INIT;
	bool found = setting->image && engine_image_id(setting, &id);

	text_release(&id);
	if (!setting->image)
		text_add(why, "the experiment names no image: --image does");
	else if (!found)
		text_add_format(why, "there is no image %s: docs/RUNTIMES.md says how to make it",
			setting->image);
	return found;
}

static bool plans_containers(const struct systems *systems)
{
	for (size_t i = 0; i < systems->experiment->system_count; i++)
		if (systems->states[i].is_planned && systems->experiment->systems[i].runtime)
			return true;
	return false;
}

/* Without the engine no container runs; the bare host does. */
static void lose_engine(struct systems *systems, const struct text *why)
{
	for (size_t i = 0; i < systems->experiment->system_count; i++) {
		if (!systems->experiment->systems[i].runtime)
			continue;
		systems->states[i].fitness = UNAVAILABLE;
		text_add(&systems->states[i].why, why->data);
	}
}

static enum step_end try(
	struct systems *systems, const struct setting *setting, size_t place, struct text *why)
{
	const struct experiment_system *system = &systems->experiment->systems[place];
	struct system_state *state = &systems->states[place];

	if (!state->is_planned || !system->runtime)
		return STEP_DONE;
	state->fitness = preflight(setting, system, &state->why);
	if (state->fitness == INTERRUPTED)
		return STEP_INTERRUPTED;
	if (state->fitness == NO_IMAGE) {
		text_add_format(why, "%s: docs/RUNTIMES.md says how to make it", state->why.data);
		return STEP_STOPS_ALL;
	}
	if (state->fitness != FIT && engine_state(setting, why) != ENGINE_READY)
		return STEP_STOPS_ALL;
	return STEP_DONE;
}

enum step_end systems_check(struct systems *systems, const struct setting *setting,
	const struct plan *plan, struct text *why)
{
	enum step_end end = STEP_DONE;
	enum engine_state engine;

	init(systems, setting, plan);
	if (!plans_containers(systems))
		return STEP_DONE;
	engine = engine_state(setting, why);
	if (engine == ENGINE_UNREACHABLE)
		return STEP_STOPS_ALL;
	if (engine == ENGINE_MISSING) {
		lose_engine(systems, why);
		return STEP_DONE;
	}
	if (needs_image(setting, plan) && !has_image(setting, why))
		return STEP_STOPS_ALL;
	for (size_t i = 0; i < systems->experiment->system_count && end == STEP_DONE; i++)
		end = try(systems, setting, i, why);
	return end;
}

const struct system_state *systems_state(
	const struct systems *systems, const struct experiment_system *system)
{
	return &systems->states[system - systems->experiment->systems];
}

void systems_release(struct systems *systems)
{
	for (size_t i = 0; i < systems->experiment->system_count; i++)
		text_release(&systems->states[i].why);
	free(systems->states);
}
