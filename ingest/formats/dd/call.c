/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dd/call - what a command says of the copies that it makes */
#include "ingest/formats/dd/call.h"

#include <string.h>

#include "ingest/log/command.h"

enum { MOST_COPIES = 16 }; /* of a command that are looked at: more is no benchmark's */

/* The value of an operand such as "if="; the last one counts. Empty when it is not there. */
static struct slice operand(struct slice arguments, const char *name)
{
	struct slice value = { NULL, NULL };
	struct slice word;

	while (command_next_word(&arguments, &word))
		if (scan_text(&word, name))
			value = word;
	return value;
}

/* Not a stream, and no device that makes or swallows bytes. */
static bool is_file(struct slice name)
{
	static const char *const devices[] = { "/dev/zero", "/dev/null", "/dev/random",
		"/dev/urandom", "/dev/full", "/dev/stdin", "/dev/stdout" };

	for (size_t i = 0; i < sizeof devices / sizeof *devices; i++)
		if (slice_equals(name, devices[i]))
			return false;
	return !slice_is_empty(name);
}

static bool is_same(struct slice a, struct slice b)
{
	return slice_length(a) == slice_length(b) && memcmp(a.start, b.start, slice_length(a)) == 0;
}

enum direction dd_call_direction(const char *command, size_t place)
{
	struct slice arguments;
	bool reads, writes;

	if (place >= MOST_COPIES || !command_call(command, "dd", place, &arguments))
		return DIRECTION_NONE;
	reads = is_file(operand(arguments, "if="));
	writes = is_file(operand(arguments, "of="));
	if (reads == writes)
		return DIRECTION_NONE;
	return reads ? DIRECTION_READ : DIRECTION_WRITE;
}

bool dd_call_rereads(const char *command, size_t place)
{
	struct slice arguments;
	struct slice input;

	if (place >= MOST_COPIES || !command_call(command, "dd", place, &arguments) ||
		strstr(command, "drop_caches"))
		return false;
	input = operand(arguments, "if=");
	if (!is_file(input) || slice_contains(operand(arguments, "iflag="), "direct"))
		return false;
	while (place-- > 0)
		if (command_call(command, "dd", place, &arguments) &&
			is_same(operand(arguments, "of="), input))
			return true;
	return false;
}
