/* SPDX-License-Identifier: GPL-3.0-or-later */
/* run - an experiment in, a results folder out: the commands, and what they printed */
#include <errno.h>
#include <math.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "core/message.h"
#include "core/program.h"
#include "run/engine/engine.h"
#include "run/host/processors.h"
#include "run/plan/line.h"
#include "run/plan/plan.h"
#include "run/plan/script.h"
#include "run/plan/setting.h"
#include "run/process/interrupt.h"
#include "run/process/strays.h"
#include "run/record/folder.h"
#include "run/session/session.h"

static const char *experiment_path;
static const char *systems;
static const char *tests;
static size_t runs;
static size_t seed = 1;
static const char *order = "interleaved";
static bool warm_up;
static double timeout = NAN;
static double patience = 15;
static double pause_time;
static const char *cache;
static const char *cpuset;
static const char *engine = "docker";
static const char *image;
static const char *work;
static size_t until_stable;
static bool dry_run;

static const struct option_spec options[] = {
	{ OPTION_TEXT, 'e', "experiment", "FILE", &experiment_path, "the experiment to perform" },
	{ OPTION_TEXT, 's', "systems", "A,B", &systems, "these systems only" },
	{ OPTION_TEXT, 't', "tests", "A,B", &tests, "these tests only" },
	{ OPTION_COUNT, 'n', "runs", "N", &runs,
		"runs of each test, default the experiment's, or 5" },
	{ OPTION_COUNT, '\0', "until-stable", "MAX", &until_stable,
		"add runs to tests that stats finds neither stable nor unstable, up to MAX" },
	{ OPTION_TEXT, '\0', "order", "ORDER", &order,
		"interleaved (default): a round of all systems after the other; or blocked" },
	{ OPTION_COUNT, '\0', "seed", "N", &seed, "of the order of systems in a round, default 1" },
	{ OPTION_FLAG, '\0', "warm-up", NULL, &warm_up,
		"run each test once more before its first run, and throw that away" },
	{ OPTION_FACTOR, '\0', "timeout", "S", &timeout,
		"seconds that a run may take, default the experiment's, or 600" },
	{ OPTION_FACTOR, '\0', "patience", "S", &patience,
		"seconds that the engine, a preflight and a server have, default 15" },
	{ OPTION_AMOUNT, '\0', "pause", "S", &pause_time, "seconds between two runs" },
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
	struct slice name;

	while (scan_part(&rest, ',', &name))
		if (!slice_is_empty(name))
			strings_add(names, slice_copy(name));
}

static void check_choice(const char *option, const char *value, const char *a, const char *b)
{
	if (value && strcmp(value, a) != 0 && strcmp(value, b) != 0)
		die_usage("--%s takes %s or %s, not '%s'", option, a, b, value);
}

static void check_options(const char *const *paths)
{
	cpu_set_t processors;

	if (!paths[0] || paths[1])
		die_usage("%s", paths[0] ? "one RESULTS at a time" : "RESULTS is missing");
	check_choice("order", order, "interleaved", "blocked");
	check_choice("cache", cache, "drop", "keep");
	if (strcmp(engine, "docker") != 0 && strcmp(engine, "podman") != 0 &&
		strcmp(engine, "nerdctl") != 0)
		die_usage("--engine takes docker, podman or nerdctl, not '%s'", engine);
	if (cpuset && !processors_read(&processors, cpuset))
		die_usage("--cpuset takes a list such as 0-1,3, not '%s'", cpuset);
}

/* Whether a container is to reach a server on this host. */
static bool needs_host_address(const struct plan *plan)
{
	for (size_t i = 0; i < plan->count; i++) {
		const struct step *step = &plan->steps[i];

		if (step->test->server && step->system->runtime &&
			!line_is_in_container(step, ROLE_SERVER))
			return true;
	}
	return false;
}

static void print_script(const struct setting *setting, const struct plan *plan)
{
	struct text out = TEXT_INIT;

	script_add(&out, setting, plan);
	program_write_text(&out);
	text_release(&out);
}

/* A full disk, or nobody who reads on, is no reason to leave a container behind. */
static void begin_to_run(void)
{
	signal(SIGXFSZ, SIG_IGN);
	signal(SIGPIPE, SIG_IGN);
	unsetenv("TIMEFORMAT"); /* bash would print times, and read files, as it says */
	unsetenv("BASH_ENV");
	interrupt_begin();
	strays_adopt();
	if (cpuset && !processors_bind(cpuset))
		die("--cpuset %s: %s", cpuset, strerror(errno));
}

static void fill_in(struct setting *setting, const char *results)
{
	setting_init(setting, results, work);
	setting->engine = engine;
	setting->image = image ? image : setting->experiment->image;
	setting->cpuset = cpuset;
	setting->cache = cache;
	setting->timeout = timeout;
	setting->patience = patience;
	setting->pause = pause_time;
}

static void perform(
	const struct setting *setting, struct plan *plan, const struct plan_choice *plan_choice)
{
	struct session_choice choice = { plan_choice, experiment_path, until_stable };
	struct text why = TEXT_INIT;
	int lock = folder_open(setting);
	enum step_end end;

	begin_to_run();
	engine_end_leftovers(setting);
	end = session_perform(setting, plan, &choice, &why);
	folder_close(setting, lock);
	if (end == STEP_INTERRUPTED) {
		note("interrupted: the same command goes on from here");
		interrupt_obey();
	}
	if (end == STEP_STOPS_ALL)
		die("%s", why.data);
	text_release(&why);
}

int main(int argc, char **argv)
{
	char **paths = program_begin(&program, argc, argv);
	struct experiment experiment;
	struct plan_choice choice = {
		.runs = runs,
		.blocked = strcmp(order, "blocked") == 0,
		.warm_up = warm_up,
		.seed = seed,
	};
	struct setting setting = { .experiment = &experiment };
	struct text address = TEXT_INIT;
	struct plan plan;

	check_options((const char *const *)paths);
	experiment_read(&experiment, experiment_path);
	split(&choice.systems, systems);
	split(&choice.tests, tests);
	plan_make(&plan, &experiment, &choice);
	fill_in(&setting, paths[0]);
	if (needs_host_address(&plan) && engine_host_address(&setting, &address))
		setting.host_address = address.data;
	if (dry_run)
		print_script(&setting, &plan);
	else
		perform(&setting, &plan, &choice);
	text_release(&address);
	setting_release(&setting);
	plan_release(&plan);
	strings_release(&choice.systems);
	strings_release(&choice.tests);
	experiment_release(&experiment);
	return program_end();
}
