/* SPDX-License-Identifier: GPL-3.0-or-later */
/* child - another program, started and waited for */
#include "render/report/child.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stddef.h>
#include <sys/wait.h>
#include <unistd.h>

#include "render/report/interruption.h"

static const char nothing[] = "/dev/null";

pid_t child_start(const struct child *child)
{
	posix_spawn_file_actions_t actions;
	pid_t process;
	int error;

	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(
		&actions, STDIN_FILENO, child->input ? child->input : nothing, O_RDONLY, 0);
	if (child->output >= 0)
		posix_spawn_file_actions_adddup2(&actions, child->output, STDOUT_FILENO);
	else
		posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, nothing, O_WRONLY, 0);
	if (child->folder)
		posix_spawn_file_actions_addchdir_np(&actions, child->folder);
	interruption_catch();
	error = posix_spawnp(&process, child->program, &actions, NULL, child->arguments, environ);
	posix_spawn_file_actions_destroy(&actions);
	if (!error)
		interruption_pass_to(process);
	errno = error;
	return error ? -1 : process;
}

int child_wait(pid_t process)
{
	int status;
	pid_t ended;

	do
		ended = waitpid(process, &status, 0);
	while (ended < 0 && errno == EINTR);
	interruption_pass_to(0);
	return ended < 0 ? -1 : status;
}
