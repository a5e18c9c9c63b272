/* SPDX-License-Identifier: GPL-3.0-or-later */
/* command - a command line of the experiment, its stand-ins filled in */
#include "run/plan/command.h"

#include <ctype.h>
#include <stdio.h>

#include "core/scan.h"
#include "run/plan/shell.h"

struct filling {
	const struct stand_ins *stand_ins;
	char named_port[16];
	bool names_port;      /* the number is somewhere in the command */
	bool behind_engine;   /* the word before was "docker" */
	bool options_are_out; /* of "docker run", the first one */
};

static bool is_of_word(char c)
{
	return isalnum((unsigned char)c) || c == '_';
}

/* Moves behind the word, or the bytes that are of none, that rest begins with. */
static struct slice next_piece(struct slice *rest)
{
	struct slice piece = { rest->start, rest->start };
	bool is_word = is_of_word(*rest->start);

	while (piece.end < rest->end && is_of_word(*piece.end) == is_word)
		piece.end++;
	rest->start = piece.end;
	return piece;
}

bool command_names(const char *command, const char *word)
{
	struct slice rest = slice_of(command);

	while (!slice_is_empty(rest))
		if (slice_equals(next_piece(&rest), word))
			return true;
	return false;
}

static void add_address(struct text *out, const struct filling *filling)
{
	const struct stand_ins *stand_ins = filling->stand_ins;

	text_add(out, stand_ins->address);
	if (stand_ins->named_port && !filling->names_port &&
		stand_ins->port != stand_ins->named_port)
		text_add_format(out, ":%zu", stand_ins->port);
}

static void add_command(struct text *out, const char *command)
{
	if (shell_is_needed(command)) {
		text_add(out, "sh -c ");
		shell_add_word(out, command);
	} else {
		text_add(out, command);
	}
}

static bool fill_engine(struct text *out, struct filling *filling, struct slice piece)
{
	const struct stand_ins *stand_ins = filling->stand_ins;

	if (filling->options_are_out || !stand_ins->engine)
		return false;
	if (slice_equals(piece, "docker")) {
		filling->behind_engine = true;
		text_add(out, stand_ins->engine);
		return true;
	}
	if (filling->behind_engine && slice_equals(piece, "run")) {
		text_add_format(out, "run %s", stand_ins->options);
		filling->options_are_out = true;
		return true;
	}
	if (!slice_equals(piece, " "))
		filling->behind_engine = false;
	return false;
}

static bool fill_word(struct text *out, const char *value, const char *name, struct slice piece)
{
	if (!value || !slice_equals(piece, name))
		return false;
	text_add(out, value);
	return true;
}

static void add_piece(struct text *out, struct filling *filling, struct slice piece)
{
	const struct stand_ins *stand_ins = filling->stand_ins;

	if (fill_engine(out, filling, piece) ||
		fill_word(out, stand_ins->runtime, "RUNTIME", piece) ||
		fill_word(out, stand_ins->image, "IMAGE", piece) ||
		fill_word(out, stand_ins->files, "FILES", piece))
		return;
	if (stand_ins->command && slice_equals(piece, "COMMAND"))
		add_command(out, stand_ins->command);
	else if (stand_ins->address && slice_equals(piece, "HOST"))
		add_address(out, filling);
	else if (stand_ins->named_port && slice_equals(piece, filling->named_port))
		text_add_format(out, "%zu", stand_ins->port);
	else
		text_add_bytes(out, piece.start, slice_length(piece));
}

void command_fill_in(struct text *out, const char *command, const struct stand_ins *stand_ins)
{
	struct filling filling = { .stand_ins = stand_ins };
	struct slice rest = slice_of(command);

	snprintf(filling.named_port, sizeof filling.named_port, "%zu", stand_ins->named_port);
	filling.names_port = stand_ins->named_port && command_names(command, filling.named_port);
	while (!slice_is_empty(rest))
		add_piece(out, &filling, next_piece(&rest));
}
