/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * format - how one tool prints, as a recogniser of lines
 *
 * A log may hold the output of several tools, mixed with anything else: every
 * line is offered to the format that took the line before, then to the others
 * in the order of formats.def, until one takes it. Most formats have no part in
 * a log: none is offered a line before one has a sign of its. A format keeps
 * what it must remember between lines in its state, hands complete results to
 * the sink, and leaves alone what it does not know.
 *
 * To add one: a file in ingest/formats/ that ends in its struct format, and a
 * line in ingest/formats/formats.def.
 */
#ifndef INGEST_LOG_FORMAT_H
#define INGEST_LOG_FORMAT_H

#include <stdbool.h>
#include <stddef.h>

#include "core/json.h"
#include "core/lines.h"
#include "ingest/log/sink.h"

struct format {
	const char *name; /* as --format takes it and --list-formats prints it */
	const char *summary;
	size_t state_size; /* bytes of state, all zero when a log begins */

	/*
	 * Strings, then NULL, of which the first line of a log that is this
	 * format's has one in it; a digit stands for any digit. The lines before
	 * are not offered to it: of a line that has none, while the state is all
	 * zero, line() would say false and leave the state as it is. NULL: that
	 * holds for no strings.
	 */
	const char *const *signs;

	/*
	 * Looks at a line (NULL: reads documents only). True when it is one of this format's, whatever
	 * becomes of it: a line of numbers that no format takes is reported by
	 * --strict. line->text lives until the next line only.
	 */
	bool (*line)(void *state, const struct line *line, struct sink *sink);

	/*
	 * Takes many lines at once, for logs of millions of them (NULL: does
	 * not). It is asked when line() took the line before, and moves
	 * block->text.start and block->number behind the lines that it takes.
	 * The one it stops at is offered to line() like any other. What line() is
	 * not given as it stands in the log (colours, a prefix, a document, a line
	 * that is too long) it must leave alone.
	 */
	void (*block)(void *state, struct block *block, struct sink *sink);

	/*
	 * Looks at a JSON document among the lines (NULL: reads none), whose
	 * values know their line (json_line). True when it is this format's.
	 */
	bool (*document)(void *state, const struct json *document, struct sink *sink);

	/*
	 * Formats that print the same results in other words, their names with
	 * blanks between (NULL: none): where a log has as many results of one
	 * of them, its are left out.
	 */
	const char *supersedes;

	/* Reads only what --format gives it: what it reads stands in other logs, too. */
	bool on_request;

	/*
	 * The log is over: hand out what is pending, free what the state holds. Not
	 * asked of a format that was offered nothing for want of a sign. May be NULL.
	 */
	void (*end)(void *state, struct sink *sink);
};

/* All formats, in the order of formats.def; ends in NULL. */
extern const struct format *const formats[];

/* Whether a format reads a tool's output: "fio-json" is of "fio", too. */
bool format_is_of_tool(const struct format *format, const char *tool);

/* The format of that name, or NULL. */
const struct format *format_find(const char *name);

#endif
