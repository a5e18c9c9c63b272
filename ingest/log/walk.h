/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * walk - the files below a folder, in the order people count in
 *
 * Memory is in proportion to the names in one folder and in those above it.
 */
#ifndef INGEST_LOG_WALK_H
#define INGEST_LOG_WALK_H

#include <stdbool.h>
#include <stddef.h>

/* Numbers within names compare as numbers: "2.log" before "10.log". */
int walk_compare_names(const char *a, const char *b);

/* The names in a folder, hidden ones and other folders among them. */
struct walk_folder;

struct walk_file {
	const char *path;
	const struct walk_folder *folder; /* that it lies in */
	const char *error;   /* NULL: it is a file; otherwise a folder, and why it cannot be read */
	const char *special; /* "a socket": not to be opened; NULL: no such thing */
};

/* Whether there is that path, which is one in the folder, though it may be a link to nothing. */
bool walk_has_name(const struct walk_folder *folder, const char *path);

/* The same, but for what is not to be opened. */
bool walk_has_file(const struct walk_folder *folder, const char *path);

/*
 * Calls visit for every file below folder, special ones too but hidden ones left
 * out, for every link to one, to a folder (which is not followed) or to nothing,
 * and for every folder that cannot be read.
 */
void walk(const char *folder, void (*visit)(const struct walk_file *file, void *context),
	void *context);

#endif
