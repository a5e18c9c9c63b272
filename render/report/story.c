/* SPDX-License-Identifier: GPL-3.0-or-later */
/* story - what a report says, and in which order, whatever it is written in */
#include "render/report/story.h"

#include <math.h>
#include <stdlib.h>

#include "core/program.h"
#include "render/report/details.h"
#include "render/report/listings.h"
#include "render/report/tables.h"

/* What every part of the story works with. */
struct teller {
	const struct story_format *format;
	const struct experiment *experiment;
	const struct book *book;
	struct text *out;
};

static void heading(const struct teller *teller, int level, const char *text)
{
	teller->format->heading(teller->out, level, text);
}

static void paragraph(const struct teller *teller, const char *text)
{
	teller->format->paragraph(teller->out, text);
}

static void show_and_release(const struct teller *teller, struct grid *grid)
{
	if (grid_row_count(grid))
		teller->format->grid(teller->out, grid);
	grid_release(grid);
}

/* A section that is nothing but a grid: without rows there is none. */
static void tell_listing(
	const struct teller *teller, const char *title, const char *introduction, struct grid *grid)
{
	if (grid_row_count(grid)) {
		heading(teller, 2, title);
		if (introduction)
			paragraph(teller, introduction);
	}
	show_and_release(teller, grid);
}

static const char *direction(enum better better)
{
	static const char *const words[] = {
		[BETTER_NEITHER] = "",
		[BETTER_HIGHER] = "more is better",
		[BETTER_LOWER] = "less is better",
	};

	return words[better];
}

static void join(struct text *out, const struct strings *strings, const char *separator)
{
	for (size_t i = 0; i < strings->count; i++)
		text_add_format(out, "%s%s", i ? separator : "", strings->items[i]);
}

static void tell_conclusions(const struct teller *teller)
{
	const struct book *book = teller->book;
	struct grid grid = { 0 };
	struct text note = TEXT_INIT;

	if (book->conclusion_count == 0)
		return;
	heading(teller, 2, "Conclusions");
	grid_add_column(&grid, "", GRID_NAME);
	grid_add_column(&grid, "What the data support", GRID_TEXT);
	grid_add_column(&grid, "Sense", GRID_TEXT);
	for (size_t i = 0; i < book->conclusion_count; i++) {
		const struct conclusion *conclusion = &book->conclusions[i];

		grid_add_cell(&grid, conclusion->title);
		grid_add_cell(&grid, conclusion->chain ? conclusion->chain : "not measured");
		text_clear(&note);
		text_add_format(&note, "%s: ", conclusion->title);
		join(&note, &conclusion->reasons, "; ");
		if (conclusion->left_out.count) {
			text_add_format(
				&note, "%sleft out: ", conclusion->reasons.count ? "; " : "");
			join(&note, &conclusion->left_out, ", ");
		}
		if (conclusion->reasons.count || conclusion->left_out.count)
			grid_add_note(&grid, note.data);
		grid_add_cell(&grid, direction(conclusion->better));
	}
	show_and_release(teller, &grid);
	text_release(&note);
	paragraph(teller,
		"A > B: A is more than B by over the margin, at 95 % over all pairs; A >= B: A is not less by over the margin; "
		"A ≈ B: equal within the margin; A ?=? B: these data cannot tell. "
		"A chain speaks of neighbours only.");
}

/* "Write: Gvisor <= Docker ?=? Host (more is better)", for each column that was ranked. */
static void tell_chains(const struct teller *teller, const struct table *table)
{
	struct strings chains = { 0 };

	for (size_t i = 0; i < table->column_count; i++) {
		const struct table_column *column = &table->columns[i];

		for (size_t m = 0; m < 2 && column->metrics[m]; m++) {
			const struct ranking *ranking = book_ranking(
				teller->book, column->test, column->metrics[m], column->part);
			struct text chain = TEXT_INIT;

			if (!ranking || !*ranking->chain || ranking->better == BETTER_NEITHER)
				continue;
			text_add(&chain, column->head);
			if (column->metrics[1])
				text_add_format(&chain, ", %s", column->metrics[m]);
			if (!isnan(column->part))
				text_add_format(&chain, " #%g", column->part);
			text_add_format(
				&chain, ": %s (%s)", ranking->chain, direction(ranking->better));
			strings_add(&chains, text_detach(&chain));
		}
	}
	if (chains.count)
		teller->format->list(teller->out, &chains);
	for (size_t i = 0; i < chains.count; i++)
		free((char *)chains.items[i]);
	free(chains.items);
}

