/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * folder - the results folder, in which a run is there whole or not at all
 *
 * What a run leaves is written in RESULTS/.run and renamed into its place:
 * RUN.json first, then RUN.log. With both it is complete.
 */
#ifndef RUN_RECORD_FOLDER_H
#define RUN_RECORD_FOLDER_H

#include <stdbool.h>

#include "core/json.h"
#include "core/text.h"
#include "run/plan/plan.h"
#include "run/plan/setting.h"

/*
 * Makes the folder, and keeps every other runner out of it: one that is in it
 * already ends the program. Returns what holds the lock.
 */
int folder_open(const struct setting *setting);

/* Removes RESULTS/.run and lets others in. */
void folder_close(const struct setting *setting, int lock);

/* Whether the step was run. A log without RUN.json is somebody else's, and is not touched. */
bool folder_has(const struct setting *setting, const struct step *step);

/* Whether RUN.json says that the step, which was run, came to its limit. */
bool folder_timed_out(const struct setting *setting, const struct step *step);

/* An empty log in the making; -1 with errno set. */
int folder_begin_log(const struct setting *setting);

/*
 * Puts RUN.json, and the log if there is one, into their place. False, with
 * errno set, when that fails.
 */
bool folder_publish(
	const struct setting *setting, const struct step *step, const struct text *json, int log);

/*
 * Where a file such as "machine.json" lies; system is NULL for one of the whole experiment.
 * The caller frees it.
 */
char *folder_path(
	const struct setting *setting, const struct experiment_system *system, const char *name);

/* What a JSON file holds, to be freed by json_free(); NULL when there is none that can be read. */
struct json *folder_read(const char *path);

/* folder_publish() of a file such as "machine.json", with the path that folder_path() gives. */
bool folder_write(const struct setting *setting, const struct experiment_system *system,
	const char *name, const struct text *content);

/* Removes all that is in a folder. */
void folder_empty(const char *path);

#endif
