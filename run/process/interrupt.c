/* SPDX-License-Identifier: GPL-3.0-or-later */
/* interrupt - Ctrl-C and its like, seen when it suits */
#include "run/process/interrupt.h"

#include <errno.h>
#include <limits.h>
#include <math.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

#include "core/message.h"

static int descriptor = -1;
static int came; /* the signal, or 0 */

static void fill(sigset_t *signals)
{
	sigemptyset(signals);
	sigaddset(signals, SIGINT);
	sigaddset(signals, SIGTERM);
	sigaddset(signals, SIGHUP);
	sigaddset(signals, SIGQUIT);
}

void interrupt_begin(void)
{
	sigset_t signals;

	fill(&signals);
	sigprocmask(SIG_BLOCK, &signals, NULL);
	descriptor = signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
	if (descriptor < 0)
		die("signalfd: %s", strerror(errno));
}

int interrupt_descriptor(void)
{
	return descriptor;
}

bool interrupt_came(void)
{
	struct signalfd_siginfo info;

	if (!came && descriptor >= 0 && read(descriptor, &info, sizeof info) == sizeof info)
		came = (int)info.ssi_signo;
	return came != 0;
}

bool interrupt_sleep(double seconds)
{
	struct pollfd signals = { .fd = descriptor, .events = POLLIN };
	double whole = fmin(floor(seconds), INT_MAX); /* what is longer lasts for ever */
	struct timespec time = { (time_t)whole, (long)(1e9 * fmin(seconds - whole, 0.999999999)) };

	if (!interrupt_came() && seconds > 0)
		ppoll(&signals, 1, &time, NULL);
	return !interrupt_came();
}

void interrupt_obey(void)
{
	sigset_t signals;

	fill(&signals);
	signal(came, SIG_DFL);
	raise(came);
	sigprocmask(SIG_UNBLOCK, &signals, NULL);
	exit(EXIT_DATA); /* it did not end the program: it was ignored by whoever started it */
}
