/* SPDX-License-Identifier: GPL-3.0-or-later */
/* appendix - the parts of a story that list what the records hold besides results */
#include "render/report/story/appendix.h"

#include <stdlib.h>

#include "core/program.h"
#include "render/report/cell.h"
#include "render/report/changes.h"
#include "render/report/courses.h"
#include "render/report/listings.h"
#include "render/report/story/logs.h"

/* A section that is words, if any, and a grid: without rows there is none. */
static void tell_listing(
	struct teller *teller, const char *kind, const char *title, struct grid *grid)
{
	if (grid_row_count(grid) == 0) {
		grid_release(grid);
		return;
	}
	teller_begin(teller, kind, title);
	grid_set_caption(grid, "%s", title);
	teller_grid(teller, grid);
	teller_end(teller);
}

void tell_notes(struct teller *teller)
{
	const struct book *book = teller->book;
	struct strings messages = { 0 };

	if (book->note_count == 0)
		return;
	for (size_t i = 0; i < book->note_count; i++)
		strings_add(&messages, book->notes[i].message);
	teller_begin(teller, "notes", "To be looked at");
	teller_list(teller, &messages);
	teller_end(teller);
	free(messages.items);
}

/* Whether the tables list every value already. */
static bool are_listed(const struct teller *teller)
{
	const struct book *book = teller->book;

	for (size_t i = 0; teller->is_listed && i < book->summary_count; i++)
		if (book->summaries[i].values.count > CELL_LIST_LIMIT ||
			!tables_show(&teller->tables, &book->summaries[i]))
			return false;
	return teller->is_listed;
}

/* How many differences there are of each verdict; false for none of those that are no result. */
static void count_changes(struct text *data, const struct book *book)
{
	static const char *const names[CHANGE_COUNT] = {
		[CHANGE_WORSE] = "worse",
		[CHANGE_SEEMS_WORSE] = "seem_worse",
		[CHANGE_BETTER] = "better",
		[CHANGE_SEEMS_BETTER] = "seem_better",
		[CHANGE_OTHER] = "changed",
		[CHANGE_UNDECIDED] = "undecided",
		[CHANGE_SAME] = "same",
		[CHANGE_LEFT_OUT] = "left_out",
		[CHANGE_GONE] = "gone",
		[CHANGE_NEW] = "new",
	};
	size_t counts[CHANGE_COUNT] = { 0 };

	for (size_t i = 0; i < book->difference_count; i++)
		counts[book->differences[i].verdict]++;
	json_open(data, NULL, '{');
	json_add_integer(data, "total", (long long)book->difference_count);
	for (int i = 0; i < CHANGE_COUNT; i++)
		if (counts[i] || i == CHANGE_WORSE || i == CHANGE_BETTER || i == CHANGE_SAME)
			json_add_integer(data, names[i], (long long)counts[i]);
		else
			json_add_boolean(data, names[i], false);
	json_close(data, '}');
}

void tell_differences_words(struct teller *teller)
{
	struct text data = TEXT_INIT;

	count_changes(&data, teller->book);
	teller_words(teller, "differences", &data);
	text_release(&data);
}

void tell_differences(struct teller *teller)
{
	struct grid grid = { 0 };

	if (teller->book->difference_count == 0)
		return;
	changes_fill(&grid, teller->book);
	teller_begin(teller, "differences", "Differences");
	tell_differences_words(teller);
	grid_set_caption(&grid, "From before to after");
	teller_grid(teller, &grid);
	teller_end(teller);
}

void tell_samples(struct teller *teller)
{
	struct grid grid = { 0 };

	if (are_listed(teller))
		return;
	listing_fill_samples(&grid, teller->book);
	tell_listing(teller, "samples", "Samples", &grid);
}

