/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * document - a JSON document that stands among the lines of a log
 *
 * It begins with a line that begins with '{' and ends where its braces do.
 * What began so and turns out to be no document is given back line by line.
 */
#ifndef INGEST_LOG_DOCUMENT_H
#define INGEST_LOG_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>

#include "core/json.h"
#include "core/lines.h"
#include "core/text.h"

struct document {
	struct text text; /* the lines so far, each with a newline */
	size_t first_line;
	size_t depth; /* of brackets not yet closed; 0: no document is open */
	bool in_string;
	bool escaped;
};

/* A struct document is empty when it is all zero but for text, which is TEXT_INIT. */

enum document_state {
	DOCUMENT_NONE,  /* the line is not part of a document */
	DOCUMENT_OPEN,  /* it is, and more are to come */
	DOCUMENT_WHOLE, /* it is the last of one */
	DOCUMENT_LOST,  /* it can be none: all its lines are to be given back */
};

enum document_state document_add(struct document *document, const struct line *line);

/* Parses a whole document, with the lines of its values. NULL when it is not JSON. */
struct json *document_parse(const struct document *document);

/* Gives back the lines of the document, one a call, from *at (NULL at first). */
bool document_next_line(const struct document *document, const char **at, struct line *line);

/* Empties the document for the next one. */
void document_clear(struct document *document);
void document_release(struct document *document);

#endif
