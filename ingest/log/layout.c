/* SPDX-License-Identifier: GPL-3.0-or-later */
/* layout - how the path of a log names its system, test and run */
#include "ingest/log/layout.h"

#include <stdlib.h>
#include <string.h>

#include "ingest/log/job_log.h"

enum { MAX_STEPS = 100000 }; /* of backtracking: a hostile name must not take for ever */

struct search {
	const struct experiment *experiment;
	struct layout_match current;
	struct layout_match best;
	size_t found;
	int best_known; /* of the best's system and test, once there is another to compare it with */
	size_t steps;
};

static const char *const field_names[] = { "system", "test", "run", "" };

/* The field that at begins with, moved behind it: an index of field_names, or -1. */
static int scan_field(struct slice *at)
{
	for (int i = 0; i < (int)(sizeof field_names / sizeof *field_names); i++) {
		struct slice rest = *at;

		if (scan_char(&rest, '{') && scan_text(&rest, field_names[i]) &&
			scan_char(&rest, '}')) {
			*at = rest;
			return i;
		}
	}
	return -1;
}

const char *layout_check(const char *layout)
{
	struct slice at = slice_of(layout);
	bool behind_field = false;

	if (slice_is_empty(at))
		return "it is empty";
	while (!slice_is_empty(at)) {
		bool is_field = *at.start == '{';

		if (is_field && behind_field)
			return "two fields with nothing between them";
		if (is_field && scan_field(&at) < 0)
			return "a field other than {system}, {test}, {run} and {}";
		if (!is_field)
			at.start++;
		behind_field = is_field;
	}
	return NULL;
}

static bool is_known_test(const struct search *search, struct slice name)
{
	for (size_t i = 0; i < search->experiment->test_count; i++)
		if (slice_equals(name, search->experiment->tests[i].name))
			return true;
	return false;
}

static bool is_known_system(const struct search *search, struct slice name)
{
	char *copy = slice_copy(name);
	bool known = experiment_system_order(search->experiment, copy) <
		     search->experiment->system_count;

	free(copy);
	return known;
}

static int count_known(const struct search *search, const struct layout_match *match)
{
	return is_known_system(search, match->system) + is_known_test(search, match->test);
}

static void found(struct search *search)
{
	int known;

	if (search->found++ == 0) {
		search->best = search->current;
		return;
	}
	if (search->found == 2)
		search->best_known = count_known(search, &search->best);
	known = count_known(search, &search->current);
	if (known <= search->best_known)
		return;
	search->best_known = known;
	search->best = search->current;
}

/* Whether what follows a field in the layout may stand at rest: text, or the end. */
static bool may_follow(struct slice layout, struct slice rest)
{
	if (slice_is_empty(layout) || slice_is_empty(rest))
		return slice_is_empty(layout) && slice_is_empty(rest);
	return *layout.start == *rest.start;
}

static void match(struct search *search, struct slice layout, struct slice path);

/* Tries every length of the field at the beginning of path. */
static void match_field(struct search *search, int field, struct slice layout, struct slice path)
{
	struct slice *const places[] = { &search->current.system, &search->current.test,
		&search->current.run, NULL };
	struct slice value = { path.start, path.start };

	for (; value.end < path.end && *value.end != '/'; value.end++) {
		struct slice rest = { value.end + 1, path.end };

		if (places[field] == &search->current.run && (*value.end < '0' || *value.end > '9'))
			return;
		if (!may_follow(layout, rest))
			continue;
		if (places[field])
			*places[field] = (struct slice){ value.start, rest.start };
		match(search, layout, rest);
	}
}

static void match(struct search *search, struct slice layout, struct slice path)
{
	int field;

	if (++search->steps > MAX_STEPS)
		return;
	while (!slice_is_empty(layout) && *layout.start != '{') {
		if (!scan_char(&path, *layout.start))
			return;
		layout.start++;
	}
	if (slice_is_empty(layout)) {
		if (slice_is_empty(path))
			found(search);
		return;
	}
	field = scan_field(&layout);
	if (field >= 0)
		match_field(search, field, layout, path);
}

/* Tries the layout on the end of the path that has as many components: no field holds a slash. */
static void match_end(struct search *search, struct slice layout, struct slice path)
{
	struct slice nothing = { path.end, path.end };
	struct slice tail = nothing;
	size_t slashes = 0;

	for (const char *c = layout.start; c < layout.end; c++)
		slashes += *c == '/';
	while (tail.start > path.start && (tail.start[-1] != '/' || slashes--))
		tail.start--;
	search->current = (struct layout_match){ nothing, nothing, nothing };
	match(search, layout, tail);
}

/* ".log" is the ending of "{system}/{test}/{run}.log". */
static bool cut_ending(struct slice *layout)
{
	const char *point = slice_find_last(*layout, ".");

	if (!point || point == layout->start || memchr(point, '/', (size_t)(layout->end - point)))
		return false;
	layout->end = point;
	return true;
}

/* fio's STEM_clat.1.log lies where its output is STEM.log, or whatever the layout ends in. */
static void match_job_log(struct search *search, struct slice layout, const char *path)
{
	struct job_log log;

	if (!job_log_scan(path, &log))
		return;
	match_end(search, layout, log.stem);
	if (search->found == 0 && cut_ending(&layout))
		match_end(search, layout, log.stem);
}

/* Whether the path ends as every one does that fits: in what stands behind the layout's last field. */
static bool ends_alike(const char *layout, struct slice path)
{
	const char *field = strrchr(layout, '}');

	return slice_ends_with(path, field ? field + 1 : layout);
}

bool layout_matches(const char *layout, const char *path, const struct experiment *experiment,
	struct layout_match *result)
{
	struct search search = { .experiment = experiment };
	struct slice whole = slice_of(path);
	struct slice unpacked = whole;

	if (slice_ends_with(whole, ".gz") || slice_ends_with(whole, ".xz"))
		unpacked.end -= strlen(".gz");
	match_job_log(&search, slice_of(layout), path);
	if (search.found == 0 && ends_alike(layout, unpacked))
		match_end(&search, slice_of(layout), unpacked);
	if (search.found == 0 && ends_alike(layout, whole))
		match_end(&search, slice_of(layout), whole);
	*result = search.best;
	return search.found > 0;
}
