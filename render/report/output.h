/* SPDX-License-Identifier: GPL-3.0-or-later */
/* output - what a renderer made, to where it was asked for */
#ifndef RENDER_REPORT_OUTPUT_H
#define RENDER_REPORT_OUTPUT_H

#include <stdio.h>

#include "core/text.h"
#include "render/report/pipeline.h"

struct output {
	const char *path;
	FILE *file; /* to write to */
	struct draft draft;
	bool is_draft; /* the file is one of its own, and takes its place in the end */
};

/*
 * Begins to write to standard output (path NULL or "-") or as that file, whole or
 * not at all; what is no regular file, such as a pipe, is written to as it is.
 * Ends the program when that cannot be.
 */
void output_begin(struct output *output, const char *path);

/* Ends the writing; and the program, when that failed, or why (NULL: nothing) says that the bytes are not good. */
void output_end(struct output *output, const char *why);

/* Writes the bytes so. */
void output_write(const char *path, struct text *bytes);

#endif
