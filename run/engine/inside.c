/* SPDX-License-Identifier: GPL-3.0-or-later */
/* inside - what a system looks like from inside, and what it is made of */
#include "run/engine/inside.h"

#include <stdlib.h>
#include <string.h>

#include "core/json.h"
#include "run/engine/engine.h"
#include "run/host/files.h"
#include "run/plan/line.h"
#include "run/process/process.h"
#include "run/record/tail.h"

enum { OUTPUT_LIMIT = 64 * 1024 };

static const double limit = 60; /* seconds */

/* A line each, "name: value"; a tool that is not there has none. */
static const char question[] =
	"first() { head -n 1; }\n"
	"echo \"kernel: $(uname -sr)\"\n"
	"echo \"cpus: $(nproc)\"\n"
	"echo \"memory: $(($(sed -n 's/^MemTotal: *\\([0-9]*\\) kB/\\1/p' /proc/meminfo) / 1024)) MiB\"\n"
	"echo \"work filesystem: $(stat -f -c %T .)\"\n"
	"echo \"distribution: $(sed -n 's/^PRETTY_NAME=\"*\\([^\"]*\\).*/\\1/p' /etc/os-release)\"\n"
	"for tool in bash dd free fio wget curl; do\n"
	"	command -v $tool >/dev/null && echo \"$tool: $($tool --version 2>&1 | first)\"\n"
	"done\n"
	"command -v iperf >/dev/null && echo \"iperf: $(iperf -v 2>&1 | first)\"\n"
	"command -v busybox >/dev/null && echo \"busybox: $(busybox 2>&1 | first)\"\n"
	"exit 0\n";

static bool ask(const struct setting *setting, const char *line, struct text *answer)
{
	struct process_result result;

	process_run(
		&(struct process){
			.arguments = (char *const[]){ "bash", "-c", (char *)line, NULL },
			.folder = setting->work,
			.log = -1,
			.output = answer,
			.output_limit = OUTPUT_LIMIT,
			.limit = limit,
		},
		&result);
	return process_succeeded(&result);
}

bool inside_describe(struct facts *facts, const struct setting *setting,
	const struct experiment_system *system, struct text *why)
{
	const char *whole = setting->experiment->container;
	char *container;
	struct text line = TEXT_INIT;
	struct text answer = TEXT_INIT;
	bool answered;

	if (system->runtime && !whole)
		return true; /* nothing can be asked */
	container = line_container_name_for(setting, system, "environment");
	if (system->runtime)
		line_add_whole(&line, setting, system, whole, question, container);
	else
		text_add(&line, question);
	answered = ask(setting, line.data, &answer);
	if (answered)
		facts_add_lines(facts, answer.data);
	if (system->runtime && answered)
		engine_forget_container(setting, container);
	else if (system->runtime)
		engine_end_container(setting, container);
	tail_keep_line(&answer);
	if (!answered)
		text_add_printable(why, answer.data);
	text_release(&line);
	text_release(&answer);
	free(container);
	return answered;
}

static void add_arguments(struct facts *facts, const struct json *runtime)
{
	const struct json *list = json_member(runtime, "runtimeArgs");
	struct text arguments = TEXT_INIT;

	for (const struct json *item = json_first(list); item; item = json_next(item))
		if (json_text(item))
			text_add_format(
				&arguments, "%s%s", arguments.length ? " " : "", json_text(item));
	facts_add(facts, "runtime arguments", arguments.length ? arguments.data : "none");
	text_release(&arguments);
}

/* "runsc version 0.0~20221219": the first line of what its --version says. */
static void add_version(struct facts *facts, const char *name, const char *program)
{
	char *path = program ? files_find_program(program) : NULL;
	struct text answer = TEXT_INIT;
	struct process_result result;

	if (path)
		process_run(
			&(struct process){
				.arguments = (char *const[]){ path, "--version", NULL },
				.log = -1,
				.output = &answer,
				.output_limit = OUTPUT_LIMIT,
				.limit = limit,
			},
			&result);
	if (path && process_succeeded(&result)) {
		answer.data[strcspn(answer.data, "\n")] = '\0';
		facts_add(facts, name, answer.data);
	}
	text_release(&answer);
	free(path);
}

/* docker's `info`; podman's and nerdctl's have but some of it. */
static void add_info(struct facts *facts, const struct json *info, const char *runtime_name)
{
	const struct json *runtime = json_member(json_member(info, "Runtimes"), runtime_name);
	const char *path = json_member_text(runtime, "path");

	facts_add(facts, "daemon version", json_member_text(info, "ServerVersion"));
	facts_add(facts, "storage driver", json_member_text(info, "Driver"));
	facts_add(facts, "cgroup driver", json_member_text(info, "CgroupDriver"));
	facts_add(facts, "cgroup version", json_member_text(info, "CgroupVersion"));
	facts_add(facts, "containers in", json_member_text(info, "DockerRootDir"));
	facts_add(facts, "runtime path", path);
	if (runtime)
		add_arguments(facts, runtime);
	add_version(facts, "runtime version", path ? path : runtime_name);
}

static void add_image(struct facts *facts, const struct setting *setting)
{
	struct text id = TEXT_INIT;

	facts_add(facts, "image", setting->image);
	if (engine_image_id(setting, &id))
		facts_add(facts, "image id", id.data);
	text_release(&id);
}

void inside_describe_engine(
	struct facts *facts, const struct setting *setting, const struct experiment_system *system)
{
	static const char *const arguments[] = { "info", "--format", "{{json .}}", NULL };
	struct text answer = TEXT_INIT;
	struct json *info = NULL;

	facts_add(facts, "runtime", system->runtime);
	if (engine_ask(setting, arguments, &answer))
		info = json_parse(slice_of(answer.data), NULL);
	add_info(facts, info, system->runtime);
	add_version(facts, "engine", setting->engine);
	if (setting->image)
		add_image(facts, setting);
	json_free(info);
	text_release(&answer);
}
