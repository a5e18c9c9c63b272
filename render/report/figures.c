/* SPDX-License-Identifier: GPL-3.0-or-later */
/* figures - which charts a report has, and what each of them shows */
#include "render/report/figures.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "render/report/slug.h"

const char *figure_kind_name(enum figure_kind kind)
{
	static const char *const names[] = {
#define FIGURE(constant, name) [FIGURE_##constant] = name,
		FIGURE_KINDS(FIGURE)
#undef FIGURE
	};

	return names[kind];
}

static bool stem_is_taken(const struct figures *figures, const char *stem)
{
	for (size_t i = 0; i < figures->count; i++)
		if (strcmp(figures->items[i].stem, stem) == 0)
			return true;
	return false;
}

/* "dd-bars"; "dd-bars-2" when another figure has that already. */
static char *make_stem(const struct figures *figures, enum figure_kind kind, const char *title)
{
	struct text stem = TEXT_INIT;
	size_t length;

	slug_add(&stem, title);
	text_add_format(&stem, "%s%s", stem.length ? "-" : "", figure_kind_name(kind));
	length = stem.length;
	for (size_t number = 2; stem_is_taken(figures, stem.data); number++) {
		stem.length = length;
		text_add_format(&stem, "-%zu", number);
	}
	return text_detach(&stem);
}

static struct figure *add_figure(
	struct figures *figures, enum figure_kind kind, const char *title, const char *legend)
{
	char *stem = make_stem(figures, kind, title);

	figures->items = memory_reserve_one(
		figures->items, figures->count, &figures->capacity, sizeof *figures->items);
	figures->items[figures->count] = (struct figure){
		.kind = kind,
		.stem = stem,
		.title = memory_copy_string(title),
		.legend = memory_copy_string(legend),
	};
	return &figures->items[figures->count++];
}

static struct panel *add_panel(struct figure *figure)
{
	figure->panels = memory_resize(
		figure->panels, figure->panel_count + 1, sizeof *figure->panels);
	figure->panels[figure->panel_count] = (struct panel){ .part = NAN };
	return &figure->panels[figure->panel_count++];
}

static void release_panel(struct panel *panel)
{
	free(panel->head);
	free(panel->axis);
}

const struct summary *panel_summary(
	const struct panel *panel, const struct book *book, const char *system)
{
	return book_summary(book, system, panel->test, panel->metric, panel->part);
}

/* One that has values, to tell what all of them are; NULL when none has. */
static const struct summary *any_with_values(const struct panel *panel, const struct book *book)
{
	for (size_t i = 0; i < book->systems.count; i++) {
		const struct summary *summary = panel_summary(panel, book, book->systems.items[i]);

		if (summary && summary->n)
			return summary;
	}
	return NULL;
}

static double largest_median(const struct panel *panel, const struct book *book)
{
	double largest = 0;

	for (size_t i = 0; i < book->systems.count; i++) {
		const struct summary *summary = panel_summary(panel, book, book->systems.items[i]);

		if (summary && summary->n)
			largest = fmax(largest, fabs(summary->median));
	}
	return largest;
}

static char *make_axis(const struct panel *panel, const struct summary *summary)
{
	static const char *const directions[] = {
		[BETTER_NEITHER] = "",
		[BETTER_HIGHER] = "more is better",
		[BETTER_LOWER] = "less is better",
	};
	const char *unit = display_unit_name(&panel->display, summary->unit);
	const char *direction = directions[summary->better];
	struct text axis = TEXT_INIT;

	text_add_format(&axis, "%s%s%s", unit, *unit && *direction ? ", " : "", direction);
	return text_detach(&axis);
}

static char *make_head(const struct table_column *column, size_t m)
{
	struct text head = TEXT_INIT;

	text_add(&head, column->head);
	if (column->metrics[1])
		text_add_format(&head, ", %s", column->metrics[m]);
	if (!isnan(column->part))
		text_add_format(&head, " #%g", column->part);
	return text_detach(&head);
}

/* A panel for a metric of the column; none when no system has a value of it. */
static void add_column_panel(
	struct figure *figure, const struct table_column *column, size_t m, const struct book *book)
{
	struct panel *panel = add_panel(figure);
	const struct summary *summary;

	panel->test = column->test;
	panel->metric = column->metrics[m];
	panel->part = column->part;
	summary = any_with_values(panel, book);
	if (!summary) {
		figure->panel_count--;
		return;
	}
	panel->display = display_for(column->unit, summary->unit, largest_median(panel, book));
	panel->head = make_head(column, m);
	panel->axis = make_axis(panel, summary);
}

static void plan_bars(struct figures *figures, const struct table *table, const struct book *book)
{
	struct figure *figure = add_figure(figures, FIGURE_BARS, table->title,
		"Bar: mean, hollow: median of what is unstable. Line: 95 % interval of the mean. "
		"Dot: a run, first on top, hollow: set aside.");

	figure->table = table;
	for (size_t i = 0; i < table->column_count; i++)
		for (size_t m = 0; m < 2 && table->columns[i].metrics[m]; m++)
			add_column_panel(figure, &table->columns[i], m, book);
}

static void release_figure(struct figure *figure)
{
	for (size_t i = 0; i < figure->panel_count; i++)
		release_panel(&figure->panels[i]);
	free(figure->panels);
	free(figure->stem);
	free(figure->title);
	free(figure->legend);
}

/* A figure without a panel shows nothing. */
static void drop_last_if_empty(struct figures *figures)
{
	if (figures->count && figures->items[figures->count - 1].panel_count == 0)
		release_figure(&figures->items[--figures->count]);
}

void figures_plan(struct figures *figures, const struct book *book, const struct tables *tables)
{
	*figures = (struct figures){ 0 };
	for (size_t i = 0; i < tables->count; i++) {
		plan_bars(figures, &tables->items[i], book);
		drop_last_if_empty(figures);
	}
}

const struct figure *figures_of_table(
	const struct figures *figures, const struct table *table, size_t *next)
{
	while (*next < figures->count) {
		const struct figure *figure = &figures->items[(*next)++];

		if (figure->table == table)
			return figure;
	}
	return NULL;
}

void figures_release(struct figures *figures)
{
	for (size_t i = 0; i < figures->count; i++)
		release_figure(&figures->items[i]);
	free(figures->items);
	*figures = (struct figures){ 0 };
}
