/* SPDX-License-Identifier: GPL-3.0-or-later */
/* parse - the text of a template, as tokens */
#include "render/template/parse.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "core/message.h"

enum { MOST_NESTED = 64 }; /* sections within sections */

struct parser {
	struct template *template;
	const char *start;
	const char *at;
	size_t line;
	bool at_line_start;       /* nothing was put out since the last newline */
	size_t open[MOST_NESTED]; /* the sections that are not yet closed */
	size_t depth;
};

/* A tag as it stands in the text. */
struct tag {
	char sign; /* '\0' for a value, '{' for a raw one */
	struct slice name;
	struct slice whole; /* with its braces */
};

static struct token *add_token(struct parser *parser, enum token_kind kind, struct slice text)
{
	struct template *template = parser->template;

	template->tokens = memory_reserve_one(
		template->tokens, template->count, &template->capacity, sizeof *template->tokens);
	template->tokens[template->count] = (struct token){
		.kind = kind,
		.text = text,
		.line = parser->line,
	};
	return &template->tokens[template->count++];
}

static void add_text(struct parser *parser, const char *end)
{
	while (parser->at < end) {
		const char *newline = memchr(parser->at, '\n', (size_t)(end - parser->at));
		struct slice line = { parser->at, newline ? newline + 1 : end };

		add_token(parser, TOKEN_TEXT, line)->begins_line = parser->at_line_start;
		parser->at_line_start = newline != NULL;
		parser->line += newline != NULL;
		parser->at = line.end;
	}
}

/* Whether the whole of the text between its braces may name something. */
static bool is_name(struct slice name)
{
	for (const char *c = name.start; c < name.end; c++)
		if (!isalnum((unsigned char)*c) && !strchr("_-./", *c))
			return false;
	return !slice_is_empty(name);
}

static size_t count_lines(const char *start, const char *end)
{
	size_t lines = 0;

	for (const char *c = start; c < end; c++)
		lines += *c == '\n';
	return lines;
}

static void read_tag(const struct parser *parser, const char *start, struct tag *tag)
{
	bool is_raw = start[2] == '{';
	const char *inside = start + (is_raw ? 3 : 2);
	const char *end = strstr(inside, is_raw ? "}}}" : "}}");
	const char *name = parser->template->name;
	size_t line = parser->line + count_lines(parser->at, start);

	if (!end)
		die("%s:%zu: a tag that is not closed", name, line);
	*tag = (struct tag){ '\0', { inside, end }, { start, end + (is_raw ? 3 : 2) } };
	if (is_raw)
		tag->sign = '{';
	else if (inside < end && strchr("#^/!>", *inside))
		tag->sign = *tag->name.start++;
	tag->name = slice_trim(tag->name);
	if (tag->sign != '!' && !is_name(tag->name))
		die("%s:%zu: '%.*s' is no tag of these templates", name, line,
			(int)slice_length(tag->whole), start);
}

/* The beginning of the line when nothing but blanks stands before the tag, or NULL. */
static const char *line_start(const struct parser *parser, const struct tag *tag)
{
	const char *c = tag->whole.start;

	while (c > parser->start && (c[-1] == ' ' || c[-1] == '\t'))
		c--;
	return c == parser->start || c[-1] == '\n' ? c : NULL;
}

/* The beginning of the next line when nothing but blanks stands behind the tag, or NULL. */
static const char *next_line(const struct tag *tag)
{
	const char *c = tag->whole.end + strspn(tag->whole.end, " \t");

	if (c[0] == '\r' && c[1] == '\n')
		c++;
	return *c == '\n' ? c + 1 : *c == '\0' ? c : NULL;
}

static void open_section(struct parser *parser)
{
	if (parser->depth == MOST_NESTED)
		die("%s:%zu: sections within sections, more than %d deep", parser->template->name,
			parser->line, MOST_NESTED);
	parser->open[parser->depth++] = parser->template->count - 1;
}

static void close_section(struct parser *parser, const struct tag *tag)
{
	const char *name = parser->template->name;
	struct token *begin;

	if (parser->depth == 0)
		die("%s:%zu: {{/%.*s}} closes nothing", name, parser->line,
			(int)slice_length(tag->name), tag->name.start);
	begin = &parser->template->tokens[parser->open[--parser->depth]];
	begin->end = parser->template->count - 1;
	if (slice_length(begin->text) != slice_length(tag->name) ||
		memcmp(begin->text.start, tag->name.start, slice_length(tag->name)) != 0)
		die("%s:%zu: {{/%.*s}} where {{/%.*s}} of line %zu is expected", name, parser->line,
			(int)slice_length(tag->name), tag->name.start,
			(int)slice_length(begin->text), begin->text.start, begin->line);
}

static enum token_kind kind_of(const struct tag *tag)
{
	switch (tag->sign) {
	case '#':
		return TOKEN_SECTION;
	case '^':
		return TOKEN_INVERTED;
	case '/':
		return TOKEN_END;
	case '>':
		return TOKEN_PARTIAL;
	case '{':
		return TOKEN_RAW;
	default:
		return TOKEN_VALUE;
	}
}

/* A tag that stands alone on its line has an indent, and puts nothing out itself. */
static void add_tag(struct parser *parser, const struct tag *tag, struct slice indent)
{
	struct token *token;

	if (tag->sign == '!')
		return;
	token = add_token(parser, kind_of(tag), tag->name);
	if (indent.start) {
		token->indent = indent;
	} else {
		token->begins_line = parser->at_line_start;
		parser->at_line_start = false;
	}
	if (token->kind == TOKEN_SECTION || token->kind == TOKEN_INVERTED)
		open_section(parser);
	else if (token->kind == TOKEN_END)
		close_section(parser, tag);
}

static void take_tag(struct parser *parser, const char *start)
{
	struct slice indent = { NULL, NULL };
	struct tag tag;
	const char *line;
	const char *end;

	read_tag(parser, start, &tag);
	line = tag.sign && tag.sign != '{' ? line_start(parser, &tag) : NULL;
	end = line ? next_line(&tag) : NULL;
	if (end)
		indent = (struct slice){ line, start };
	add_text(parser, end ? line : start);
	add_tag(parser, &tag, indent);
	parser->at = end ? end : tag.whole.end;
	parser->line += count_lines(start, parser->at);
}

void template_parse(struct template *template, const char *name, const char *text)
{
	struct parser parser = {
		.template = template, .start = text, .at = text, .line = 1, .at_line_start = true
	};
	const char *start;

	*template = (struct template){ .name = name };
	while ((start = strstr(parser.at, "{{")))
		take_tag(&parser, start);
	add_text(&parser, parser.at + strlen(parser.at));
	if (parser.depth) {
		const struct token *begin = &template->tokens[parser.open[parser.depth - 1]];

		die("%s:%zu: the section %.*s is not closed", name, begin->line,
			(int)slice_length(begin->text), begin->text.start);
	}
}

void template_release(struct template *template)
{
	free(template->tokens);
	*template = (struct template){ 0 };
}
