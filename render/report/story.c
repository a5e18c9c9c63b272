/* SPDX-License-Identifier: GPL-3.0-or-later */
/* story - what a report says, and in which order, whatever it is written in */
#include "render/report/story.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "render/report/details.h"
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
	grid_add_column(&grid, "", false);
	grid_add_column(&grid, "What the data support", false);
	grid_add_column(&grid, "Sense", false);
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
		"A > B: A is more than B by over the margin, at 95 % over all pairs; A >= B: A is not less; "
		"A ≈ B: equal within the margin; A ?=? B: these data cannot tell. "
		"A chain speaks of neighbours only.");
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
		if (tables->items[i].remark)
			paragraph(teller, tables->items[i].remark);
	}
}

static void tell_samples(const struct teller *teller)
{
	const struct book *book = teller->book;
	struct grid grid = { 0 };

	if (book->sample_count == 0)
		return;
	heading(teller, 2, "Samples");
	grid_add_column(&grid, "System", false);
	grid_add_column(&grid, "Test", false);
	grid_add_column(&grid, "Run", true);
	grid_add_column(&grid, "Part", true);
	grid_add_column(&grid, "Metric", false);
	grid_add_column(&grid, "Value", true);
	grid_add_column(&grid, "Unit", false);
	grid_add_column(&grid, "Line of the log", false);
	for (size_t i = 0; i < book->sample_count; i++) {
		const struct sample *sample = &book->samples[i];

		grid_add_cell(&grid, sample->system);
		grid_add_cell(&grid, sample->test);
		if (isnan(sample->run))
			grid_add_cell(&grid, NULL);
		else
			grid_add_cell_format(&grid, "%g", sample->run);
		if (isnan(sample->part))
			grid_add_cell(&grid, NULL);
		else
			grid_add_cell_format(&grid, "%g", sample->part);
		grid_add_cell(&grid, sample->metric);
		grid_add_cell_format(&grid, "%.10g", sample->value);
		grid_add_cell(&grid, sample->unit);
		grid_add_cell(&grid, sample->source);
	}
	show_and_release(teller, &grid);
}

static void tell_problems(const struct teller *teller)
{
	const struct book *book = teller->book;
	struct grid grid = { 0 };

	if (book->problem_count == 0)
		return;
	heading(teller, 2, "Problems");
	grid_add_column(&grid, "System", false);
	grid_add_column(&grid, "Test", false);
	grid_add_column(&grid, "Run", true);
	grid_add_column(&grid, "Status", false);
	grid_add_column(&grid, "Message", false);
	grid_add_column(&grid, "Line of the log", false);
	for (size_t i = 0; i < book->problem_count; i++) {
		const struct problem *problem = &book->problems[i];

		grid_add_cell(&grid, problem->system);
		grid_add_cell(&grid, problem->test);
		if (isnan(problem->run))
			grid_add_cell(&grid, NULL);
		else
			grid_add_cell_format(&grid, "%g", problem->run);
		grid_add_cell(&grid, problem_status_text(problem->status));
		grid_add_cell(&grid, problem->message);
		grid_add_cell(&grid, problem->source);
	}
	show_and_release(teller, &grid);
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
	size_t hidden = 0;
	bool begun = false;

	for (size_t i = 0; i < teller->book->summary_count; i++) {
		const struct summary *summary = &teller->book->summaries[i];
		struct details details;

		if (!details_begin(&details, teller->book, i))
			continue;
		if (tables_show(tables, summary->test, summary->metric, summary->part)) {
			if (!begun)
				heading(teller, 2, "Statistics");
			begun = true;
			tell_metric(teller, &details);
		} else {
			hidden++;
		}
		details_release(&details);
	}
	if (hidden) {
		struct text remark = TEXT_INIT;

		text_add_format(&remark,
			"%zu further metrics, which no table above shows, are in the records.",
			hidden);
		paragraph(teller, remark.data);
		text_release(&remark);
	}
}

