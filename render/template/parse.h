/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * parse - the text of a template, as tokens
 *
 * docs/TEMPLATES.md says which of Mustache's tags there are. A tag of a section
 * or a partial, or a comment, that stands alone on its line takes the line with
 * it.
 */
#ifndef RENDER_TEMPLATE_PARSE_H
#define RENDER_TEMPLATE_PARSE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/scan.h"

enum token_kind {
	TOKEN_TEXT,     /* at most a line, its newline included */
	TOKEN_VALUE,    /* {{name}} */
	TOKEN_RAW,      /* {{{name}}} */
	TOKEN_SECTION,  /* {{#name}} */
	TOKEN_INVERTED, /* {{^name}} */
	TOKEN_END,      /* {{/name}} */
	TOKEN_PARTIAL,  /* {{> name}} */
};

struct token {
	enum token_kind kind;
	struct slice text; /* that of a TOKEN_TEXT, the name of any other */
	size_t line;
	bool begins_line; /* what it puts out begins a line */
	size_t end;       /* of a section: where its TOKEN_END is */
	struct slice
		indent; /* of a partial that stands alone: the blanks before it; NULL of others */
};

struct template
{
	const char *name;
	struct token *tokens;
	size_t count;
	size_t capacity;
};

/*
 * Both are borrowed as long as the template lives. What is wrong with the text
 * ends the program with the template's name and the line.
 */
void template_parse(struct template *template, const char *name, const char *text);
void template_release(struct template *template);

#endif
