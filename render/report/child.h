/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * child - another program, started and waited for
 *
 * While it runs an interrupt ends the child alone, so that this program can
 * clean up what it left, and then interruption_obey().
 */
#ifndef RENDER_REPORT_CHILD_H
#define RENDER_REPORT_CHILD_H

#include <sys/types.h>

struct child {
	const char *program;    /* a path, or a name that PATH has */
	char *const *arguments; /* its name first, NULL last */
	const char *folder;     /* that it works in; NULL: this program's */
	const char *input;      /* file that it reads; NULL: nothing */
	int output;             /* descriptor that it writes to; -1: nowhere */
};

/* Its process; -1, with errno set, when it cannot be started. */
pid_t child_start(const struct child *child);

/* How it ended, as wait(2) has it; -1, with errno set, when that cannot be had. */
int child_wait(pid_t process);

#endif
