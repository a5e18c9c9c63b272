/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * manual - pages of the manual, in man(7)'s roff, from the tables that --help is printed from
 */
#ifndef CORE_MANUAL_H
#define CORE_MANUAL_H

#include "core/program.h"
#include "core/text.h"

/* A page's head and its NAME; the name is "benchpipe-stats", the summary has no full stop. */
void manual_begin(struct text *out, const char *name, const char *summary);

void manual_section(struct text *out, const char *title);

/* The SYNOPSIS; words in capital letters stand for what is put in their place. */
void manual_synopsis(struct text *out, const char *command, const char *arguments);

/* Text that is filled. */
void manual_paragraph(struct text *out, const char *text);

/* An item of a list: what it is about, bold, and what is said of it. */
void manual_item(struct text *out, const char *name, const char *text);

/* The page of a verb: its own options, then the common ones. */
void manual_of_program(
	struct text *out, const struct program *program, const struct option_spec *common_options);

#endif
