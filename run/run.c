/* SPDX-License-Identifier: GPL-3.0-or-later */
/* run - an experiment in, a results folder out: the commands, and what they printed */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/message.h"
#include "core/program.h"
#include "run/engine/engine.h"
#include "run/plan/plan.h"
#include "run/plan/script.h"
#include "run/plan/setting.h"

static const char *experiment_path;
static const char *systems;
static const char *tests;
static size_t runs;
static size_t seed = 1;
static const char *order = "interleaved";
static bool warm_up;
static double timeout = NAN;
static double pause_time;
static const char *cache;
static const char *cpuset;
static const char *engine = "docker";
static const char *image;
static const char *work;
static bool dry_run;

static const struct option_spec options[] = {
	{ OPTION_TEXT, 'e', "experiment", "FILE", &experiment_path, "the experiment to perform" },
	{ OPTION_TEXT, 's', "systems", "A,B", &systems, "these systems only" },
	{ OPTION_TEXT, 't', "tests", "A,B", &tests, "these tests only" },
	{ OPTION_COUNT, 'n', "runs", "N", &runs,
		"runs of each test, default the experiment's, or 5" },
	{ OPTION_TEXT, '\0', "order", "ORDER", &order,
		"interleaved (default): a round of all systems after the other; or blocked" },
	{ OPTION_COUNT, '\0', "seed", "N", &seed, "of the order of systems in a round, default 1" },
	{ OPTION_FLAG, '\0', "warm-up", NULL, &warm_up,
		"run each test once more before its first run, and throw that away" },
	{ OPTION_FACTOR, '\0', "timeout", "S", &timeout,
		"seconds that a run may take, default the experiment's, or 600" },
	{ OPTION_FACTOR, '\0', "pause", "S", &pause_time, "seconds between two runs" },
	{ OPTION_TEXT, '\0', "cache", "POLICY", &cache,
		"drop or keep the host's page cache before each run, default the experiment's" },
	{ OPTION_TEXT, '\0', "cpuset", "LIST", &cpuset, "bind everything to these CPUs: 0-1,3" },
	{ OPTION_TEXT, '\0', "engine", "NAME", &engine, "docker (default), podman or nerdctl" },
	{ OPTION_TEXT, '\0', "image", "IMAGE", &image, "instead of the experiment's image" },
	{ OPTION_TEXT, '\0', "work", "DIR", &work,
		"where commands on the host work, default in RESULTS" },
	{ OPTION_FLAG, '\0', "dry-run", NULL, &dry_run, "print the commands, and run none" },
	{ .kind = OPTION_END },
};

static const struct program program = {
	.verb = "run",
	.summary = "Perform an experiment, keep what its commands print",
	.arguments = "RESULTS",
	.description =
		"Runs every test on every system, as RESULTS/SYSTEM/TEST/RUN.log. What is there\n"
		"already is not run again: the same command goes on where it was stopped.",
	.options = options,
};

static void split(struct strings *names, const char *list)
{
	struct slice rest = slice_of(list ? list : "");

	while (!slice_is_empty(rest)) {
		struct slice name = rest;

		if (!scan_until(&rest, ",", &name))
			rest.start = rest.end;
		scan_char(&rest, ',');
		if (!slice_is_empty(name))
			strings_add(names, slice_copy(name));
	}
}

static void check_choice(const char *option, const char *value, const char *a, const char *b)
{
	if (value && strcmp(value, a) != 0 && strcmp(value, b) != 0)
		die_usage("--%s takes %s or %s, not '%s'", option, a, b, value);
}

static void check_options(const char *const *paths)
{
	if (!paths[0] || paths[1])
		die_usage("%s", paths[0] ? "one RESULTS at a time" : "RESULTS is missing");
	check_choice("order", order, "interleaved", "blocked");
	check_choice("cache", cache, "drop", "keep");
	if (strcmp(engine, "docker") != 0 && strcmp(engine, "podman") != 0 &&
		strcmp(engine, "nerdctl") != 0)
		die_usage("--engine takes docker, podman or nerdctl, not '%s'", engine);
	if (cpuset && (!*cpuset || cpuset[strspn(cpuset, "0123456789,-")]))
		die_usage("--cpuset takes a list such as 0-1,3, not '%s'", cpuset);
}

static void print_script(const struct setting *setting, const struct plan *plan)
{
	struct text address = TEXT_INIT;
	struct text out = TEXT_INIT;
	bool known = engine_host_address(setting, &address);

	script_add(&out, setting, plan, known ? address.data : NULL);
	program_write_text(&out);
	text_release(&out);
	text_release(&address);
}

static void release_names(struct strings *names)
{
	for (size_t i = 0; i < names->count; i++)
		free((char *)names->items[i]);
	free(names->items);
}

int main(int argc, char **argv)
{
	char **paths = program_begin(&program, argc, argv);
	struct experiment experiment;
	struct plan_choice choice = { .runs = runs, .warm_up = warm_up, .seed = seed };
	struct setting setting = { .experiment = &experiment };
	struct plan plan;

	check_options((const char *const *)paths);
	experiment_read(&experiment, experiment_path);
	split(&choice.systems, systems);
	split(&choice.tests, tests);
	choice.blocked = strcmp(order, "blocked") == 0;
	plan_make(&plan, &experiment, &choice);
	setting_init(&setting, paths[0], work);
	setting.engine = engine;
	setting.image = image ? image : experiment.image;
	setting.cpuset = cpuset;
	setting.cache = cache;
	setting.timeout = timeout;
	setting.pause = pause_time;
	print_script(&setting, &plan);
	setting_release(&setting);
	plan_release(&plan);
	release_names(&choice.systems);
	release_names(&choice.tests);
	experiment_release(&experiment);
	return program_end();
}
