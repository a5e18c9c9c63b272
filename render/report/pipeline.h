/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * pipeline - running other verbs
 */
#ifndef RENDER_REPORT_PIPELINE_H
#define RENDER_REPORT_PIPELINE_H

#include "core/draft.h"
#include "core/record.h"
#include "core/text.h"

/*
 * Runs a verb with arguments (its name not among them), its standard input from
 * the file input (NULL: nothing), and writes what it prints to the draft (NULL: drops it). False
 * when that cannot be had: the verb or this program has said why. A verb that
 * ends with EXIT_DATA marks the data as wrong.
 */
bool pipeline_run(const char *verb, const struct strings *arguments, const char *input,
	const struct draft *output);

/* Adds an option and its value to a verb's arguments; nothing when the value is NULL. */
void pipeline_add_option(struct strings *arguments, const char *name, const char *value);

/* Copies a file ("-" is standard input) to the end of the draft; false when that fails. */
bool pipeline_copy(const char *path, const struct draft *output);

#endif
