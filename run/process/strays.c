/* SPDX-License-Identifier: GPL-3.0-or-later */
/* strays - processes that a command left behind in sessions of their own */
#include "run/process/strays.h"

#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "core/memory.h"
#include "run/process/process.h"
#include "run/process/processes.h"

enum { GENERATIONS = 100 }; /* of processes that start others while they are killed */

void strays_adopt(void)
{
	prctl(PR_SET_CHILD_SUBREAPER, 1);
}

static void remember(struct strays *strays, pid_t pid)
{
	strays->known = memory_reserve_one(
		strays->known, strays->count, &strays->capacity, sizeof *strays->known);
	strays->known[strays->count++] = pid;
}

static void remember_child(pid_t pid, void *context)
{
	if (processes_parent(pid) == getpid())
		remember(context, pid);
}

void strays_init(struct strays *strays)
{
	*strays = (struct strays){ 0 };
	processes_visit(remember_child, strays);
}

static bool is_known(const struct strays *strays, pid_t pid)
{
	for (size_t i = 0; i < strays->count; i++)
		if (strays->known[i] == pid)
			return true;
	return false;
}

/* Whether there were any; one that cannot be killed is known from then on. */
static bool kill_children(struct strays *strays)
{
	struct strays children;
	bool any = false;

	strays_init(&children);
	for (size_t i = 0; i < children.count; i++) {
		pid_t pid = children.known[i];

		if (is_known(strays, pid))
			continue;
		kill(pid, SIGKILL);
		if (!process_wait_killed(pid, NULL))
			remember(strays, pid);
		any = true;
	}
	free(children.known);
	return any;
}

void strays_kill(struct strays *strays)
{
	for (int i = 0; i < GENERATIONS && kill_children(strays); i++)
		;
	free(strays->known);
	*strays = (struct strays){ 0 };
}
