/* SPDX-License-Identifier: GPL-3.0-or-later */
/* figures - which charts a report has, and what each of them shows */
#include "render/report/figures.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "render/report/plot/figure.h"
#include "render/report/plot/latencies.h"

enum {
	BOX_VALUES = 10, /* fewer have no quartiles to speak of */
	CURVE_PERCENTILES = 3,
	EVERY_KIND = -1,
};

/* What every step of planning works with. */
struct planner {
	struct figures *figures;
	const struct book *book;
	const struct tables *tables;
	int kind; /* the only one wanted, whether it says much or not; or EVERY_KIND */
};

/* Whether a panel of a table's figure of that kind has something to show. */
static bool says_something(
	const struct planner *planner, enum figure_kind kind, const struct panel *panel)
{
	size_t least = planner->kind == EVERY_KIND ? BOX_VALUES : 1;

	switch (kind) {
	case FIGURE_RANKING:
		return panel->better != BETTER_NEITHER && panel->other;
	case FIGURE_BOXES:
		return panel_most_values(panel, planner->book) >= least;
	default:
		return panel_most_values(panel, planner->book) > 0;
	}
}

/* Facts, of which neither more nor less is better, are drawn where there is nothing else. */
static void plan_columns(
	struct planner *planner, enum figure_kind kind, const struct table *table, bool with_facts)
{
	struct figure *figure = figure_add(
		planner->figures, kind, memory_copy_string(table->title));

	figure->table = table;
	for (size_t i = 0; i < table->column_count; i++) {
		for (size_t m = 0; m < 2 && table->columns[i].metrics[m]; m++) {
			struct panel *panel = figure_add_panel(figure);

			if (kind == FIGURE_RANKING)
				panel_init_ratios(panel, &table->columns[i], m, planner->book);
			else
				panel_init_column(panel, &table->columns[i], m, planner->book);
			if (!says_something(planner, kind, panel) ||
				(panel->better == BETTER_NEITHER && !with_facts))
				figure_drop_panel(figure);
		}
	}
	figures_drop_empty(planner->figures);
}

static void plan_table(struct planner *planner, enum figure_kind kind, const struct table *table)
{
	size_t count = planner->figures->count;

	plan_columns(planner, kind, table, false);
	if (kind == FIGURE_BARS && planner->figures->count == count)
		plan_columns(planner, kind, table, true);
}

/* What a panel would show, of a system or of all (NULL), for asking what there is of it. */
static struct panel panel_about(const struct summary *metric, const char *system)
{
	return (struct panel){
		.test = metric->test,
		.metric = metric->metric,
		.part = metric->part,
		.system = system,
	};
}

static bool has_intervals(const struct book *book, const struct summary *metric, const char *system)
{
	struct panel panel = panel_about(metric, system);

	for (size_t i = 0; i < book->interval_count; i++)
		if (panel_shows_interval(&panel, &book->intervals[i]))
			return true;
	return false;
}

/* The same of a figure that shows one metric, whichever systems it has panels of. */
static bool metric_says_something(
	const struct planner *planner, enum figure_kind kind, const struct summary *metric)
{
	bool is_wanted = planner->kind != EVERY_KIND;
	struct panel panel = panel_about(metric, NULL);

	if (metric->better == BETTER_NEITHER && !is_wanted)
		return false;
	if (kind == FIGURE_SERIES)
		return planner->book->interval_count > 0;
	return is_wanted ? panel_most_values(&panel, planner->book) > 1
			 : panel_has_unrest(&panel, planner->book);
}

/* "dd: write.throughput"; the part only where the name does not say it. */
static char *make_metric_title(const struct summary *metric)
{
	struct text title = TEXT_INIT;

	text_add_format(&title, "%s: %s", metric->test, metric->metric);
	if (!isnan(metric->part) && !strchr(metric->metric, '.'))
		text_add_format(&title, " #%g", metric->part);
	return text_detach(&title);
}

static void plan_metric(
	struct planner *planner, enum figure_kind kind, const struct summary *metric)
{
	const struct book *book = planner->book;
	struct figure *figure;

	if (!metric_says_something(planner, kind, metric))
		return;
	figure = figure_add(planner->figures, kind, make_metric_title(metric));
	figure->metric = metric;
	for (size_t i = 0; i < book->systems.count; i++) {
		const char *system = book->systems.items[i];

		if (kind == FIGURE_SERIES && !has_intervals(book, metric, system))
			continue;
		panel_init_system(figure_add_panel(figure), metric,
			tables_unit(planner->tables, metric), system, book);
	}
	figures_drop_empty(planner->figures);
}

/* Whether the table shows something of the test. */
static bool is_about(const struct table *table, const char *test)
{
	for (size_t i = 0; i < table->column_count; i++)
		if (table->columns[i].test && strcmp(table->columns[i].test, test) == 0)
			return true;
	return false;
}

static const struct table *table_about(const struct tables *tables, const char *test)
{
	for (size_t i = 0; i < tables->count; i++)
		if (is_about(&tables->items[i], test))
			return &tables->items[i];
	return NULL;
}

/* All panels have the unit of the first. */
static void add_percentiles(
	struct figure *figure, const struct summary *metric, const struct book *book)
{
	struct panel *panel = figure_add_panel(figure);

	panel_init_percentiles(panel, metric, book);
	panel->display = figure->panels[0].display;
}

static void plan_percentiles(struct planner *planner, const char *test)
{
	const struct book *book = planner->book;
	const struct table *table = table_about(planner->tables, test);
	struct figure *figure;

	if (!table)
		return;
	figure = figure_add(planner->figures, FIGURE_PERCENTILES, memory_copy_string(test));
	figure->table = table;
	for (size_t i = 0; i < book->metric_count; i++)
		if (strcmp(book->metrics[i]->test, test) == 0 &&
			percentile_is_first(book, book->metrics[i]) &&
			percentile_count(book, book->metrics[i]) >= CURVE_PERCENTILES)
			add_percentiles(figure, book->metrics[i], book);
	figures_drop_empty(planner->figures);
}

static void plan_kind(struct planner *planner, enum figure_kind kind)
{
	const struct book *book = planner->book;

	switch (kind) {
	case FIGURE_RUNS:
	case FIGURE_SERIES:
		for (size_t i = 0; i < book->metric_count; i++)
			if (tables_show(planner->tables, book->metrics[i]))
				plan_metric(planner, kind, book->metrics[i]);
		break;
	case FIGURE_PERCENTILES:
		for (size_t i = 0; i < book->tests.count; i++)
			plan_percentiles(planner, book->tests.items[i]);
		break;
	default:
		for (size_t i = 0; i < planner->tables->count; i++)
			plan_table(planner, kind, &planner->tables->items[i]);
	}
}

void figures_plan(struct figures *figures, const struct book *book, const struct tables *tables)
{
	struct planner planner = { figures, book, tables, EVERY_KIND };

	*figures = (struct figures){ 0 };
	for (enum figure_kind kind = 0; kind < FIGURE_KIND_COUNT; kind++)
		plan_kind(&planner, kind);
}

void figures_plan_kind(struct figures *figures, enum figure_kind kind, const struct book *book,
	const struct tables *tables)
{
	struct planner planner = { figures, book, tables, (int)kind };

	*figures = (struct figures){ 0 };
	plan_kind(&planner, kind);
}
