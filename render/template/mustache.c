/* SPDX-License-Identifier: GPL-3.0-or-later */
/* mustache - fills templates with JSON: a subset of Mustache (mustache.5) */
#include "render/template/mustache.h"

#include <stdlib.h>
#include <string.h>

#include "core/index.h"
#include "core/memory.h"
#include "core/message.h"
#include "core/number.h"
#include "render/template/parse.h"
#include "render/template/value.h"

enum {
	MOST_PARTIALS = 64, /* partials within partials: one may name itself */
	FLUSHED = 256 * 1024,
};

/* What names are looked up in, from the inside out. */
struct context {
	const char *value;
	const struct context *outer;
};

struct renderer {
	const struct mustache *mustache;
	struct text *out;
	struct index names;
	struct template **templates; /* as many as there are names */
	struct text indent;          /* what each line begins with: blanks before the partial */
	struct text plain;           /* a value, before it is escaped */
	struct value_walk last;      /* the array shown last */
	size_t depth;
};

/* The first part of a dotted name, which is cut off it. */
static struct slice cut_part(struct slice *name)
{
	const char *dot = memchr(name->start, '.', slice_length(*name));
	struct slice part = { name->start, dot ? dot : name->end };

	name->start = dot ? dot + 1 : name->end;
	return part;
}

/* The first part is looked for in every context, each further one in what was found. */
static const char *find(const struct context *context, struct slice name)
{
	const char *value = NULL;
	struct slice first;

	if (slice_equals(name, "."))
		return context->value;
	first = cut_part(&name);
	for (; context && !value; context = context->outer)
		value = value_member(context->value, first);
	while (value && !slice_is_empty(name))
		value = value_member(value, cut_part(&name));
	return value;
}

/* null, or a number that JSON has and no double */
static bool is_nothing(const char *value)
{
	double number;
	bool boolean;

	return !value_is_text(value) && !value_number(value, &number) &&
	       !value_boolean(value, &boolean) && !value_is_array(value) && !value_is_object(value);
}

static bool is_true(const char *value)
{
	bool boolean;

	if (value_is_array(value))
		return value_first(value) != NULL;
	if (value_boolean(value, &boolean))
		return boolean;
	return !is_nothing(value);
}

static void add_value(struct renderer *renderer, const struct template *template,
	const struct token *token, const char *value)
{
	char number_text[NUMBER_SIZE + 1];
	double number;
	bool boolean;

	if (value_is_array(value) || value_is_object(value))
		die("%s:%zu: %.*s is not one value", template->name, token->line,
			(int)slice_length(token->text), token->text.start);
	if (value_is_text(value) && token->kind == TOKEN_VALUE) {
		text_clear(&renderer->plain);
		value_add_text(&renderer->plain, value);
		renderer->mustache->escape(renderer->out, renderer->plain.data);
	} else if (value_is_text(value)) {
		value_add_text(renderer->out, value);
	} else if (value_number(value, &number)) {
		number_text[number_write(number_text, number)] = '\0';
		text_add(renderer->out, number_text);
	} else if (value_boolean(value, &boolean)) {
		text_add(renderer->out, boolean ? "true" : "false");
	}
}

static const struct template *template_of(
	struct renderer *renderer, const char *name, const char *whose, size_t line)
{
	size_t known = renderer->names.count;
	size_t number = index_add(&renderer->names, slice_of(name));
	const char *text;

	if (number < known)
		return renderer->templates[number];
	text = renderer->mustache->text_of(name);
	if (!text)
		die("%s:%zu: there is no template '%s'", whose, line, name);
	renderer->templates = memory_resize(
		renderer->templates, known + 1, sizeof *renderer->templates);
	renderer->templates[known] = memory_allocate(1, sizeof **renderer->templates);
	template_parse(renderer->templates[known], renderer->names.keys[known], text);
	return renderer->templates[known];
}

static void render_tokens(struct renderer *renderer, const struct template *template, size_t from,
	size_t to, const struct context *context);

static void render_partial(struct renderer *renderer, const struct template *template,
	const struct token *token, const struct context *context)
{
	char *name = slice_copy(token->text);
	const struct template *partial = template_of(renderer, name, template->name, token->line);
	struct text outer = renderer->indent;

	if (++renderer->depth > MOST_PARTIALS)
		die("%s:%zu: templates within templates, more than %d deep", template->name,
			token->line, MOST_PARTIALS);
	text_init(&renderer->indent);
	if (token->indent.start) {
		text_add_bytes(&renderer->indent, outer.data, outer.length);
		text_add_bytes(&renderer->indent, token->indent.start, slice_length(token->indent));
	}
	render_tokens(renderer, partial, 0, partial->count, context);
	text_release(&renderer->indent);
	renderer->indent = outer;
	renderer->depth--;
	free(name);
}

static void render_section(struct renderer *renderer, const struct template *template, size_t place,
	const struct context *context)
{
	const struct token *token = &template->tokens[place];
	const char *value = find(context, token->text);
	struct context inner = { value, context };

	if (token->kind == TOKEN_INVERTED) {
		if (!is_true(value))
			render_tokens(renderer, template, place + 1, token->end, context);
		return;
	}
	if (!is_true(value))
		return;
	if (!value_is_array(value)) {
		render_tokens(renderer, template, place + 1, token->end, &inner);
		return;
	}
	inner.value = value_first(value);
	while (inner.value) {
		render_tokens(renderer, template, place + 1, token->end, &inner);
		inner.value = value_next(value, inner.value, &renderer->last);
	}
}

static void render_tokens(struct renderer *renderer, const struct template *template, size_t from,
	size_t to, const struct context *context)
{
	for (size_t i = from; i < to; i++) {
		const struct token *token = &template->tokens[i];

		if (renderer->mustache->flush && renderer->out->length >= FLUSHED)
			renderer->mustache->flush(renderer->out, renderer->mustache->context);
		if (token->begins_line)
			text_add_bytes(
				renderer->out, renderer->indent.data, renderer->indent.length);
		switch (token->kind) {
		case TOKEN_TEXT:
			text_add_bytes(renderer->out, token->text.start, slice_length(token->text));
			break;
		case TOKEN_VALUE:
		case TOKEN_RAW:
			add_value(renderer, template, token, find(context, token->text));
			break;
		case TOKEN_SECTION:
		case TOKEN_INVERTED:
			render_section(renderer, template, i, context);
			i = token->end;
			break;
		case TOKEN_PARTIAL:
			render_partial(renderer, template, token, context);
			break;
		case TOKEN_END:
			break;
		}
	}
}

void mustache_render(
	struct text *out, const struct mustache *mustache, const char *name, const char *data)
{
	struct renderer renderer = {
		.mustache = mustache, .out = out, .indent = TEXT_INIT, .plain = TEXT_INIT
	};
	struct context context = { value_of(data), NULL };
	const struct template *template = template_of(&renderer, name, name, 0);

	render_tokens(&renderer, template, 0, template->count, &context);
	for (size_t i = 0; i < renderer.names.count; i++) {
		template_release(renderer.templates[i]);
		free(renderer.templates[i]);
	}
	free(renderer.templates);
	index_release(&renderer.names);
	text_release(&renderer.indent);
	text_release(&renderer.plain);
}