/* In a short story only what is not plainly steady is worth a word. */
void tell_series(struct teller *teller, enum story_length length)
{
	struct text data = TEXT_INIT;
	struct courses courses;
	struct grid grid = { 0 };

	courses_count(&courses, teller->book);
	courses_fill(&grid, &courses, teller->book, &teller->tables);
	json_open(&data, NULL, '{');
	json_add_integer(&data, "total", (long long)courses.total);
	json_add_integer(&data, "steady", (long long)courses.counts[COURSE_STEADY]);
	json_add_integer(&data, "undecided", (long long)courses.counts[COURSE_UNDECIDED]);
	json_add_integer(&data, "not_steady", (long long)courses.counts[COURSE_NOT_STEADY]);
	json_add_integer(&data, "too_short", (long long)courses.counts[COURSE_TOO_SHORT]);
	json_close(&data, '}');
	if (grid_row_count(&grid) || (courses.total && length == STORY_WHOLE)) {
		teller_begin(teller, "series", "Within the runs");
		teller_words(teller, "series", &data);
		grid_set_caption(&grid, "Series that are not plainly steady");
		teller_grid(teller, &grid);
		teller_end(teller);
	} else {
		grid_release(&grid);
	}
	courses_release(&courses);
	text_release(&data);
}

void tell_problems(struct teller *teller)
{
	struct grid grid = { 0 };

	listing_fill_problems(&grid, teller->book);
	tell_listing(teller, "problems", "Problems", &grid);
}

void tell_environment(struct teller *teller)
{
	struct grid common = { 0 };
	struct grid others = { 0 };

	listing_fill_common_facts(&common, teller->book);
	listing_fill_other_facts(&others, teller->book);
	if (grid_row_count(&common) + grid_row_count(&others) == 0) {
		grid_release(&common);
		grid_release(&others);
		return;
	}
	teller_begin(teller, "environment", "Environment");
	grid_set_caption(&common, "The same on every system");
	teller_grid(teller, &common);
	grid_set_caption(&others, "By system");
	teller_grid(teller, &others);
	teller_end(teller);
}

void tell_policy(struct teller *teller)
{
	struct grid grid = { 0 };

	listing_fill_policy(&grid, teller->book, &teller->tables);
	if (grid_row_count(&grid) == 0) {
		grid_release(&grid);
		return;
	}
	teller_begin(teller, "policy", "Policy");
	teller_words(teller, "policy", NULL);
	grid_set_caption(&grid, "Margins");
	teller_grid(teller, &grid);
	teller_end(teller);
}

/* The counts, and of which there is one only. */
static void add_counts(struct text *data, const struct logs *logs, const struct book *book)
{
	const struct {
		const char *name;
		size_t count;
	} counts[] = {
		{ "logs", logs->paths.count },
		{ "values", logs->values },
		{ "metrics", book->metric_count },
		{ "systems", book->systems.count },
		{ "tests", book->tests.count },
		{ "problems", book->problem_count },
	};
	const size_t total = sizeof counts / sizeof *counts;

	for (size_t i = 0; i < total; i++)
		json_add_integer(data, counts[i].name, (long long)counts[i].count);
	json_open(data, "one", '{');
	for (size_t i = 0; i < total; i++)
		json_add_boolean(data, counts[i].name, counts[i].count == 1);
	json_close(data, '}');
}

void tell_provenance(struct teller *teller)
{
	struct text data = TEXT_INIT;
	struct logs logs;

	logs_count(&logs, teller->book);
	json_open(&data, NULL, '{');
	json_add_text(&data, "version", BENCHPIPE_VERSION);
	if (logs.folder.length)
		json_add_text(&data, "folder", logs.folder.data);
	else
		json_add_boolean(&data, "folder", false);
	add_counts(&data, &logs, teller->book);
	json_close(&data, '}');
	if (logs.paths.count) {
		teller_begin(teller, "provenance", "Provenance");
		teller_words(teller, "provenance", &data);
		teller_end(teller);
	}
	logs_release(&logs);
	text_release(&data);
}
