/* SPDX-License-Identifier: GPL-3.0-or-later */
/* strays - processes that a command left behind in sessions of their own */
#include "run/process/strays.h"

#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "core/memory.h"
#include "run/process/processes.h"

enum { GENERATIONS = 100 }; /* of processes that start others while they are killed */

void strays_adopt(void)
{
	prctl(PR_SET_CHILD_SUBREAPER, 1);
}

static void remember(pid_t pid, void *context)
{
	struct strays *strays = context;

	if (processes_parent(pid) != getpid())
		return;
	strays->known = memory_reserve_one(
		strays->known, strays->count, &strays->capacity, sizeof *strays->known);
	strays->known[strays->count++] = pid;
}

void strays_init(struct strays *strays)
{
	*strays = (struct strays){ 0 };
	processes_visit(remember, strays);
}

static bool is_known(const struct strays *strays, pid_t pid)
{
	for (size_t i = 0; i < strays->count; i++)
		if (strays->known[i] == pid)
			return true;
	return false;
}

size_t strays_kill(struct strays *strays)
{
	size_t killed = 0;

	for (int generation = 0; generation < GENERATIONS; generation++) {
		struct strays children;
		size_t before = killed;

		strays_init(&children);
		for (size_t i = 0; i < children.count; i++) {
			if (is_known(strays, children.known[i]))
				continue;
			kill(children.known[i], SIGKILL);
			while (waitpid(children.known[i], NULL, 0) < 0 && errno == EINTR)
				;
			killed++;
		}
		free(children.known);
		if (killed == before)
			break;
	}
	free(strays->known);
	*strays = (struct strays){ 0 };
	return killed;
}
