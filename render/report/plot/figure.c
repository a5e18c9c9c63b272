/* SPDX-License-Identifier: GPL-3.0-or-later */
/* figure - lists of figures, as they are planned */
#include "render/report/plot/figure.h"

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

static const char *const legends[] = {
	[FIGURE_BARS] =
		"Bar: mean; hollow: median of what is unstable. Line: 95 % interval of the mean. "
		"Dot: a run, the first on top; hollow: set aside, or cached.",
	[FIGURE_RANKING] =
		"Dot and line: the ratio and its interval, over all pairs; hollow: no interval. "
		"Band: the margin within which systems count as equal.",
	[FIGURE_BOXES] = "Box: the middle half of the runs. Line: their median. "
			 "Dot: a run, the first on top; hollow: set aside, or cached.",
	[FIGURE_RUNS] = "Dot: a value, in run order; hollow: set aside, or cached, these first. "
			"Band: the spread allowed, around the median.",
	[FIGURE_SERIES] = "Line: a run; grey: set aside, before it was steady.",
	[FIGURE_PERCENTILES] =
		"Dot: within this time so many of the requests were done, median over the runs; "
		"hollow: cached.",
};

bool figure_is_of_columns(const struct figure *figure)
{
	return figure->kind == FIGURE_BARS || figure->kind == FIGURE_RANKING ||
	       figure->kind == FIGURE_BOXES;
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

/* The title becomes the figure's. */
struct figure *figure_add(struct figures *figures, enum figure_kind kind, char *title)
{
	char *stem = make_stem(figures, kind, title);

	figures->items = memory_reserve_one(
		figures->items, figures->count, &figures->capacity, sizeof *figures->items);
	figures->items[figures->count] = (struct figure){
		.kind = kind,
		.stem = stem,
		.title = title,
		.legend = memory_copy_string(legends[kind]),
	};
	return &figures->items[figures->count++];
}

struct panel *figure_add_panel(struct figure *figure)
{
	figure->panels = memory_resize(
		figure->panels, figure->panel_count + 1, sizeof *figure->panels);
	return &figure->panels[figure->panel_count++];
}

void figure_drop_panel(struct figure *figure)
{
	panel_release(&figure->panels[--figure->panel_count]);
}

static void release_figure(struct figure *figure)
{
	while (figure->panel_count)
		figure_drop_panel(figure);
	free(figure->panels);
	free(figure->stem);
	free(figure->title);
	free(figure->legend);
}

void figures_drop_empty(struct figures *figures)
{
	if (figures->items[figures->count - 1].panel_count == 0)
		release_figure(&figures->items[--figures->count]);
}

void figures_release(struct figures *figures)
{
	for (size_t i = 0; i < figures->count; i++)
		release_figure(&figures->items[i]);
	free(figures->items);
	*figures = (struct figures){ 0 };
}
