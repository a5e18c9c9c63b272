/* SPDX-License-Identifier: GPL-3.0-or-later */
/* place - where a log lies among others: what its path says, and what lies beside it */
#include "ingest/log/place.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ingest/log/job_log.h"
#include "ingest/log/layout.h"

void place_enter(struct place *place, const char *folder)
{
	place->real_folder = realpath(folder, NULL);
	place->folder_length = strlen(folder);
	while (place->folder_length && folder[place->folder_length - 1] == '/')
		place->folder_length--;
	place->folder_length++;
}

void place_leave(struct place *place)
{
	free(place->real_folder);
	place->real_folder = NULL;
}

/*
 * The path with the real one in place of the folder that is walked: "./dd/1.log"
 * says by itself no system. NULL where no folder is walked.
 */
static const char *real_path(struct place *place, const char *path)
{
	struct text *real = &place->real;

	if (!place->real_folder)
		return NULL;
	text_clear(real);
	text_add(real, place->real_folder);
	text_add_char(real, '/');
	text_add(real, path + place->folder_length);
	return real->data;
}

/* "." and ".." are no names. */
static bool begins_with_dots(const char *path)
{
	return strcmp(path, ".") == 0 || strcmp(path, "..") == 0 || strncmp(path, "./", 2) == 0 ||
	       strncmp(path, "../", 3) == 0;
}

/* What the layout makes of the path, or of its real one. */
static bool fits_layout(struct place *place, const char *path, struct layout_match *match)
{
	const char *real;

	if (!(place->real_folder && begins_with_dots(path)) &&
		layout_matches(place->layout, path, place->experiment, match))
		return true;
	real = real_path(place, path);
	return real && layout_matches(place->layout, real, place->experiment, match);
}

/* NULL for no name at all. */
static const char *keep_name(struct text *kept, struct slice name)
{
	if (slice_is_empty(name))
		return NULL;
	text_clear(kept);
	text_add_bytes(kept, name.start, slice_length(name));
	return kept->data;
}

bool place_read(struct place *place, const char *path, struct place_names *names)
{
	struct layout_match match;
	uint64_t run;

	*names = (struct place_names){ .run = NAN };
	if (!fits_layout(place, path, &match))
		return false;
	names->system = keep_name(&place->system, match.system);
	names->test = keep_name(&place->test, match.test);
	if (scan_integer(&match.run, &run))
		names->run = (double)run;
	return true;
}

char *place_folder_name(struct place *place, const char *path)
{
	const char *real = begins_with_dots(path) ? real_path(place, path) : NULL;
	struct slice folder = slice_of(real ? real : path);
	const char *slash = slice_find_last(folder, "/");
	char *name = NULL;

	if (slash) {
		folder.end = slash;
		slash = slice_find_last(folder, "/");
		if (slash)
			folder.start = slash + 1;
		name = slice_copy(folder);
	}
	return name;
}

/* "results/Kata/dd/1.log.gz", and a "1_clat.2.log" of fio's, have "results/Kata/dd/1.json" beside them. */
bool place_companion(const char *path, struct text *companion)
{
	const char *slash = strrchr(path, '/');
	const char *suffix = slice_find_last(slice_of(slash ? slash : path), ".log");
	struct slice stem = slice_of(path);
	struct job_log log;

	if (job_log_scan(path, &log))
		stem = log.stem;
	else if (suffix)
		stem.end = suffix;
	else
		return false;
	text_clear(companion);
	text_add_bytes(companion, stem.start, slice_length(stem));
	text_add(companion, ".json");
	return true;
}

void place_release(struct place *place)
{
	text_release(&place->real);
	text_release(&place->system);
	text_release(&place->test);
}
