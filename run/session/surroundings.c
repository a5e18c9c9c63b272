/* SPDX-License-Identifier: GPL-3.0-or-later */
/* surroundings - machine.json and SYSTEM/environment.json of the results */
#include "run/session/surroundings.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/json.h"
#include "core/message.h"
#include "run/engine/inside.h"
#include "run/host/bandwidth.h"
#include "run/host/machine.h"
#include "run/plan/line.h"
#include "run/record/facts.h"
#include "run/record/folder.h"

static bool write_facts(const struct setting *setting, const struct experiment_system *system,
	const char *name, const struct facts *facts)
{
	struct text json = TEXT_INIT;
	bool written;

	facts_write(&json, facts);
	written = folder_write(setting, system, name, &json);
	text_release(&json);
	return written;
}

static bool is_there(
	const struct setting *setting, const struct experiment_system *system, const char *name)
{
	char *path = folder_path(setting, system, name);
	bool found = access(path, F_OK) == 0;

	free(path);
	return found;
}

/* Runs of two machines are no repeats of one another. */
static void compare(const struct setting *setting, const struct facts *now)
{
	static const char *const names[] = { "cpu", "host cpus", "host memory", "host kernel" };
	char *path = folder_path(setting, NULL, "machine.json");
	struct json *before = folder_read(path);

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *was = json_member_text(before, names[i]);
		const char *is = facts_find(now, names[i]);

		if (was && is && strcmp(was, is) != 0)
			warn("%s says '%s' of the %s, which is now '%s'", path, was, names[i], is);
	}
	json_free(before);
	free(path);
}

static bool describe_machine(const struct setting *setting)
{
	struct facts facts = { 0 };
	struct text bandwidth = TEXT_INIT;
	bool written = true;

	machine_describe(&facts);
	if (is_there(setting, NULL, "machine.json")) {
		compare(setting, &facts);
	} else {
		text_add_format(&bandwidth, "%.2f GB/s", bandwidth_measure() / 1e9);
		facts_add(&facts, "memory bandwidth", bandwidth.data);
		written = write_facts(setting, NULL, "machine.json", &facts);
	}
	text_release(&bandwidth);
	facts_release(&facts);
	return written;
}

/* The command of the first run of each test. */
static void add_commands(struct facts *facts, const struct setting *setting,
	const struct experiment_system *system, const struct plan *plan)
{
	struct text name = TEXT_INIT;
	struct text line = TEXT_INIT;

	for (size_t i = 0; i < plan->count; i++) {
		const struct step *step = &plan->steps[i];
		struct endpoint endpoint = { "HOST", step->test->port };

		text_clear(&name);
		text_add_format(&name, "command %s", step->test->name);
		if (step->system != system || facts_find(facts, name.data))
			continue;
		text_clear(&line);
		line_add(&line, setting, step, ROLE_COMMAND, &endpoint);
		facts_add(facts, name.data, line.data);
	}
	text_release(&name);
	text_release(&line);
}

static bool describe_system(const struct setting *setting, const struct experiment_system *system,
	const struct system_state *state, const struct plan *plan)
{
	struct facts facts = { 0 };
	struct text why = TEXT_INIT;
	bool written = true;

	if (system->runtime)
		inside_describe_engine(&facts, setting, system);
	if (state->fitness != FIT)
		facts_add(&facts, "preflight", state->why.data);
	else if (!inside_describe(&facts, setting, system, &why))
		warn("%s cannot be described: %s", system->name, why.data);
	add_commands(&facts, setting, system, plan);
	if (state->fitness == FIT || !is_there(setting, system, "environment.json"))
		written = write_facts(setting, system, "environment.json", &facts);
	text_release(&why);
	facts_release(&facts);
	return written;
}

bool surroundings_write(
	const struct setting *setting, const struct systems *systems, const struct plan *plan)
{
	const struct experiment *experiment = setting->experiment;
	bool written = describe_machine(setting);

	for (size_t i = 0; i < experiment->system_count && written; i++)
		if (systems->states[i].is_planned)
			written = describe_system(
				setting, &experiment->systems[i], &systems->states[i], plan);
	return written;
}
