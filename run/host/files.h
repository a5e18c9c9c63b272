/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * files - the files that a system needs, where they are on this machine
 */
#ifndef RUN_HOST_FILES_H
#define RUN_HOST_FILES_H

#include "core/lists.h"
#include "core/text.h"

/*
 * Adds them as words for a shell. A name is a program on PATH, or in a folder
 * of administrators' programs; one that is not there is left as it is, and will
 * be missed. A path is left out when it is not there: distributions differ.
 */
void files_add(struct text *out, const struct strings *files);

/* The program's path, which the caller frees; NULL when there is none. */
char *files_find_program(const char *name);

#endif
