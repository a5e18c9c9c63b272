/* SPDX-License-Identifier: GPL-3.0-or-later */
/* leftovers - what a container leaves running that its engine knows no more */
#include "run/engine/leftovers.h"

#include <signal.h>
#include <string.h>
#include <time.h>

#include "core/scan.h"
#include "run/process/clock.h"
#include "run/process/processes.h"

enum { ID_LENGTH = 64 };

static const double patience = 3; /* seconds for what was killed, or cleans up, to go */

/* What is done to the processes of a container. */
enum measure {
	COUNT_ALL,
	KILL_RUNTIME,
	KILL_ALL,
};

struct search {
	const char *id;
	enum measure measure;
	size_t found;
	struct text command;
};

/* Whatever else this were, processes would be killed that have nothing to do with it. */
static bool is_id(const char *id)
{
	return strlen(id) == ID_LENGTH && strspn(id, "0123456789abcdef") == ID_LENGTH;
}

static void look_at(pid_t pid, void *context)
{
	struct search *search = context;
	struct slice command;
	bool is_shim;

	processes_command(pid, &search->command);
	command = slice_of(search->command.data);
	if (!slice_contains(command, search->id))
		return;
	search->found++;
	is_shim = slice_contains(command, "containerd-shim") || slice_contains(command, "conmon");
	if (search->measure == KILL_ALL || (search->measure == KILL_RUNTIME && !is_shim))
		kill(pid, SIGKILL);
}

static size_t take(enum measure measure, const char *id)
{
	struct search search = { .id = id, .measure = measure, .command = TEXT_INIT };

	processes_visit(look_at, &search);
	text_release(&search.command);
	return search.found;
}

/* Whether all are gone before the time is up. */
static bool wait_until_gone(const char *id, double seconds)
{
	static const struct timespec step = { .tv_nsec = 50 * 1000 * 1000 };

	double end = clock_seconds() + seconds;

	while (take(COUNT_ALL, id)) {
		if (clock_seconds() >= end)
			return false;
		nanosleep(&step, NULL);
	}
	return true;
}

bool leftovers_end(const char *id, double grace)
{
	if (!is_id(id) || wait_until_gone(id, grace))
		return true;
	take(KILL_RUNTIME, id);
	if (wait_until_gone(id, patience))
		return true;
	take(KILL_ALL, id);
	return wait_until_gone(id, patience);
}
