/* SPDX-License-Identifier: GPL-3.0-or-later */
/* document - a JSON document that stands among the lines of a log */
#include "ingest/log/document.h"

#include <string.h>

/* A document may be large, but not all the memory there is. */
static const size_t size_limit = (size_t)256 << 20;

/* "{" alone, or with a name or an end behind it: no other text begins so. */
static bool begins_document(struct slice text)
{
	struct slice at = slice_trim(text);

	if (!scan_char(&at, '{'))
		return false;
	scan_blanks(&at);
	return slice_is_empty(at) || *at.start == '"' || *at.start == '}';
}

static void count_brackets(struct document *document, struct slice text)
{
	for (const char *c = text.start; c < text.end; c++) {
		if (document->escaped)
			document->escaped = false;
		else if (document->in_string && *c == '\\')
			document->escaped = true;
		else if (*c == '"')
			document->in_string = !document->in_string;
		else if (!document->in_string && (*c == '{' || *c == '['))
			document->depth++;
		else if (!document->in_string && (*c == '}' || *c == ']') && document->depth)
			document->depth--;
	}
	document->in_string = false; /* no JSON string spans lines */
	document->escaped = false;
}

enum document_state document_add(struct document *document, const struct line *line)
{
	if (document->depth == 0 && (line->cut || !begins_document(line->text)))
		return DOCUMENT_NONE;
	if (document->depth == 0) {
		document_clear(document);
		document->first_line = line->number;
	}
	text_add_bytes(&document->text, line->text.start, slice_length(line->text));
	text_add_char(&document->text, '\n');
	count_brackets(document, line->text);
	if (line->cut || document->text.length > size_limit)
		return DOCUMENT_LOST;
	return document->depth ? DOCUMENT_OPEN : DOCUMENT_WHOLE;
}

struct json *document_parse(const struct document *document)
{
	struct slice text = { document->text.data, document->text.data + document->text.length };
	struct json *tree = json_parse(text, NULL);

	json_find_lines(tree, text, document->first_line);
	return tree;
}

bool document_next_line(const struct document *document, const char **at, struct line *line)
{
	const char *end = document->text.data + document->text.length;
	const char *start = *at ? *at : document->text.data;
	const char *newline;

	if (start == end)
		return false;
	newline = memchr(start, '\n', (size_t)(end - start));
	*line = (struct line){
		.text = { start, newline },
		.number = *at ? line->number + 1 : document->first_line,
	};
	*at = newline + 1;
	return true;
}

void document_clear(struct document *document)
{
	struct text text = document->text;

	text_clear(&text);
	*document = (struct document){ .text = text };
}

void document_release(struct document *document)
{
	text_release(&document->text);
	document_clear(document);
}
