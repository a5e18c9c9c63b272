/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * processes - the processes of this machine, as /proc lists them
 */
#ifndef RUN_PROCESS_PROCESSES_H
#define RUN_PROCESS_PROCESSES_H

#include <stdbool.h>
#include <sys/types.h>

#include "core/text.h"

/* Visits every process but this one. */
void processes_visit(void (*visit)(pid_t pid, void *context), void *context);

/* The words of its command line, a blank behind each; empty when it is gone or a kernel's. */
void processes_command(pid_t pid, struct text *command);

/* 0 when it is gone. */
pid_t processes_parent(pid_t pid);

#endif
