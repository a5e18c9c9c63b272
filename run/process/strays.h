/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * strays - processes that a command left behind in sessions of their own
 *
 * When their parent ends they become this program's children, and can be told
 * from those that were here before.
 */
#ifndef RUN_PROCESS_STRAYS_H
#define RUN_PROCESS_STRAYS_H

#include <stddef.h>
#include <sys/types.h>

struct strays {
	pid_t *known; /* children that are none */
	size_t count;
	size_t capacity;
};

/* From now on the processes left behind come to this program. */
void strays_adopt(void);

/* Remembers the children there are. */
void strays_init(struct strays *strays);

/* Kills all others, and theirs, and forgets. */
void strays_kill(struct strays *strays);

#endif
