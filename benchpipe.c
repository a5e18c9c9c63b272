/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * benchpipe - the front door: `benchpipe VERB ...` runs the program VERB
 *
 * The verbs are programs of their own in ../libexec/benchpipe, seen from this
 * one, both in the build folder and where they are installed.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/message.h"
#include "core/program.h"
#include "core/verbs.h"

static int print_overview(void)
{
	printf("usage: benchpipe VERB [OPTION]... [FILE]...\n\n"
	       "Filters that turn raw benchmark logs into an honest report.\n\nverbs:\n");
	for (size_t i = 0; verbs[i].name; i++)
		printf("  %-10s %s\n", verbs[i].name, verbs[i].summary);
	printf("\n'benchpipe help VERB' or 'benchpipe VERB --help' shows a verb's options.\n"
	       "Try: benchpipe report RESULTS -o report\n");
	return program_end();
}

static int run_verb(const char *verb, char **arguments)
{
	char *program;

	if (!verb_find(verb))
		die_usage("there is no verb '%s'", verb);
	program = verb_program(verb);
	execv(program, arguments);
	die("cannot run %s: %s", program, strerror(errno));
}

/* `benchpipe help VERB` is `benchpipe VERB --help`. */
static int help(const char *verb)
{
	char *arguments[] = { (char *)verb, "--help", NULL };

	return verb ? run_verb(verb, arguments) : print_overview();
}

int main(int argc, char **argv)
{
	const char *verb = argc > 1 ? argv[1] : NULL;

	if (!verb) {
		print_overview();
		return EXIT_USAGE;
	}
	if (strcmp(verb, "help") == 0)
		return help(argv[2]);
	if (strcmp(verb, "--help") == 0 || strcmp(verb, "-h") == 0)
		return print_overview();
	if (strcmp(verb, "--version") == 0) {
		printf("benchpipe %s\n", BENCHPIPE_VERSION);
		return program_end();
	}
	return run_verb(verb, argv + 1);
}
