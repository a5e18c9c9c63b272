/* SPDX-License-Identifier: GPL-3.0-or-later */
/* tally - what became of the lines of a log */
#include "ingest/log/tally.h"

#include <string.h>

#include "ingest/log/command.h"
#include "ingest/log/findings.h"

enum { EXCERPT_LIMIT = 80 }; /* bytes of a log's line quoted in a message */

/* A line that no format took may be the command whose output comes next: false when it is none. */
static bool remember_command(struct sink *sink, const struct line *line)
{
	struct slice command;

	if (!command_shown(line->text, &command) || slice_length(command) > COMMAND_LIMIT)
		return false;
	memcpy(sink->shown_command, command.start, slice_length(command));
	sink->shown_command[slice_length(command)] = '\0';
	return true;
}

/* Whether the command shown calls a tool that a format is named after. */
static bool calls_known_tool(const struct sink *sink)
{
	for (size_t i = 0; formats[i]; i++)
		if (command_calls(sink->shown_command, formats[i]->name))
			return true;
	return false;
}

static bool has_digit(struct slice text)
{
	for (const char *c = text.start; c < text.end; c++)
		if (*c >= '0' && *c <= '9')
			return true;
	return false;
}

static void count_oddity(struct oddity *oddity, const struct line *line)
{
	struct slice text = line->text;

	if (oddity->count++)
		return;
	if (slice_length(text) > EXCERPT_LIMIT)
		text.end = text.start + EXCERPT_LIMIT;
	oddity->first = line->number;
	oddity->excerpt = slice_copy(text);
}

void tally_taken(struct sink *sink, size_t number)
{
	sink->line_count = number;
	sink->has_bytes = true;
}

void tally_line(struct sink *sink, const struct line *line, bool taken)
{
	bool is_command;

	sink->line_count = line->number;
	if (line->cut)
		count_oddity(&sink->too_long, line);
	if (taken) {
		tally_taken(sink, line->number);
		return;
	}
	if (slice_is_empty(slice_trim(line->text)))
		return;
	sink->has_bytes = true;
	is_command = remember_command(sink, line) && calls_known_tool(sink);
	count_oddity(&sink->unknown, line);
	if (!slice_is_text(line->text))
		count_oddity(&sink->not_text, line);
	else if (has_digit(line->text) && !is_command)
		count_oddity(&sink->numbers, line);
}
