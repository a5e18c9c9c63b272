/* SPDX-License-Identifier: GPL-3.0-or-later */
/* line - the command lines of a step, as bash gets them */
#include "run/plan/line.h"

#include <ctype.h>
#include <stdlib.h>

#include "run/host/files.h"
#include "run/plan/command.h"
#include "run/plan/shell.h"

bool line_is_in_container(const struct step *step, enum role role)
{
	enum side side = role == ROLE_COMMAND ? SIDE_SYSTEM : SIDE_HOST;

	return step->system->runtime && step->test->side == side;
}

/* Engines take letters, digits and a few others. */
static void add_name_part(struct text *name, const char *part)
{
	text_add_char(name, '-');
	for (; *part; part++)
		text_add_char(name, isalnum((unsigned char)*part) || *part == '-' ? *part : '_');
}

char *line_container_name_for(
	const struct setting *setting, const struct experiment_system *system, const char *purpose)
{
	struct text name = TEXT_INIT;

	text_add_format(&name, "benchpipe-%s", setting->id);
	add_name_part(&name, system->name);
	add_name_part(&name, purpose);
	return text_detach(&name);
}

char *line_container_name(const struct setting *setting, const struct step *step)
{
	char *cell = line_container_name_for(setting, step->system, step->test->name);
	struct text name = TEXT_INIT;

	text_add_format(&name, "%s-%zu", cell, step->run);
	free(cell);
	return text_detach(&name);
}

char *line_id_file(const struct setting *setting, const char *container)
{
	struct text path = TEXT_INIT;

	text_add_format(&path, "%s/%s.cid", setting->scratch, container);
	return text_detach(&path);
}

static void add_options(struct text *out, const struct setting *setting, const char *container)
{
	char *id_file = line_id_file(setting, container);

	text_add_format(out, "--pull=never --name=%s --cidfile=", container);
	shell_add_word(out, id_file);
	if (setting->cpuset)
		text_add_format(out, " --cpuset-cpus=%s", setting->cpuset);
	free(id_file);
}

void line_add_whole(struct text *out, const struct setting *setting,
	const struct experiment_system *system, const char *whole, const char *command,
	const char *container)
{
	struct text options = TEXT_INIT;
	struct text runtime = TEXT_INIT;
	struct text image = TEXT_INIT;

	add_options(&options, setting, container);
	shell_add_word(&runtime, system->runtime);
	if (setting->image)
		shell_add_word(&image, setting->image);
	command_fill_in(out, whole,
		&(struct stand_ins){
			.runtime = runtime.data,
			.image = setting->image ? image.data : NULL,
			.command = command,
			.engine = setting->engine,
			.options = options.data,
		});
	text_release(&options);
	text_release(&runtime);
	text_release(&image);
}

static void add_in_container(struct text *out, const struct setting *setting,
	const struct step *step, enum role role, const char *command)
{
	bool is_whole = role == ROLE_COMMAND && step->test->container_is_whole;
	char *container = line_container_name(setting, step);

	if (is_whole)
		line_add_whole(out, setting, step->system, command, NULL, container);
	else
		line_add_whole(out, setting, step->system, setting->experiment->container, command,
			container);
	free(container);
}

static const char *command_of(const struct step *step, enum role role)
{
	if (role == ROLE_SERVER)
		return step->test->server;
	return step->system->runtime ? step->test->container_command : step->test->host_command;
}

void line_add(struct text *out, const struct setting *setting, const struct step *step,
	enum role role, const struct endpoint *endpoint)
{
	bool in_container = line_is_in_container(step, role);
	struct text command = TEXT_INIT;
	struct text files = TEXT_INIT;
	struct stand_ins stand_ins = { .files = NULL };

	if (!in_container) {
		files_add(&files, &step->system->files);
		stand_ins.files = files.data;
	}
	if (step->test->server) {
		stand_ins.named_port = step->test->port;
		stand_ins.port = endpoint->port;
		stand_ins.address = endpoint->address;
	}
	if (in_container && role == ROLE_SERVER) /* whatever address it will get */
		stand_ins.address = "0.0.0.0";
	command_fill_in(&command, command_of(step, role), &stand_ins);
	if (in_container)
		add_in_container(out, setting, step, role, command.data);
	else
		text_add(out, command.data);
	text_release(&command);
	text_release(&files);
}
