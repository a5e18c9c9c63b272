/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * mustache - fills templates with JSON: a subset of Mustache (mustache.5)
 *
 * docs/TEMPLATES.md is its manual. A value is only ever put into the output: it
 * is never read as a template, whatever it holds. What is wrong with a template
 * ends the program with the template's name and the line.
 */
#ifndef RENDER_TEMPLATE_MUSTACHE_H
#define RENDER_TEMPLATE_MUSTACHE_H

#include "core/text.h"

struct mustache {
	/* The text of a template, which lives as long as the rendering; NULL when there is none. */
	const char *(*text_of)(const char *name);

	/* Adds a value in such a way that the output's format takes it as text. */
	void (*escape)(struct text *out, const char *value);

	/* Takes what was rendered so far, now and then, and empties it; NULL: all stays in out. */
	void (*flush)(struct text *out, void *context);
	void *context;
};

/* Adds the template of that name, filled with data, the text of a JSON object. */
void mustache_render(
	struct text *out, const struct mustache *mustache, const char *name, const char *data);

#endif
