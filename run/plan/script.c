/* SPDX-License-Identifier: GPL-3.0-or-later */
/* script - a plan as a script for bash: the commands exactly as they are run */
#include "run/plan/script.h"

#include <stdlib.h>

#include "run/host/port.h"
#include "run/plan/line.h"
#include "run/plan/shell.h"

static void add_preparation(struct text *out, const struct setting *setting, size_t count)
{
	const struct experiment *experiment = setting->experiment;

	text_add_format(out, "# %zu run%s; commands on the host run in an empty folder:\nmkdir -p ",
		count, count == 1 ? "" : "s");
	shell_add_word(out, setting->work);
	text_add_char(out, ' ');
	shell_add_word(out, setting->server);
	text_add(out, " && cd ");
	shell_add_word(out, setting->work);
	text_add_char(out, '\n');
	for (size_t i = 0; i < experiment->file_count; i++) {
		text_add(out, "printf %s ");
		shell_add_word(out, experiment->files[i].text);
		text_add(out, " >");
		shell_add_word(out, experiment->files[i].name);
		text_add(out, " && chmod +x ");
		shell_add_word(out, experiment->files[i].name);
		text_add_char(out, '\n');
	}
	if (!setting->host_address)
		text_add_format(out,
			"# %s does not say which address this host has for containers: HOST\n",
			setting->engine);
	if (setting->cpuset)
		text_add_format(out, "taskset -pc %s $$\n", setting->cpuset);
}

static struct endpoint endpoint_of(const struct setting *setting, const struct step *step)
{
	struct endpoint endpoint = { "$HOST", step->test->port };

	if (!step->test->server || line_is_in_container(step, ROLE_SERVER))
		return endpoint;
	endpoint.address = step->system->runtime ? setting->host_address : "127.0.0.1";
	if (endpoint.address)
		endpoint.port = port_choose(endpoint.address, step->test->port);
	return endpoint;
}

static void add_server(struct text *out, const struct setting *setting, const struct step *step,
	const struct endpoint *endpoint)
{
	bool in_container = line_is_in_container(step, ROLE_SERVER);
	char *container = line_container_name(setting, step);

	if (!in_container) {
		text_add(out, "(cd ");
		shell_add_word(out, setting->server);
		text_add(out, " && ");
	}
	line_add(out, setting, step, ROLE_SERVER, endpoint);
	text_add(out, in_container ? " &\n" : ") &\n");
	text_add(out, "sleep 2 # until it answers\n");
	if (in_container)
		text_add_format(out,
			"HOST=$(%s inspect --format "
			"'{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' %s)\n",
			setting->engine, container);
	free(container);
}

static void add_end_of_server(
	struct text *out, const struct setting *setting, const struct step *step)
{
	char *container = line_container_name(setting, step);

	if (line_is_in_container(step, ROLE_SERVER))
		text_add_format(out, "%s rm -f %s\n", setting->engine, container);
	else
		text_add(out, "kill $!\n");
	free(container);
}

static void add_step(struct text *out, const struct setting *setting, const struct step *step)
{
	struct endpoint endpoint = endpoint_of(setting, step);

	if (step->test->server)
		add_server(out, setting, step, &endpoint);
	if (setting_cache(setting, step->test) == CACHE_DROP)
		text_add(out, "sync; echo 3 >/proc/sys/vm/drop_caches\n");
	line_add(out, setting, step, ROLE_COMMAND, &endpoint);
	text_add_char(out, '\n');
	if (step->test->server)
		add_end_of_server(out, setting, step);
}

void script_add(struct text *out, const struct setting *setting, const struct plan *plan)
{
	add_preparation(out, setting, plan->count);
	for (size_t i = 0; i < plan->count; i++) {
		const struct step *step = &plan->steps[i];

		text_add_format(out, "\n# %zu of %zu: ", i + 1, plan->count);
		text_add_printable(out, step->system->name);
		text_add(out, ", ");
		text_add_printable(out, step->test->name);
		text_add(out, ", ");
		if (step->run == RUN_WARM_UP)
			text_add(out, "warm-up\n");
		else
			text_add_format(out, "run %zu\n", step->run);
		if (i && setting->pause > 0)
			text_add_format(out, "sleep %g\n", setting->pause);
		add_step(out, setting, step);
	}
}