static void tell_tables(const struct teller *teller, const struct tables *tables)
{
	if (tables->count == 0)
		return;
	heading(teller, 2, "Results");
	paragraph(teller, "Mean ± standard deviation of the runs. [x]: unstable, the median. "
			  "An empty cell was not run.");
	for (size_t i = 0; i < tables->count; i++) {
		struct grid grid = { 0 };

		heading(teller, 3, tables->items[i].title);
		table_fill(&grid, &tables->items[i], teller->book);
		show_and_release(teller, &grid);
		tell_chains(teller, &tables->items[i]);
		if (tables->items[i].remark)
			paragraph(teller, tables->items[i].remark);
	}
}

static void tell_ranking(const struct teller *teller, const struct ranking *ranking)
{
	struct text sentence = TEXT_INIT;
	struct grid grid = { 0 };

	if (!*ranking->chain)
		return;
	text_add_format(&sentence, "Ranking: %s", ranking->chain);
	if (ranking->better != BETTER_NEITHER)
		text_add_format(&sentence, " (%s)", direction(ranking->better));
	text_add_format(&sentence, ", margin %g %%.", 100 * ranking->delta);
	if (ranking->left_out.count) {
		text_add(&sentence, " Left out: ");
		join(&sentence, &ranking->left_out, "; ");
		text_add_char(&sentence, '.');
	}
	paragraph(teller, sentence.data);
	details_fill_pairs(&grid, ranking);
	show_and_release(teller, &grid);
	text_release(&sentence);
}

static void tell_metric(const struct teller *teller, const struct details *details)
{
	const struct summary *first = details->first;
	const struct ranking *ranking = book_ranking(
		teller->book, first->test, first->metric, first->part);
	struct grid statistics = { 0 };
	struct grid values = { 0 };

	heading(teller, 3, details->title);
	details_fill_statistics(&statistics, details, teller->book);
	show_and_release(teller, &statistics);
	if (ranking)
		tell_ranking(teller, ranking);
	details_fill_values(&values, details, teller->book);
	show_and_release(teller, &values);
}

static void tell_details(const struct teller *teller, const struct tables *tables)
{
	const struct book *book = teller->book;
	struct text remark = TEXT_INIT;
	size_t shown = 0;

	for (size_t i = 0; i < book->metric_count; i++) {
		const struct summary *metric = book->metrics[i];
		struct details details;

		if (!tables_show(tables, metric))
			continue;
		if (shown++ == 0)
			heading(teller, 2, "Statistics");
		details_begin(&details, book, metric, tables_unit(tables, metric));
		tell_metric(teller, &details);
		details_release(&details);
	}
	if (shown < book->metric_count) {
		text_add_format(&remark,
			"%zu further metrics, which no table above shows, are in the records.",
			book->metric_count - shown);
		paragraph(teller, remark.data);
	}
	text_release(&remark);
}

static void tell_samples(const struct teller *teller)
{
	struct grid grid = { 0 };

	listing_fill_samples(&grid, teller->book);
	tell_listing(teller, "Samples", NULL, &grid);
}

static void tell_problems(const struct teller *teller)
{
	struct grid grid = { 0 };

	listing_fill_problems(&grid, teller->book);
	tell_listing(teller, "Problems", NULL, &grid);
}

static void tell_environment(const struct teller *teller)
{
	struct grid grid = { 0 };

	listing_fill_environment(&grid, teller->book);
	tell_listing(teller, "Environment", NULL, &grid);
}

static void tell_policy(const struct teller *teller, const struct tables *tables)
{
	struct grid grid = { 0 };

	listing_fill_policy(&grid, teller->book, tables);
	tell_listing(teller, "Policy",
		"Verdicts: repeats are Stable when the spread of ln x is at most tau, Unstable when it "
		"is more than tau, both at 95 % one-sided, or when a trend, a step or two modes are found; "
		"Stable? when the data cannot tell. Rankings: simultaneous 95 % intervals of the ratio of "
		"geometric means over all pairs of a metric, against the margin delta. "
		"Variances divide by n - 1.",
		&grid);
}

static void tell(const struct story_format *format, enum story_length length,
	const struct experiment *experiment, const struct book *book, struct text *out)
{
	struct teller teller = { format, experiment, book, out };
	struct tables tables;

	tables_plan(&tables, experiment, book);
	heading(&teller, 1, book->conclusion_count ? experiment->title : "Benchmark results");
	tell_conclusions(&teller);
	tell_tables(&teller, &tables);
	tell_samples(&teller);
	tell_problems(&teller);
	if (length == STORY_WHOLE) {
		tell_details(&teller, &tables);
		tell_environment(&teller);
		tell_policy(&teller, &tables);
	}
	tables_release(&tables);
}

void story_write(const struct story_format *format, enum story_length length,
	const char *experiment_path, char **paths)
{
	struct experiment experiment;
	struct text out = TEXT_INIT;
	struct book book;

	experiment_read(&experiment, experiment_path);
	book_read(&book, &experiment, paths);
	tell(format, length, &experiment, &book, &out);
	program_write_text(&out);
	text_release(&out);
	book_release(&book);
	experiment_release(&experiment);
}
