/* SPDX-License-Identifier: GPL-3.0-or-later */
/* listings - grids that list records as they are */
#include "render/report/listings.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "core/text.h"

void listing_fill_samples(struct grid *grid, const struct book *book)
{
	grid_add_column(grid, "System", GRID_NAME);
	grid_add_column(grid, "Test", GRID_TEXT);
	grid_add_column(grid, "Run", GRID_NUMBER);
	grid_add_column(grid, "Part", GRID_NUMBER);
	grid_add_column(grid, "Metric", GRID_TEXT);
	grid_add_column(grid, "Value", GRID_NUMBER);
	grid_add_column(grid, "Unit", GRID_TEXT);
	grid_add_column(grid, "Line of the log", GRID_TEXT);
	for (size_t i = 0; i < book->sample_count; i++) {
		const struct sample *sample = &book->samples[i];

		grid_add_cell(grid, sample->system);
		grid_add_cell(grid, sample->test);
		grid_add_number(grid, sample->run, 6);
		grid_add_number(grid, sample->part, 6);
		grid_add_cell(grid, sample->metric);
		grid_add_number(grid, sample->value, 10);
		grid_add_cell(grid, sample->unit);
		grid_add_cell(grid, sample->source);
	}
}

void listing_fill_problems(struct grid *grid, const struct book *book)
{
	grid_add_column(grid, "System", GRID_NAME);
	grid_add_column(grid, "Test", GRID_TEXT);
	grid_add_column(grid, "Run", GRID_NUMBER);
	grid_add_column(grid, "Status", GRID_TEXT);
	grid_add_column(grid, "Message", GRID_TEXT);
	grid_add_column(grid, "Line of the log", GRID_TEXT);
	for (size_t i = 0; i < book->problem_count; i++) {
		const struct problem *problem = &book->problems[i];

		grid_add_cell(grid, problem->system);
		grid_add_cell(grid, problem->test);
		grid_add_number(grid, problem->run, 6);
		grid_add_cell(grid, problem_status_text(problem->status));
		grid_add_cell(grid, problem->message);
		grid_add_cell(grid, problem->source);
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

/* The value that all systems have of it; NULL when they differ, or one of them has none. */
static const char *common_fact(const struct book *book, const char *name)
{
	const char *common = NULL;

	for (size_t s = 0; s < book->systems.count; s++) {
		const char *value = fact_of(book, name, book->systems.items[s]);

		if (!value || (common && strcmp(value, common) != 0))
			return NULL;
		common = value;
	}
	return common;
}

void listing_fill_common_facts(struct grid *grid, const struct book *book)
{
	grid_add_column(grid, "", GRID_NAME);
	grid_add_column(grid, "On every system", GRID_TEXT);
	for (size_t i = 0; i < book->fact_count; i++) {
		const char *name = book->facts[i].name;
		const char *value = common_fact(book, name);

		if (!value || !is_first_of_name(book, i))
			continue;
		grid_add_cell(grid, name);
		grid_add_cell(grid, value);
	}
}

static void fill_facts(struct grid *grid, const struct book *book, bool common_too)
{
	grid_add_column(grid, "", GRID_NAME);
	for (size_t s = 0; s < book->systems.count; s++)
		grid_add_column(grid, book->systems.items[s], GRID_TEXT);
	for (size_t i = 0; i < book->fact_count; i++) {
		const char *name = book->facts[i].name;

		if (!is_first_of_name(book, i) || (!common_too && common_fact(book, name)))
			continue;
		grid_add_cell(grid, name);
		for (size_t s = 0; s < book->systems.count; s++)
			grid_add_cell(grid, fact_of(book, name, book->systems.items[s]));
	}
}

void listing_fill_environment(struct grid *grid, const struct book *book)
{
	fill_facts(grid, book, true);
}

void listing_fill_other_facts(struct grid *grid, const struct book *book)
{
	fill_facts(grid, book, false);
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
	grid_set_value(grid, fraction);
}

/* The place of the margins in held, which has count of them and room for one more. */
static size_t place_of(const struct held *held, size_t count, double tau, double delta)
{
	size_t at = 0;

	while (at < count &&
		!(same_number(held[at].tau, tau) && same_number(held[at].delta, delta)))
		at++;
	return at;
}

void listing_fill_policy(struct grid *grid, const struct book *book, const struct tables *tables)
{
	struct held *held = memory_allocate(book->metric_count, sizeof *held);
	size_t count = 0;

	for (size_t i = 0; i < book->metric_count; i++) {
		const struct summary *metric = book->metrics[i];
		double delta = delta_of(book, metric);
		size_t at = place_of(held, count, metric->tau, delta);

		if (!tables_show(tables, metric))
			continue;
		if (at == count)
			held[count++] = (struct held){ metric->tau, delta, TEXT_INIT };
		text_add_format(&held[at].metrics, "%s%s/%s", held[at].metrics.length ? ", " : "",
			metric->test, metric->metric);
		if (!isnan(metric->part) && !strchr(metric->metric, '.'))
			text_add_format(&held[at].metrics, " #%g", metric->part);
	}
	grid_add_column(grid, "tau", GRID_NUMBER);
	grid_add_column(grid, "delta", GRID_NUMBER);
	grid_add_column(grid, "Metrics", GRID_TEXT);
	for (size_t i = 0; i < count; i++) {
		add_percent_or_nothing(grid, held[i].tau);
		add_percent_or_nothing(grid, held[i].delta);
		grid_add_cell(grid, held[i].metrics.data);
		text_release(&held[i].metrics);
	}
	free(held);
}
