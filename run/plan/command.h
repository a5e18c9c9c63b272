/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * command - a command line of the experiment, its stand-ins filled in
 *
 *	docker run --rm --runtime=RUNTIME IMAGE COMMAND
 *	wget HOST:9999/FILE
 *
 * A stand-in is a word of its own: what stands beside it is no letter, digit
 * or underscore. So is the port, which the commands name by its number.
 */
#ifndef RUN_PLAN_COMMAND_H
#define RUN_PLAN_COMMAND_H

#include <stdbool.h>
#include <stddef.h>

#include "core/text.h"

/* What the stand-ins stand for; those that are NULL are left as they are. */
struct stand_ins {
	const char *runtime; /* RUNTIME */
	const char *image;   /* IMAGE */
	const char *command; /* COMMAND: what is run inside, run by a shell if it needs one */
	const char *files;   /* FILES */
	const char *address; /* HOST */
	size_t named_port;   /* as the commands have it; 0: none */
	size_t port;         /* instead of it */
	const char *engine;  /* instead of "docker" in "docker run" */
	const char *options; /* that are put behind "docker run" */
};

/*
 * Adds the command with its stand-ins filled in. Where a port that is another
 * than the one named has no number to replace, it is put behind the address.
 */
void command_fill_in(struct text *out, const char *command, const struct stand_ins *stand_ins);

/* Whether the word, or number, is one of the command's. */
bool command_names(const char *command, const char *word);

#endif
