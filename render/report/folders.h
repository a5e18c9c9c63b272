/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * folders - made on the way to what is put into them, and taken back
 */
#ifndef RENDER_REPORT_FOLDERS_H
#define RENDER_REPORT_FOLDERS_H

#include <stdbool.h>

#include "core/lists.h"

/*
 * Makes a folder and those above it, and adds those that were not there to made, which owns
 * them (NULL: they are not asked for); ends the program when that fails.
 */
void folders_make(const char *path, struct strings *made);

/* Removes those that were made and have nothing in them, and empties the list. */
void folders_remove(struct strings *made);

/* Whether the path is the folder or lies in it, whatever links lead there; it need not be there yet. */
bool folders_has(const char *folder, const char *path);

#endif