static const char *fact_of(const struct book *book, const char *name, const char *system)
{
	for (size_t i = 0; i < book->fact_count; i++)
		if (book->facts[i].system && strcmp(book->facts[i].system, system) == 0 &&
			strcmp(book->facts[i].name, name) == 0)
			return book->facts[i].value;
	return NULL;
}

static bool is_first_of_name(const struct book *book, size_t place)
{
	for (size_t i = 0; i < place; i++)
		if (strcmp(book->facts[i].name, book->facts[place].name) == 0)
			return false;
	return true;
}

static void tell_environment(const struct teller *teller)
{
	const struct book *book = teller->book;
	struct grid grid = { 0 };

	if (book->fact_count == 0)
		return;
	heading(teller, 2, "Environment");
	grid_add_column(&grid, "", false);
	for (size_t s = 0; s < book->systems.count; s++)
		grid_add_column(&grid, book->systems.items[s], false);
	for (size_t i = 0; i < book->fact_count; i++) {
		if (!is_first_of_name(book, i))
			continue;
		grid_add_cell(&grid, book->facts[i].name);
		for (size_t s = 0; s < book->systems.count; s++)
			grid_add_cell(
				&grid, fact_of(book, book->facts[i].name, book->systems.items[s]));
	}
	show_and_release(teller, &grid);
}

/* "start-time/real" is held to these margins. */
struct held {
	double tau;
	double delta;
	struct text metrics;
};

static double delta_of(const struct book *book, const struct summary *summary)
{
	const struct ranking *ranking = book_ranking(
		book, summary->test, summary->metric, summary->part);

	return ranking ? ranking->delta : NAN;
}

static bool same_number(double a, double b)
{
	return a == b || (isnan(a) && isnan(b));
}

static void add_percent_or_nothing(struct grid *grid, double fraction)
{
	if (isnan(fraction))
		grid_add_cell(grid, NULL);
	else
		grid_add_cell_format(grid, "%g %%", 100 * fraction);
}

static void tell_policy(const struct teller *teller, const struct tables *tables)
{
	const struct book *book = teller->book;
	struct held *held = memory_allocate(book->summary_count, sizeof *held);
	size_t count = 0;
	struct grid grid = { 0 };

	for (size_t i = 0; i < book->summary_count; i++) {
		const struct summary *summary = &book->summaries[i];
		struct details details;
		double delta;
		size_t at = 0;

		if (!summary->metric ||
			!tables_show(tables, summary->test, summary->metric, summary->part) ||
			!details_begin(&details, book, i))
			continue;
		details_release(&details);
		delta = delta_of(book, summary);
		while (at < count && !(same_number(held[at].tau, summary->tau) &&
					     same_number(held[at].delta, delta)))
			at++;
		if (at == count)
			held[count++] = (struct held){ summary->tau, delta, TEXT_INIT };
		text_add_format(&held[at].metrics, "%s%s/%s", held[at].metrics.length ? ", " : "",
			summary->test, summary->metric);
	}
	if (count == 0) {
		free(held);
		return;
	}
	heading(teller, 2, "Policy");
	paragraph(teller,
		"Verdicts: repeats are Stable when the spread of ln x is at most tau, Unstable when it "
		"is more than tau, both at 95 % one-sided; Stable? when the data cannot tell. "
		"Rankings: simultaneous 95 % intervals of the ratio of geometric means over all pairs of a "
		"metric, against the margin delta. Variances divide by n - 1.");
	grid_add_column(&grid, "tau", true);
	grid_add_column(&grid, "delta", true);
	grid_add_column(&grid, "Metrics", false);
	for (size_t i = 0; i < count; i++) {
		add_percent_or_nothing(&grid, held[i].tau);
		add_percent_or_nothing(&grid, held[i].delta);
		grid_add_cell(&grid, held[i].metrics.data);
		text_release(&held[i].metrics);
	}
	show_and_release(teller, &grid);
	free(held);
}

void story_tell(const struct story_format *format, enum story_length length,
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
