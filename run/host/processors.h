/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * processors - which of this machine's processors things run on
 */
#ifndef RUN_HOST_PROCESSORS_H
#define RUN_HOST_PROCESSORS_H

#include <sched.h>
#include <stdbool.h>

/* Reads a list such as "0-1,3", as taskset and docker take it; false when it is none. */
bool processors_read(cpu_set_t *set, const char *list);

/* Binds this program, and all that it starts, to the list. False with errno set. */
bool processors_bind(const char *list);

#endif
