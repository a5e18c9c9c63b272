/* SPDX-License-Identifier: GPL-3.0-or-later */
/* command - what the command line that wrote a log says about it */
#include "ingest/log/command.h"

#include <string.h>

static bool is_program(struct slice word, const char *program)
{
	size_t length = strlen(program);

	return slice_ends_with(word, program) &&
	       (slice_length(word) == length || word.end[-1 - (ptrdiff_t)length] == '/');
}

/* Where one command of a list ends, and the next begins. */
static const char *find_end(struct slice rest)
{
	const char *c = rest.start;

	while (c < rest.end && *c != ';' && *c != '|' && *c != '&')
		c++;
	return c;
}

static bool is_quote(char c)
{
	return c == '\'' || c == '"' || c == '(' || c == ')';
}

/* Quotes and brackets around a word are the shell's, e.g. in sh -c 'free -m'. */
static struct slice without_quotes(struct slice word)
{
	while (!slice_is_empty(word) && is_quote(*word.start))
		word.start++;
	while (!slice_is_empty(word) && is_quote(word.end[-1]))
		word.end--;
	return word;
}

bool command_next_word(struct slice *rest, struct slice *word)
{
	scan_blanks(rest);
	if (!scan_word(rest, word))
		return false;
	*word = without_quotes(*word);
	return true;
}

bool command_call(const char *command, const char *program, size_t place, struct slice *arguments)
{
	struct slice rest;
	struct slice word;

	if (!command)
		return false;
	rest = slice_of(command);
	while (command_next_word(&rest, &word)) {
		if (!is_program(word, program))
			continue;
		*arguments = (struct slice){ rest.start, find_end(rest) };
		if (place-- == 0)
			return true;
		rest.start = arguments->end;
	}
	return false;
}

bool command_calls(const char *command, const char *program)
{
	struct slice arguments;

	return command_call(command, program, 0, &arguments);
}

enum { PROMPT_LIMIT = 80 }; /* bytes of the longest prompt looked for */

static bool ends_prompt(char c)
{
	return c == '$' || c == '#' || c == '%';
}

bool command_shown(struct slice line, struct slice *command)
{
	struct slice rest = line;
	struct slice word;

	if (scan_text(&rest, "+ ")) {
		*command = rest;
		return true;
	}
	for (const char *c = line.start; c + 1 < line.end && c < line.start + PROMPT_LIMIT; c++) {
		if (!ends_prompt(*c) || c[1] != ' ')
			continue;
		*command = (struct slice){ c + 2, line.end };
		return true;
	}
	*command = slice_trim(line);
	rest = *command;
	return scan_letters(&rest, &word) && scan_char(&rest, ' ') && scan_char(&rest, '-') &&
	       scan_letters(&rest, &word);
}

static bool is_short_flags(struct slice word, char letter)
{
	return slice_length(word) > 1 && word.start[0] == '-' && word.start[1] != '-' &&
	       memchr(word.start + 1, letter, slice_length(word) - 1);
}

bool command_has_flag(const char *command, const char *program, char letter, const char *name)
{
	struct slice rest;
	struct slice word;

	if (!command_call(command, program, 0, &rest))
		return false;
	while (command_next_word(&rest, &word)) {
		struct slice long_form = word;

		if (is_short_flags(word, letter))
			return true;
		if (name && scan_text(&long_form, "--") && slice_equals(long_form, name))
			return true;
	}
	return false;
}

/* "-t", "-t60" for a letter; "-runtime", "--runtime", either with "=60", for a word. */
static bool scan_option(struct slice *word, const char *name)
{
	bool is_letter = strlen(name) == 1;

	if (!scan_char(word, '-') || (scan_char(word, '-') && is_letter) || !scan_text(word, name))
		return false;
	return is_letter || slice_is_empty(*word) || scan_char(word, '=');
}

bool command_option(const char *command, const char *program, const char *name, struct slice *value)
{
	struct slice rest;
	struct slice word;

	if (!command_call(command, program, 0, &rest))
		return false;
	while (command_next_word(&rest, &word)) {
		if (!scan_option(&word, name))
			continue;
		*value = word;
		return !slice_is_empty(word) || command_next_word(&rest, value);
	}
	return false;
}
