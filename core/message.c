/* SPDX-License-Identifier: GPL-3.0-or-later */
/* message - what a program says on standard error, and how it ends */
#include "core/message.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

static const char *program_name = "benchpipe";
static enum exit_code exit_code = EXIT_FINE;
static bool usage_is_wrong;
static size_t warnings;

/* Who is given what is said here; NULL: nobody. */
static void (*take)(enum message_kind kind, const char *message, void *context);
static void *take_context;

enum { MOST_WARNINGS = 20 }; /* shown: what is wrong is in the records, too */

void message_set_program(const char *name)
{
	program_name = name;
}

const char *message_program(void)
{
	return program_name;
}

bool message_has_parent(void)
{
	return getenv(MESSAGE_PARENT) != NULL;
}

/* C0, DEL, and C1 in UTF-8: a terminal would obey them. */
static bool is_control(const char *c)
{
	unsigned char byte = (unsigned char)*c;

	return byte < ' ' || byte == 0x7F ||
	       (byte == 0xC2 && (unsigned char)c[1] >= 0x80 && (unsigned char)c[1] < 0xA0);
}

/* A C1 control that is no part of a UTF-8 character. */
static bool is_control_alone(const char *message, const char *c)
{
	unsigned char byte = (unsigned char)*c;

	return byte >= 0x80 && byte < 0xA0 && (c == message || (unsigned char)c[-1] < 0x80);
}

/* Log bytes may reach a message: control characters must not reach the terminal. */
static void print(char *message)
{
	for (char *c = message; *c; c++)
		if (is_control(c) || is_control_alone(message, c))
			*c = '?';
	fprintf(stderr, "%s: %s\n", program_name, message);
}

static void say(enum message_kind kind, const char *format, va_list arguments)
{
	char message[2048];

	vsnprintf(message, sizeof message, format, arguments);
	if (take)
		take(kind, message, take_context);
	else
		print(message);
}

#define SAY(kind, format)                     \
	do {                                  \
		va_list arguments;            \
		va_start(arguments, format);  \
		say(kind, format, arguments); \
		va_end(arguments);            \
	} while (0)

void note(const char *format, ...)
{
	SAY(MESSAGE_NOTE, format);
}

void warn(const char *format, ...)
{
	if (take || warnings++ < MOST_WARNINGS)
		SAY(MESSAGE_WARNING, format);
	exit_code = EXIT_DATA;
}

void mark_data_wrong(void)
{
	if (take)
		take(MESSAGE_WRONG, "", take_context);
	exit_code = EXIT_DATA;
}

void mark_usage_wrong(void)
{
	usage_is_wrong = true;
}

void die(const char *format, ...)
{
	SAY(MESSAGE_DEATH, format);
	if (usage_is_wrong)
		exit(EXIT_USAGE);
	exit(message_has_parent() ? EXIT_DIED : EXIT_DATA);
}

void message_hand_over(
	void (*taker)(enum message_kind kind, const char *message, void *context), void *context)
{
	take = taker;
	take_context = context;
}

void message_repeat(enum message_kind kind, const char *message)
{
	switch (kind) {
	case MESSAGE_NOTE:
		note("%s", message);
		break;
	case MESSAGE_WARNING:
		warn("%s", message);
		break;
	case MESSAGE_WRONG:
		mark_data_wrong();
		break;
	case MESSAGE_DEATH:
		die("%s", message);
	}
}

void die_usage(const char *format, ...)
{
	SAY(MESSAGE_DEATH, format);
	fprintf(stderr, "Try '%s --help'.\n", program_name);
	exit(EXIT_USAGE);
}

enum exit_code message_finish(void)
{
	if (warnings > MOST_WARNINGS)
		note("%zu more such messages", warnings - MOST_WARNINGS);
	return exit_code;
}
