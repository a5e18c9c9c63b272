/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * command - what the command line that wrote a log says about it
 *
 * Tools such as free and du print numbers without their unit; the options they
 * were called with name it. Commands are read as words between blanks, without
 * quotes around them: no variables, no quoted blanks.
 */
#ifndef INGEST_LOG_COMMAND_H
#define INGEST_LOG_COMMAND_H

#include <stdbool.h>

#include "core/scan.h"

/*
 * A command as a shell session shows it above its output: behind a prompt that
 * ends in "$ ", "# " or "% ", behind the "+ " of a trace, or alone, if its
 * second word is an option ("free -m").
 */
bool command_shown(struct slice line, struct slice *command);

/*
 * What follows program where the command (NULL: none) calls it for the first
 * time (place 0), the second and so on, up to the next command of a list.
 */
bool command_call(const char *command, const char *program, size_t place, struct slice *arguments);

/* The next word of such arguments. */
bool command_next_word(struct slice *rest, struct slice *word);

/* Whether the command (NULL: none) calls program, with a path or without. */
bool command_calls(const char *command, const char *program);

/*
 * Whether the command (NULL: none) calls program with the flag, as -x, among
 * others as in -sx, or as --name (NULL: no such form). program may stand
 * anywhere in the command, with or without a path, e.g. behind `docker run`.
 */
bool command_has_flag(const char *command, const char *program, char letter, const char *name);

/*
 * The value of an option of program: "-t 60", "-t60", "-runtime=60" or
 * "--runtime=60" for the name "t" or "runtime". False when it is not there.
 */
bool command_option(
	const char *command, const char *program, const char *name, struct slice *value);

#endif
