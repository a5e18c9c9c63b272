/* SPDX-License-Identifier: GPL-3.0-or-later */
/* interruption - Ctrl-C and its like, obeyed when all is cleaned up */
#include "render/report/interruption.h"

#include <errno.h>
#include <signal.h>
#include <stddef.h>

static const int signals[] = { SIGINT, SIGTERM, SIGHUP };

/* What a signal handler may look at. */
static volatile sig_atomic_t came;
static volatile sig_atomic_t child;

static void remember(int number)
{
	int error = errno;

	came = number;
	if (child > 0)
		kill((pid_t)child, number);
	errno = error;
}

void interruption_catch(void)
{
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
		struct sigaction action;

		sigaction(signals[i], NULL, &action);
		if (action.sa_handler == SIG_IGN)
			continue;
		action = (struct sigaction){ .sa_handler = remember };
		sigaction(signals[i], &action, NULL);
	}
}

void interruption_pass_to(pid_t process)
{
	child = process;
	if (child > 0 && came) /* it came before there was a child to pass it to */
		kill(process, (int)came);
}

bool interruption_came(void)
{
	return came != 0;
}

void interruption_obey(void)
{
	if (!came)
		return;
	signal((int)came, SIG_DFL);
	raise((int)came);
}
