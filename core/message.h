/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * message - what a program says on standard error, and how it ends
 *
 * Two failures only: warn() for data that was wrong (the rest goes on, the
 * program ends with 1) and die() for what makes going on impossible.
 */
#ifndef CORE_MESSAGE_H
#define CORE_MESSAGE_H

#include <stdbool.h>
#include <stdnoreturn.h>

enum exit_code {
	EXIT_FINE = 0,
	EXIT_DATA = 1,  /* something was wrong with the data, or a comparison failed */
	EXIT_USAGE = 2, /* the command line was wrong */
	EXIT_DIED = 3,  /* instead of EXIT_DATA, for a verb that runs this one */
};

/*
 * Set in the environment of a verb that another one runs, which must tell data
 * that was wrong from a verb that could not go on.
 */
#define MESSAGE_PARENT "BENCHPIPE_PARENT"

/* Whether another verb runs this one. */
bool message_has_parent(void);

/* The name messages begin with, e.g. "benchpipe stats"; kept, not copied. */
void message_set_program(const char *name);
const char *message_program(void);

/* Says something that is not a failure. */
void note(const char *format, ...) __attribute__((format(printf, 1, 2)));

/*
 * Says that some of the data was wrong; the program will end with EXIT_DATA.
 * After twenty such messages the others are only counted.
 */
void warn(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Records that some of the data was wrong without a word. */
void mark_data_wrong(void);

/* Records that another program, run with this one's options, said that the command line was wrong. */
void mark_usage_wrong(void);

/* Says why the program cannot go on, and ends it with EXIT_DATA, or EXIT_DIED; after mark_usage_wrong() with EXIT_USAGE. */
noreturn void die(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* Says what is wrong with the command line, and ends the program with EXIT_USAGE. */
noreturn void die_usage(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* What is said: by note(), warn(), mark_data_wrong() and die(). */
enum message_kind {
	MESSAGE_NOTE,
	MESSAGE_WARNING,
	MESSAGE_WRONG, /* without a word */
	MESSAGE_DEATH,
};

/*
 * From now on nothing is said: take() is given it, and does not return from a
 * death. For a process that works for another, which says it in its turn.
 */
void message_hand_over(
	void (*take)(enum message_kind kind, const char *message, void *context), void *context);

/* Says what another process would have said. */
void message_repeat(enum message_kind kind, const char *message);

/*
 * Says how many messages were not shown. EXIT_FINE, or EXIT_DATA when warn()
 * or mark_data_wrong() was called.
 */
enum exit_code message_finish(void);

#endif
