/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * interruption - Ctrl-C and its like, obeyed when all is cleaned up
 *
 * SIGINT, SIGTERM and SIGHUP, unless whoever started this program had them
 * ignored.
 */
#ifndef RENDER_REPORT_INTERRUPTION_H
#define RENDER_REPORT_INTERRUPTION_H

#include <stdbool.h>
#include <sys/types.h>

/* From now on such a signal is remembered, ends a read(2) that waits, and is passed on to the child. */
void interruption_catch(void);

/* The child that runs; 0 when none does. */
void interruption_pass_to(pid_t child);

bool interruption_came(void);

/* Ends the program by the signal that came, if one has. */
void interruption_obey(void);

#endif
