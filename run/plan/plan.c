/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plan - what is to be run, in which order */
#include "run/plan/plan.h"

#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "core/message.h"
#include "core/text.h"
#include "run/plan/command.h"
#include "run/plan/shuffle.h"

static bool is_chosen(const struct strings *names, const char *name)
{
	for (size_t i = 0; i < names->count; i++)
		if (strcmp(names->items[i], name) == 0)
			return true;
	return names->count == 0;
}

static bool is_system_chosen(const struct experiment *experiment, const struct plan_choice *choice,
	const struct experiment_system *system)
{
	for (size_t i = 0; i < choice->systems.count; i++)
		if (experiment_system_order(experiment, choice->systems.items[i]) ==
			(size_t)(system - experiment->systems))
			return true;
	return choice->systems.count == 0;
}

/* Names are folders of the results, and parts of containers' names. */
static void check_name(const char *what, const char *name)
{
	if (*name == '\0' || *name == '.' || strchr(name, '/'))
		die("the %s '%s' cannot be the name of a folder", what, name);
}

static void add_known(struct text *known, const char *name)
{
	text_add_format(known, "%s%s", known->length ? ", " : "", name);
}

static void check_systems(const struct experiment *experiment, const struct strings *names)
{
	struct text known = TEXT_INIT;

	for (size_t i = 0; i < experiment->system_count; i++) {
		check_name("system", experiment->systems[i].name);
		add_known(&known, experiment->systems[i].name);
	}
	for (size_t i = 0; i < names->count; i++)
		if (experiment_system_order(experiment, names->items[i]) ==
			experiment->system_count)
			die_usage("the experiment has no system '%s', only %s", names->items[i],
				known.data);
	text_release(&known);
}

static void check_tests(const struct experiment *experiment, const struct strings *names)
{
	struct text known = TEXT_INIT;

	for (size_t i = 0; i < experiment->test_count; i++) {
		check_name("test", experiment->tests[i].name);
		add_known(&known, experiment->tests[i].name);
	}
	for (size_t i = 0; i < names->count; i++)
		if (!experiment_test(experiment, names->items[i]))
			die_usage("the experiment has no test '%s', only %s", names->items[i],
				known.data);
	text_release(&known);
}

/* Whether the test can be run on the system at all: there is a command for it. */
static bool has_cell(const struct experiment_system *system, const struct experiment_test *test)
{
	const char *command = system->runtime ? test->container_command : test->host_command;

	return command && (system->files.count || !command_names(command, "FILES"));
}

/* Who names a test and a system is told that the one cannot be run on the other. */
static void check_cells(const struct experiment *experiment, const struct plan_choice *choice)
{
	for (size_t t = 0; t < choice->tests.count; t++) {
		const struct experiment_test *test = experiment_test(
			experiment, choice->tests.items[t]);

		for (size_t s = 0; s < choice->systems.count; s++) {
			const struct experiment_system *system =
				&experiment->systems[experiment_system_order(
					experiment, choice->systems.items[s])];

			if (!has_cell(system, test))
				warn("%s has no command for %s, and is left out", test->name,
					system->name);
		}
	}
}

/* What is run inside a container needs to know how. */
static void check_container(const struct experiment *experiment, const struct plan *plan)
{
	for (size_t i = 0; !experiment->container && i < plan->count; i++) {
		const struct step *step = &plan->steps[i];

		if (step->system->runtime &&
			(!step->test->container_is_whole || step->test->server))
			die("the experiment does not say how a \"container\" is run, which %s on %s "
			    "needs",
				step->test->name, step->system->name);
	}
}

size_t plan_cell(const struct experiment *experiment, const struct step *step)
{
	return (size_t)(step->system - experiment->systems) * experiment->test_count +
	       (size_t)(step->test - experiment->tests);
}

static size_t runs_of(const struct experiment_test *test, const struct plan_choice *choice)
{
	return choice->runs ? choice->runs : test->runs ? test->runs : RUNS_DEFAULT;
}

static size_t most_runs(const struct experiment *experiment, const struct plan_choice *choice)
{
	size_t most = 0;

	for (size_t i = 0; i < experiment->test_count; i++)
		if (runs_of(&experiment->tests[i], choice) > most)
			most = runs_of(&experiment->tests[i], choice);
	return most;
}

static void add_step(struct plan *plan, const struct experiment_system *system,
	const struct experiment_test *test, size_t run)
{
	if (!has_cell(system, test))
		return;
	plan->steps = memory_reserve_one(
		plan->steps, plan->count, &plan->capacity, sizeof *plan->steps);
	plan->steps[plan->count++] = (struct step){ system, test, run };
}

/* The systems of a round of a test, in their order. */
static void add_shuffled(struct plan *plan, const struct experiment *experiment,
	const struct plan_choice *choice, size_t test, size_t run)
{
	size_t *order = memory_allocate(experiment->system_count, sizeof *order);

	shuffle(order, experiment->system_count, shuffle_seed(choice->seed, run, test));
	for (size_t i = 0; i < experiment->system_count; i++)
		if (is_system_chosen(experiment, choice, &experiment->systems[order[i]]))
			add_step(plan, &experiment->systems[order[i]], &experiment->tests[test],
				run);
	free(order);
}

/* The tests of a system, each with all its runs. */
static void add_block(struct plan *plan, const struct experiment *experiment,
	const struct plan_choice *choice, const struct experiment_system *system, size_t first,
	size_t last)
{
	if (!is_system_chosen(experiment, choice, system))
		return;
	for (size_t t = 0; t < experiment->test_count; t++) {
		const struct experiment_test *test = &experiment->tests[t];

		if (!is_chosen(&choice->tests, test->name))
			continue;
		for (size_t run = first; run <= last; run++)
			add_step(plan, system, test, run);
	}
}

void plan_add_round(struct plan *plan, const struct experiment *experiment,
	const struct plan_choice *choice, size_t run)
{
	for (size_t s = 0; choice->blocked && s < experiment->system_count; s++)
		add_block(plan, experiment, choice, &experiment->systems[s], run, run);
	for (size_t t = 0; !choice->blocked && t < experiment->test_count; t++)
		if (is_chosen(&choice->tests, experiment->tests[t].name))
			add_shuffled(plan, experiment, choice, t, run);
}

void plan_filter(
	struct plan *plan, bool (*keeps)(const struct step *step, void *context), void *context)
{
	size_t kept = 0;

	for (size_t i = 0; i < plan->count; i++)
		if (keeps(&plan->steps[i], context))
			plan->steps[kept++] = plan->steps[i];
	plan->count = kept;
}

static bool is_within_runs(const struct step *step, void *choice)
{
	return step->run <= runs_of(step->test, choice);
}

void plan_make(
	struct plan *plan, const struct experiment *experiment, const struct plan_choice *choice)
{
	size_t first = choice->warm_up ? RUN_WARM_UP : 1;

	*plan = (struct plan){ 0 };
	check_systems(experiment, &choice->systems);
	check_tests(experiment, &choice->tests);
	for (size_t s = 0; choice->blocked && s < experiment->system_count; s++)
		add_block(plan, experiment, choice, &experiment->systems[s], first,
			most_runs(experiment, choice));
	for (size_t run = first; !choice->blocked && run <= most_runs(experiment, choice); run++)
		plan_add_round(plan, experiment, choice, run);
	plan_filter(plan, is_within_runs, (void *)choice);
	check_cells(experiment, choice);
	check_container(experiment, plan);
}

void plan_release(struct plan *plan)
{
	free(plan->steps);
	*plan = (struct plan){ 0 };
}
