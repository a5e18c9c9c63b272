/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * program - the frame of every verb: its options, its help, its inputs, its end
 *
 * A verb describes itself in one struct program. That table is what the
 * command line is parsed by and what --help and the manual are printed from.
 */
#ifndef CORE_PROGRAM_H
#define CORE_PROGRAM_H

#include <stdbool.h>
#include <stddef.h>

#include "core/record.h"
#include "core/text.h"

#define BENCHPIPE_VERSION "0.1.0"
#define BENCHPIPE_DATE    "2026-11-25" /* of the version, as the manual has it */

enum option_kind {
	OPTION_END,
	OPTION_FLAG,   /* target: bool */
	OPTION_TEXT,   /* target: const char * */
	OPTION_LIST,   /* target: struct strings, one string each time it is given */
	OPTION_FACTOR, /* target: double, a positive finite number */
	OPTION_AMOUNT, /* target: double, a finite number from 0 */
	OPTION_COUNT,  /* target: size_t, a whole number from 1 */
	OPTION_CHANCE, /* target: double, above 0 and below 0.5 */
};

struct option_spec {
	enum option_kind kind;
	char letter; /* '\0': long form only */
	const char *name;
	const char *argument; /* as the help names it; NULL for a flag */
	void *target;
	const char *help; /* NULL: for other programs, neither help nor manual have it */
};

/* The option of verbs that write records or text: program_begin() obeys it. */
extern const char *program_output;
#define OPTION_OUTPUT                                                          \
	{                                                                      \
		OPTION_TEXT, 'o', "output", "FILE", &program_output,           \
			"write FILE, whole or not at all, not standard output" \
	}

struct program {
	const char *verb;      /* "stats" */
	const char *summary;   /* one line, no full stop */
	const char *arguments; /* what follows the options, as the help shows it */
	const char *description;
	const struct option_spec *options;
};

/*
 * Parses the options, answers --help, --version and --man (the page of the
 * manual), and returns what is left, NULL-terminated. A wrong command line ends the program with EXIT_USAGE.
 */
char **program_begin(const struct program *program, int argc, char **argv);

/* Prints the help of a program that --help prints. */
void program_print_help(const struct program *program);

/*
 * Writes to standard output, and ends the program when that fails; a closed
 * pipe ends it without a word.
 */
void program_write(const char *bytes, size_t length);

/* Writes the text and empties it. */
void program_write_text(struct text *text);

/* Writes a record as it was read. */
void program_pass_on(const struct record *record);

/* Makes sure that all was written, and gives main its exit status. */
int program_end(void);

/*
 * Reads records from the paths (none: standard input) and lends each to take(),
 * which keeps it with record_keep(), or forgets it. A line that is no record is given as a problem record
 * that names it, and marks the data as wrong.
 */
void program_read_records(
	char **paths, void (*take)(struct record *record, void *context), void *context);

/* Ends the program at a partial: who judges or shows records, and is not merge, would miss its samples. */
void program_refuse_partial(const struct record *record);

#endif
