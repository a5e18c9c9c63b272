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

/* A system's own fact, or else the machine's, which has no system. */
static const char *fact_of(const struct book *book, const char *name, const char *system)
{
	const char *of_machine = NULL;

	for (size_t i = 0; i < book->fact_count; i++) {
		const struct environment *fact = &book->facts[i];

		if (strcmp(fact->name, name) != 0)
			continue;
		if (fact->system && strcmp(fact->system, system) == 0)
			return fact->value;
		if (!fact->system && !of_machine)
			of_machine = fact->value;
	}
	return of_machine;
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

/* What some metrics are held to. */
struct held {
	double tau;
	double delta;
	double alpha;
	double alpha_of_ranking;
	struct text metrics; /* "start-time/real" */
};

static struct held held_of(const struct book *book, const struct summary *summary)
{
	const struct ranking *ranking = book_ranking(
		book, summary->test, summary->metric, summary->part);

	return (struct held){
		.tau = summary->tau,
		.delta = ranking ? ranking->delta : NAN,
		.alpha = summary->alpha,
		.alpha_of_ranking = ranking ? ranking->alpha : NAN,
		.metrics = TEXT_INIT,
	};
}

static bool same_policy(const struct held *a, const struct held *b)
{
	return same_number(a->tau, b->tau) && same_number(a->delta, b->delta) &&
	       same_number(a->alpha, b->alpha) &&
	       same_number(a->alpha_of_ranking, b->alpha_of_ranking);
}

static void add_percent_or_nothing(struct grid *grid, double fraction)
{
	if (isnan(fraction))
		grid_add_cell(grid, NULL);
	else
		grid_add_cell_format(grid, "%g %%", 100 * fraction);
	grid_set_value(grid, fraction);
}

/* One number where verdicts and rankings are held to the same. */
static void add_alpha(struct grid *grid, const struct held *held)
{
	if (isnan(held->alpha) || isnan(held->alpha_of_ranking) ||
		held->alpha == held->alpha_of_ranking)
		add_percent_or_nothing(
			grid, isnan(held->alpha) ? held->alpha_of_ranking : held->alpha);
	else
		grid_add_cell_format(grid, "%g %%, rankings %g %%", 100 * held->alpha,
			100 * held->alpha_of_ranking);
}

/* The place of the same policy in the list, which has count of them and room for one more. */
static size_t place_of(struct held *list, size_t *count, const struct held *held)
{
	size_t at = 0;

	while (at < *count && !same_policy(&list[at], held))
		at++;
	if (at == *count)
		list[(*count)++] = *held;
	return at;
}

static void add_metric(struct text *metrics, const struct summary *metric)
{
	text_add_format(
		metrics, "%s%s/%s", metrics->length ? ", " : "", metric->test, metric->metric);
	if (!isnan(metric->part) && !strchr(metric->metric, '.'))
		text_add_format(metrics, " #%g", metric->part);
}

void listing_fill_policy(struct grid *grid, const struct book *book, const struct tables *tables)
{
	struct held *list = memory_allocate(book->metric_count, sizeof *list);
	size_t count = 0;

	for (size_t i = 0; i < book->metric_count; i++) {
		struct held held = held_of(book, book->metrics[i]);

		if (tables_show(tables, book->metrics[i]))
			add_metric(&list[place_of(list, &count, &held)].metrics, book->metrics[i]);
	}
	grid_add_column(grid, "tau", GRID_NUMBER);
	grid_add_column(grid, "delta", GRID_NUMBER);
	grid_add_column(grid, "alpha", GRID_NUMBER);
	grid_add_column(grid, "Metrics", GRID_TEXT);
	for (size_t i = 0; i < count; i++) {
		add_percent_or_nothing(grid, list[i].tau);
		add_percent_or_nothing(grid, list[i].delta);
		add_alpha(grid, &list[i]);
		grid_add_cell(grid, list[i].metrics.data);
		text_release(&list[i].metrics);
	}
	free(list);
}
