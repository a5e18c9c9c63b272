/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * place - where a log lies among others: what its path says, and what lies beside it
 */
#ifndef INGEST_LOG_PLACE_H
#define INGEST_LOG_PLACE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/experiment.h"
#include "core/text.h"

struct place {
	const char *layout;
	const struct experiment *experiment;

	/* The folder that is walked: its real path (NULL: none), and the length of what paths begin with for it. */
	char *real_folder;
	size_t folder_length;

	/* Of the path that was read last. */
	struct text real;
	struct text system;
	struct text test;
};

/* What a path says, until the next one is read; NULL and NaN for what it does not. */
struct place_names {
	const char *system;
	const char *test;
	double run;
};

/* A folder is about to be walked, or no more. */
void place_enter(struct place *place, const char *folder);
void place_leave(struct place *place);

/* False when the path does not fit the layout: then it names nothing. */
bool place_read(struct place *place, const char *path, struct place_names *names);

/* The name of the folder that holds path, which the caller frees; NULL when the path says none. */
char *place_folder_name(struct place *place, const char *path);

/* The path of RUN.json, in which a runner tells of the log; false when the log is not called so that it has one. */
bool place_companion(const char *path, struct text *companion);

void place_release(struct place *place);

#endif
