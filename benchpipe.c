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

#include "core/manual.h"
#include "core/message.h"
#include "core/nearest.h"
#include "core/program.h"
#include "core/verbs.h"

static bool wants_manual;

static const struct option_spec help_options[] = {
	{ OPTION_FLAG, 'm', "man", NULL, &wants_manual,
		"print the page of the manual, which 'man -l -' shows" },
	{ .kind = OPTION_END },
};

static const struct program help_program = {
	.verb = "help",
	.summary = "Show the verbs, or the options of one of them",
	.arguments = "[VERB]",
	.options = help_options,
};

static const char description[] = "Filters that turn raw benchmark logs into an honest report.";

static int print_overview(void)
{
	printf("usage: benchpipe VERB [OPTION]... [FILE]...\n\n%s\n\nverbs:\n", description);
	for (size_t i = 0; verbs[i].name; i++)
		printf("  %-10s %s\n", verbs[i].name, verbs[i].summary);
	printf("\n'benchpipe help VERB' or 'benchpipe VERB --help' shows a verb's options.\n"
	       "Try: benchpipe report RESULTS -o report\n");
	return program_end();
}

static int print_manual(void)
{
	struct text out = TEXT_INIT;

	manual_begin(&out, "benchpipe", "filters that turn raw benchmark logs into a report");
	manual_synopsis(&out, "benchpipe", "VERB [OPTION]... [FILE]...");
	manual_section(&out, "DESCRIPTION");
	manual_paragraph(&out, description);
	manual_paragraph(&out,
		"Each verb is a program that reads files or standard input and writes records, one\n"
		"JSON object a line, or what is made of them. Each has a page of its own:\n"
		"benchpipe-VERB.");
	manual_section(&out, "VERBS");
	for (size_t i = 0; verbs[i].name; i++)
		manual_item(&out, verbs[i].name, verbs[i].summary);
	manual_item(&out, "help", "show the verbs, or the options of one of them; --man: its page");
	manual_section(&out, "EXAMPLE");
	manual_paragraph(&out, "benchpipe report RESULTS -o report");
	program_write_text(&out);
	text_release(&out);
	return program_end();
}

static void die_unknown(const char *verb)
{
	struct nearest nearest = { .given = verb };
	struct text hint = TEXT_INIT;

	if (*verb == '-')
		die_usage("unrecognized option '%s'", verb);
	for (size_t i = 0; verbs[i].name; i++)
		nearest_try(&nearest, verbs[i].name);
	nearest_try(&nearest, help_program.verb);
	nearest_add_hint(&hint, &nearest);
	die_usage("there is no verb '%s'%s", verb, hint.data);
}

static int run_verb(const char *verb, char **arguments)
{
	char *program;

	if (!verb_find(verb))
		die_unknown(verb);
	program = verb_program(verb);
	execv(program, arguments);
	die("cannot run %s: %s", program, strerror(errno));
}

/* `benchpipe help VERB` is `benchpipe VERB --help`. */
static int help(int argc, char **argv)
{
	char **verb = program_begin(&help_program, argc, argv);
	char *option = wants_manual ? "--man" : "--help";

	message_set_program("benchpipe");
	if (!*verb)
		return wants_manual ? print_manual() : print_overview();
	if (strcmp(*verb, help_program.verb) == 0) {
		program_print_help(&help_program);
		return program_end();
	}
	return run_verb(*verb, (char *[]){ *verb, option, NULL });
}

int main(int argc, char **argv)
{
	const char *verb = argc > 1 ? argv[1] : NULL;

	if (!verb) {
		print_overview();
		return EXIT_USAGE;
	}
	if (strcmp(verb, "help") == 0)
		return help(argc - 1, argv + 1);
	if (strcmp(verb, "--help") == 0 || strcmp(verb, "-h") == 0)
		return print_overview();
	if (strcmp(verb, "--version") == 0) {
		printf("benchpipe %s\n", BENCHPIPE_VERSION);
		return program_end();
	}
	return run_verb(verb, argv + 1);
}
