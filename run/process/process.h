/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * process - a command that is started, listened to, and in any case ended
 *
 * It gets a session of its own, so that all it starts can be killed with it and
 * no terminal's Ctrl-C reaches it. It ends by itself, or is killed: at its
 * limit, when it prints too much, when its output cannot be kept, when the
 * program is interrupted. A process that closes its output goes on; one that
 * leaves others behind takes them with it.
 */
#ifndef RUN_PROCESS_PROCESS_H
#define RUN_PROCESS_PROCESS_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <time.h>

#include "core/text.h"

struct process {
	char *const *arguments; /* ends in NULL; the program is looked for on PATH */
	const char *folder;     /* that it runs in; NULL: the current one */
	int log;                /* descriptor that both its streams are written to; -1: none */
	struct text *output;    /* that they are added to; NULL: none */
	bool drops_errors;      /* what it says on standard error is not kept */
	size_t output_limit;    /* bytes that it may print */
	double limit;           /* seconds that it may take */
	bool is_cleanup;        /* goes on when the program is interrupted */
};

enum process_ending {
	ENDED_BY_ITSELF,
	ENDED_NOT_STARTED, /* error says why */
	ENDED_AT_LIMIT,
	ENDED_PRINTING,    /* more than the output limit */
	ENDED_WITHOUT_LOG, /* error says why the log could not be written */
	ENDED_INTERRUPTED,
};

struct process_result {
	enum process_ending ending;
	int error;             /* errno */
	int status;            /* as wait(2) has it */
	struct timespec start; /* of day */
	double seconds;
	size_t printed;
};

void process_run(const struct process *process, struct process_result *result);

/* Whether it ended by itself and with exit status 0. */
bool process_succeeded(const struct process_result *result);

/* Starts the process without waiting; its output goes to log. -1 with errno set when that fails. */
pid_t process_start(const struct process *process);

/* Whether a process that was started so has ended; process_kill() is still to come. */
bool process_has_ended(pid_t pid);

/* Kills such a process and all of its group; how it ended, as wait(2) has it. */
int process_kill(pid_t pid);

/*
 * Waits for a child that was sent SIGKILL; how it ended goes to *status. False, with a warning,
 * when it waits for a device that does not answer, and so cannot die: it is given up after seconds.
 */
bool process_wait_killed(pid_t pid, int *status);

#endif
