/* SPDX-License-Identifier: GPL-3.0-or-later */
/* manual - pages of the manual, in man(7)'s roff */
#include "core/manual.h"

#include <ctype.h>
#include <string.h>

/* The signs that roff takes for something else: an escape, a hyphen that is none in a name, a request. */
static void add_escaped_char(struct text *out, char c)
{
	bool begins_line = out->length == 0 || out->data[out->length - 1] == '\n';

	if (c == '\\')
		text_add(out, "\\e");
	else if (c == '-')
		text_add(out, "\\-");
	else if (begins_line && (c == '.' || c == '\''))
		text_add_format(out, "\\&%c", c);
	else if (c == '\'')
		text_add(out, "\\(aq");
	else
		text_add_char(out, c);
}

static void add_escaped(struct text *out, const char *text)
{
	for (; *text; text++)
		add_escaped_char(out, *text);
}

/* Of a word of two capital letters or more, such as FILE; 0: none begins here. */
static size_t placeholder_length(const char *text)
{
	size_t length = strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");

	return length >= 2 && !isalnum((unsigned char)text[length]) ? length : 0;
}

/* Placeholders are set in italics. */
static void add_words(struct text *out, const char *text)
{
	bool is_inside = false; /* a word */

	while (*text) {
		size_t length = is_inside ? 0 : placeholder_length(text);

		if (length) {
			text_add_format(out, "\\fI%.*s\\fR", (int)length, text);
			text += length;
			continue;
		}
		is_inside = isalnum((unsigned char)*text);
		add_escaped_char(out, *text++);
	}
}

void manual_begin(struct text *out, const char *name, const char *summary)
{
	text_add(out, ".TH ");
	for (const char *c = name; *c; c++)
		add_escaped_char(out, (char)toupper((unsigned char)*c));
	text_add(out,
		" 1 \"" BENCHPIPE_DATE "\" \"benchpipe " BENCHPIPE_VERSION "\" \"benchpipe\"\n");
	manual_section(out, "NAME");
	add_escaped(out, name);
	text_add(out, " \\- ");
	add_escaped(out, summary);
	text_add_char(out, '\n');
}

void manual_section(struct text *out, const char *title)
{
	text_add_format(out, ".SH %s\n", title);
}

void manual_synopsis(struct text *out, const char *command, const char *arguments)
{
	manual_section(out, "SYNOPSIS");
	text_add(out, "\\fB");
	add_escaped(out, command);
	text_add(out, "\\fR ");
	add_words(out, arguments);
	text_add_char(out, '\n');
}

void manual_paragraph(struct text *out, const char *text)
{
	add_escaped(out, text);
	text_add_char(out, '\n');
}

void manual_item(struct text *out, const char *name, const char *text)
{
	text_add(out, ".TP\n\\fB");
	add_escaped(out, name);
	text_add(out, "\\fR\n");
	manual_paragraph(out, text);
}

/* "-o, --output DIR" */
static void add_option(struct text *out, const struct option_spec *option)
{
	if (!option->help)
		return;
	text_add(out, ".TP\n");
	if (option->letter)
		text_add_format(out, "\\fB\\-%c\\fR, ", option->letter);
	text_add(out, "\\fB\\-\\-");
	add_escaped(out, option->name);
	text_add(out, "\\fR");
	if (option->argument) {
		text_add(out, " \\fI");
		add_escaped(out, option->argument);
		text_add(out, "\\fR");
	}
	text_add_char(out, '\n');
	manual_paragraph(out, option->help);
}

static void add_options(struct text *out, const struct option_spec *options)
{
	for (; options && options->kind != OPTION_END; options++)
		add_option(out, options);
}

static void add_synopsis(struct text *out, const struct program *program)
{
	struct text command = TEXT_INIT;
	struct text arguments = TEXT_INIT;

	text_add_format(&command, "benchpipe %s", program->verb);
	text_add_format(&arguments, "[OPTION]... %s", program->arguments);
	manual_synopsis(out, command.data, arguments.data);
	text_release(&command);
	text_release(&arguments);
}

/* The summary as a part of a sentence: its first letter is small. */
static void add_name(struct text *out, const struct program *program)
{
	struct text name = TEXT_INIT;
	struct text summary = TEXT_INIT;

	text_add_format(&name, "benchpipe-%s", program->verb);
	text_add(&summary, program->summary);
	summary.data[0] = (char)tolower((unsigned char)summary.data[0]);
	manual_begin(out, name.data, summary.data);
	text_release(&name);
	text_release(&summary);
}

void manual_of_program(
	struct text *out, const struct program *program, const struct option_spec *common_options)
{
	add_name(out, program);
	add_synopsis(out, program);
	manual_section(out, "DESCRIPTION");
	manual_paragraph(out, program->description ? program->description : program->summary);
	manual_section(out, "OPTIONS");
	add_options(out, program->options);
	add_options(out, common_options);
	manual_section(out, "EXIT STATUS");
	manual_item(out, "0", "Fine.");
	manual_item(out, "1", "Something was wrong with the data.");
	manual_item(out, "2", "The command line was wrong.");
	manual_section(out, "SEE ALSO");
	text_add(out, "\\fBbenchpipe\\fR(1)\n");
}
