/* SPDX-License-Identifier: GPL-3.0-or-later */
/* story - what a report says, and in which order, whatever it is written in */
#include "render/report/story.h"

#include "core/program.h"
#include "render/report/listed.h"
#include "render/report/story/appendix.h"
#include "render/report/story/conclusions.h"
#include "render/report/story/results.h"
#include "render/report/story/statistics.h"
#include "render/report/story/teller.h"

static void tell(struct teller *teller, enum story_length length)
{
	teller_begin(teller, "report",
		teller->book->conclusion_count ? teller->experiment->title : "Benchmark results");
	tell_conclusions(teller);
	tell_notes(teller);
	tell_differences(teller);
	tell_results(teller);
	tell_samples(teller);
	tell_problems(teller);
	tell_series(teller, length);
	if (length == STORY_WHOLE) {
		if (!teller->is_listed)
			tell_statistics(teller);
		tell_environment(teller);
		if (!teller->is_listed)
			tell_policy(teller);
		tell_provenance(teller);
	}
	teller_end(teller);
}

static void plan(struct teller *teller, const struct story *story)
{
	tables_plan(&teller->tables, teller->experiment, teller->book);
	if (!story->format->figure || teller->is_listed)
		return;
	figures_plan(&teller->figures, teller->book, &teller->tables);
	if (story->draws)
		teller->drawn = plot_draw(&teller->drawings, &teller->figures, teller->book,
			&(struct medium){ .format = PLOT_SVG }, story->drawn);
}

static void release(struct teller *teller)
{
	drawings_release(&teller->drawings);
	figures_release(&teller->figures);
	tables_release(&teller->tables);
	index_release(&teller->ids);
}

void story_tell(struct text *out, const struct story *story)
{
	struct experiment experiment;
	struct book book;
	struct teller teller = {
		.format = story->format,
		.experiment = &experiment,
		.book = &book,
		.out = out,
		.drawn = GNUPLOT_FINE,
	};

	experiment_read(&experiment, story->experiment_path);
	book_read(&book, &experiment, story->paths);
	teller.is_listed = list_samples(&book, &experiment);
	plan(&teller, story);
	tell(&teller, story->length);
	release(&teller);
	book_release(&book);
	experiment_release(&experiment);
}

void story_write(const struct story *story)
{
	struct text out = TEXT_INIT;

	story_tell(&out, story);
	program_write_text(&out);
	text_release(&out);
}
