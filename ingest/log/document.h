/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * document - a JSON document that stands among the lines of a log
 *
 * It begins with a line that begins with '{' and ends where its braces do. It
 * is checked as its lines come; once it can be no JSON only its brackets are
 * counted, and what began so is given back line by line.
 */
#ifndef INGEST_LOG_DOCUMENT_H
#define INGEST_LOG_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "core/json.h"
#include "core/json/check.h"
#include "core/lines.h"
#include "core/text.h"

struct document {
	struct text text; /* the lines so far, each with its end */
	size_t first_line;
	size_t depth; /* of brackets not yet closed; 0: no document is open */
	struct json_checker checker;
	struct json_outline outline;
	bool is_broken;    /* it is no JSON */
	bool by_line;      /* there are lines in it that cannot be taken as they are */
	const char *fault; /* why it is given back although it looks like JSON; NULL: it does not */
	size_t fault_line;
};

/* A struct document is empty when it is all zero but for text, which is TEXT_INIT. */

enum document_state {
	DOCUMENT_NONE,  /* the line is not part of a document */
	DOCUMENT_OPEN,  /* it is, and more are to come */
	DOCUMENT_WHOLE, /* it is the last of one */
	DOCUMENT_LOST,  /* it can be none: all its lines are to be given back */
};

enum document_state document_add(struct document *document, const struct line *line);

/*
 * Adds some lines of a block to an open document, up to its end, and moves
 * block behind them; none when one of them may need to be looked at first (a return, a prefix, a colour).
 */
enum document_state document_add_block(struct document *document, struct block *block);

/* The value of a whole document, as long as that lives. NULL when it is not JSON. */
struct json *document_parse(const struct document *document);

/* The number of the last line. */
size_t document_last_line(const struct document *document);

/* Gives back the lines of the document, one a call, from *at (NULL at first). */
bool document_next_line(const struct document *document, const char **at, struct line *line);

/* Empties the document for the next one. */
void document_clear(struct document *document);
void document_release(struct document *document);

#endif
