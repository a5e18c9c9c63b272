/* SPDX-License-Identifier: GPL-3.0-or-later */
/* document - a JSON document that stands among the lines of a log */
#include "ingest/log/document.h"

#include <string.h>

/* A document may be large, but not all the memory there is. */
static const size_t size_limit = (size_t)256 << 20;

enum { LEAST_TRIED = 1024 }; /* bytes of lines that are taken at once */

/* "{" alone, or with a name or an end behind it: no other text begins so. */
static bool begins_document(struct slice text)
{
	struct slice at = text;

	if (!scan_blanks(&at) || !scan_char(&at, '{'))
		return false;
	scan_blanks(&at);
	return slice_is_empty(at) || *at.start == '"' || *at.start == '}';
}

static struct slice whole_text(const struct document *document)
{
	return text_slice(&document->text);
}

static bool is_blank(struct slice text)
{
	while (scan_char(&text, ' ') || scan_char(&text, '\t') || scan_char(&text, '\r') ||
		scan_char(&text, '\n'))
		;
	return slice_is_empty(text);
}

/* Checks what was added: false when it makes no JSON. Behind the value nothing may follow in its line. */
static bool check(struct document *document)
{
	struct slice text = whole_text(document);
	struct slice rest = text;
	const char *newline;

	document->checker.outline = &document->outline;
	if (!json_checker_read(&document->checker, text))
		return false;
	document->depth = document->checker.depth;
	rest.start += document->checker.at;
	newline = memchr(rest.start, '\n', slice_length(rest));
	if (newline)
		rest.end = newline;
	return is_blank(rest);
}

/* In a line of what is no JSON; none of its strings spans lines, either. */
static size_t depth_behind(size_t depth, struct slice line)
{
	bool in_string = false;

	for (const char *c = line.start; c < line.end; c++) {
		if (in_string && *c == '\\' && c + 1 < line.end)
			c++;
		else if (*c == '"')
			in_string = !in_string;
		else if (!in_string && (*c == '{' || *c == '['))
			depth++;
		else if (!in_string && (*c == '}' || *c == ']') && depth)
			depth--;
	}
	return depth;
}

static enum document_state state_of(struct document *document)
{
	if (document->text.length > size_limit) {
		document->fault = "a JSON document begins here and is larger than 256 MiB";
		document->fault_line = document->first_line;
		return DOCUMENT_LOST;
	}
	return document->depth ? DOCUMENT_OPEN : DOCUMENT_WHOLE;
}

/* JSON may have a NUL in a text; texts here end at one. */
static void find_fault(struct document *document)
{
	if (!document->checker.is_nul)
		return;
	document->fault = "a JSON document with a NUL in a text (\\u0000)";
	document->fault_line = document->first_line + document->checker.lines;
}

enum document_state document_add(struct document *document, const struct line *line)
{
	size_t depth = document->depth;

	if (depth == 0 && (line->cut || !begins_document(line->text)))
		return DOCUMENT_NONE;
	if (depth == 0) {
		document_clear(document);
		document->first_line = line->number;
	}
	text_add_bytes(&document->text, line->text.start, slice_length(line->text));
	text_add_char(&document->text, line->overwritten ? '\r' : '\n');
	if (line->cut)
		return DOCUMENT_LOST;
	if (!document->is_broken && !check(document)) {
		document->is_broken = true;
		find_fault(document);
	}
	if (document->is_broken)
		document->depth = depth_behind(depth, line->text);
	return state_of(document);
}

static bool begins_line(struct slice before)
{
	while (slice_length(before) && (before.end[-1] == ' ' || before.end[-1] == '\t'))
		before.end--;
	return slice_is_empty(before) || before.end[-1] == '\n';
}

/* No line ends in a return, or may begin with a stamp: other things before a line are no JSON. */
static bool is_plain(struct slice text)
{
	struct slice at = text;

	if (memchr(text.start, '\r', slice_length(text)))
		return false;
	while ((at.start = memchr(at.start, '[', slice_length(at)))) {
		const char *bracket = at.start++;

		if (!slice_is_empty(at) && *at.start >= '0' && *at.start <= '9' &&
			begins_line((struct slice){ text.start, bracket }))
			return false;
	}
	return true;
}

/* Goes back to where the document had length bytes, which are known to be fine. */
static void go_back(struct document *document, size_t length)
{
	text_cut(&document->text, length);
	document->checker = (struct json_checker){ .at = 0 };
	json_outline_clear(&document->outline);
	check(document);
}

/* The lines behind the document's own were added, too. */
static void cut_behind(struct document *document)
{
	const char *end = document->text.data + document->checker.at;
	const char *newline = memchr(end, '\n', document->text.length - document->checker.at);

	text_cut(&document->text, (size_t)(newline + 1 - document->text.data));
}

/* Whole lines, about as much as the document has already: a short one does not pay for what is behind it. */
static struct slice lines_to_try(const struct document *document, struct slice block)
{
	size_t limit = document->text.length < LEAST_TRIED ? LEAST_TRIED : document->text.length;
	const char *newline;

	if (slice_length(block) <= limit)
		return block;
	newline = memrchr(block.start, '\n', limit);
	return (struct slice){ block.start, newline ? newline + 1 : block.start };
}

enum document_state document_add_block(struct document *document, struct block *block)
{
	struct slice lines = lines_to_try(document, block->text);
	size_t before = document->text.length;

	if (document->is_broken || document->by_line || slice_is_empty(lines))
		return DOCUMENT_OPEN;
	text_reserve(&document->text, slice_length(block->text)); /* most of them follow */
	text_add_bytes(&document->text, lines.start, slice_length(lines));
	if (!is_plain(lines) || !check(document)) {
		document->by_line = true;
		go_back(document, before);
		return DOCUMENT_OPEN;
	}
	if (document->depth == 0)
		cut_behind(document);
	block->text.start += document->text.length - before;
	block->number = document_last_line(document) + 1;
	return state_of(document);
}

size_t document_last_line(const struct document *document)
{
	return document->first_line + document->checker.lines - (document->depth != 0);
}

struct json *document_parse(const struct document *document)
{
	if (document->is_broken)
		return NULL;
	return json_of_text(whole_text(document), &document->outline, document->first_line);
}

bool document_next_line(const struct document *document, const char **at, struct line *line)
{
	const char *end = document->text.data + document->text.length;
	const char *start = *at ? *at : document->text.data;
	size_t number = *at ? line->number + !line->overwritten : document->first_line;
	const char *newline, *behind;

	if (start == end)
		return false;
	newline = memchr(start, '\n', (size_t)(end - start));
	behind = memchr(start, '\r', (size_t)((newline ? newline : end) - start));
	if (!behind)
		behind = newline;
	*line = (struct line){
		.text = { start, behind },
		.number = number,
		.overwritten = behind != newline,
		.overwrites = *at && line->overwritten,
	};
	*at = behind + 1;
	return true;
}

void document_clear(struct document *document)
{
	struct text text = document->text;
	struct json_outline outline = document->outline;

	text_clear(&text);
	json_outline_clear(&outline);
	*document = (struct document){ .text = text, .outline = outline };
}

void document_release(struct document *document)
{
	text_release(&document->text);
	json_outline_release(&document->outline);
	document_clear(document);
}
