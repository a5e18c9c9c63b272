/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * draft - a file that is written whole or not at all
 */
#ifndef CORE_DRAFT_H
#define CORE_DRAFT_H

#include <stdbool.h>

#include "core/text.h"

/* A file in the making: beside its final place, until draft_publish(). */
struct draft {
	char *path;     /* where it will be */
	char *interim;  /* where it is now; NULL once published or dropped */
	int descriptor; /* that it is written with */
};

/* Whether what stands at a path is a device, a pipe or the like, which no file may replace. */
bool draft_is_no_file(const char *path);

/* Begins the draft of folder/name, an empty file of its own. */
void draft_init(struct draft *draft, const char *folder, const char *name);

/* The same of a path. */
void draft_init_at(struct draft *draft, const char *path);

/* Adds bytes to the draft; false, after a warning, when that fails. */
bool draft_write(const struct draft *draft, const struct text *bytes);

/* Puts the draft into its place. */
void draft_publish(struct draft *draft);

/* Removes what was written, unless it was published, and frees the names. */
void draft_release(struct draft *draft);

#endif
