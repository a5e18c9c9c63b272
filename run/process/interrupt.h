/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * interrupt - Ctrl-C and its like, seen when it suits
 *
 * SIGINT, SIGTERM, SIGHUP and SIGQUIT wait in a descriptor for poll(2), so that what
 * runs can be ended and cleaned up before the program ends by that signal.
 */
#ifndef RUN_PROCESS_INTERRUPT_H
#define RUN_PROCESS_INTERRUPT_H

#include <stdbool.h>
#include <stdnoreturn.h>

/* From now on these signals wait. */
void interrupt_begin(void);

/* Readable when one came. */
int interrupt_descriptor(void);

/* Whether one has come. */
bool interrupt_came(void);

/* Sleeps; false when one came meanwhile. */
bool interrupt_sleep(double seconds);

/* Ends the program as the signal would have. */
noreturn void interrupt_obey(void);

#endif
