/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * shell - words as a POSIX shell reads them
 */
#ifndef RUN_PLAN_SHELL_H
#define RUN_PLAN_SHELL_H

#include <stdbool.h>

#include "core/text.h"

/* Adds a string as one word: quoted when it must be, and only then. */
void shell_add_word(struct text *out, const char *string);

/* Whether a command is more than plain words: only a shell can run it then. */
bool shell_is_needed(const char *command);

#endif
