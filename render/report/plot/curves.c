/* SPDX-License-Identifier: GPL-3.0-or-later */
/* curves - figures whose panels have two axes of numbers */
#include "render/report/plot/curves.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "render/report/plot/label.h"
#include "render/report/plot/shape.h"
#include "render/report/width.h"

/* In characters. */
enum { NUMBERS_WIDTH = 7, KEY_WIDTH = 22, LEAST_NAME = 8, TITLE_WIDTH = 90, LEGEND_WIDTH = 140 };

static const double key_height = 0.8; /* of a row */

struct curves_figure {
	const struct curve_kind *kind;
	const struct figure *figure;
	const struct book *book;
	const struct canvas *canvas;
	struct curves *panels;
	double key; /* width of what says which system is which */
	struct panel_grid grid;
	double height;
};

size_t system_place(const struct book *book, const char *system)
{
	size_t i = 0;

	while (i < book->systems.count && strcmp(book->systems.items[i], system) != 0)
		i++;
	return i;
}

static void add_point(struct curves *curves, struct point point)
{
	curves->points = memory_reserve_one(
		curves->points, curves->count, &curves->capacity, sizeof *curves->points);
	curves->points[curves->count++] = point;
}

void curves_add(struct curves *curves, double x, double y, size_t system, bool is_hollow)
{
	add_point(curves, (struct point){ x, y, system, is_hollow });
	scale_include(&curves->x_scale, x);
	scale_include(&curves->y_scale, y);
}

void curves_break(struct curves *curves)
{
	/* two in a row would end the panel's part of the block */
	if (curves->count && !isnan(curves->points[curves->count - 1].x))
		add_point(curves, (struct point){ NAN, NAN, 0, false });
}

void curves_add_head(struct curves *curves, const char *name, const char *words)
{
	size_t taken = *words ? strlen(": ") + display_width(words) : 0;

	label_add(&curves->head, name,
		taken + LEAST_NAME < curves->head_width ? curves->head_width - taken : LEAST_NAME);
	if (*words) {
		text_add(&curves->head, ": ");
		text_add_printable(&curves->head, words);
	}
}

/* "Gvisor"; "Kata: not run" */
static void add_key(struct text *key, const struct curves_figure *figure, size_t system)
{
	const char *name = figure->book->systems.items[system];
	const struct summary *summary = panel_summary(
		&figure->figure->panels[0], figure->book, name);
	struct text text = TEXT_INIT;

	text_add(&text, name);
	if (!summary || summary->n == 0)
		text_add_format(
			&text, ": %s", summary && *summary->verdict ? summary->verdict : "not run");
	label_add(key, text.data, KEY_WIDTH);
	text_release(&text);
}

/* The width of all keys, with the shapes before them. */
static double key_width(const struct curves_figure *figure)
{
	struct text key = TEXT_INIT;
	double widest = 0;

	if (!figure->kind->has_key)
		return 0;
	for (size_t i = 0; i < figure->book->systems.count; i++) {
		text_clear(&key);
		add_key(&key, figure, i);
		widest = fmax(widest, canvas_extent(figure->canvas, key.data));
	}
	text_release(&key);
	return widest + 4 * figure->canvas->character;
}

static void lay_out(struct curves_figure *figure)
{
	const struct canvas *canvas = figure->canvas;
	size_t count = figure->figure->panel_count;
	size_t most = canvas->is_text ? 1 : figure->kind->columns;
	double numbers = NUMBERS_WIDTH * canvas->character;
	struct panel_grid *grid = &figure->grid;

	figure->key = key_width(figure);
	grid->columns = count < most ? count : most;
	grid->left = numbers;
	grid->pitch = (canvas->width - figure->key) / (double)grid->columns;
	grid->plot = grid->pitch - numbers - canvas->gap;
	grid->body = (canvas->is_text ? 1 : figure->kind->height) * canvas->curve;
	figure->height = canvas_height(canvas, grid, count);
}

static void fill_panel(struct curves_figure *figure, size_t p)
{
	const struct canvas *canvas = figure->canvas;
	struct curves *curves = &figure->panels[p];
	double across = fmax(figure->grid.plot / canvas->tick, 1);
	double up = figure->grid.body / canvas->rung;

	*curves = (struct curves){ .low = NAN, .high = NAN, .head = TEXT_INIT };
	curves->head_width = canvas_columns(canvas, figure->grid.plot);
	scale_init(&curves->x_scale);
	scale_init(&curves->y_scale);
	figure->kind->fill(curves, &figure->figure->panels[p], figure->book);
	if (figure->kind->is_percentiles)
		scale_end_percentiles(&curves->x_scale);
	else if (figure->kind->is_counted)
		scale_end_counts(&curves->x_scale, across);
	else
		scale_end(&curves->x_scale, across);
	if (figure->kind->is_logarithmic)
		scale_end_ratios(&curves->y_scale, up);
	else
		scale_end(&curves->y_scale, up);
}

static void write_panels(struct script *script, const struct curves_figure *figure)
{
	size_t across = script_add_text(script, figure->kind->across);

	script_open(script, "panels");
	for (size_t p = 0; p < figure->figure->panel_count; p++) {
		const struct curves *curves = &figure->panels[p];
		struct place place = canvas_place(figure->canvas, &figure->grid, p, figure->height);

		SCRIPT_ROW(script, place.left, place.right, place.top, place.bottom,
			curves->x_scale.low, curves->x_scale.high, curves->y_scale.low,
			curves->y_scale.high, (double)script_add_text(script, curves->head.data),
			(double)across, curves->low, curves->high);
	}
	script_close(script);
}

static void write_ticks(
	struct script *script, const struct curves_figure *figure, const char *name, bool is_x)
{
	script_open(script, name);
	for (size_t p = 0; p < figure->figure->panel_count; p++) {
		const struct curves *curves = &figure->panels[p];

		scale_write(script, is_x ? &curves->x_scale : &curves->y_scale);
		script_end_part(script);
	}
	script_close(script);
}

static void write_points(struct script *script, const struct curves_figure *figure)
{
	script_open(script, "points");
	for (size_t p = 0; p < figure->figure->panel_count; p++) {
		const struct curves *curves = &figure->panels[p];

		for (size_t i = 0; i < curves->count; i++) {
			const struct point *point = &curves->points[i];

			if (isnan(point->x))
				script_end_line(script);
			else
				SCRIPT_ROW(script, point->x, point->y, (double)point->system + 1,
					point->is_hollow,
					shape_of(point->system, point->is_hollow));
		}
		SCRIPT_ROW(script, NAN, NAN, 1, 0, shape_of(0, false)); /* no part is empty */
		script_end_part(script);
	}
	script_close(script);
}

static void write_key(struct script *script, const struct curves_figure *figure)
{
	const struct canvas *canvas = figure->canvas;
	double x = 1 - (figure->key - 2 * canvas->character) / canvas->width;
	struct text key = TEXT_INIT;

	script_open(script, "key");
	for (size_t i = 0; figure->kind->has_key && i < figure->book->systems.count; i++) {
		double down = canvas->title + canvas->head +
			      ((double)i + 0.5) * key_height * canvas->row;

		text_clear(&key);
		add_key(&key, figure, i);
		SCRIPT_ROW(script, x, 1 - down / figure->height, (double)i + 1,
			(double)script_add_text(script, key.data), shape_of(i, false));
	}
	script_close(script);
	text_release(&key);
}

/* All panels are of one unit, which is said once. */
static size_t write_title(struct script *script, const struct curves_figure *figure)
{
	struct text title = TEXT_INIT;
	const char *axis = figure->figure->panels[0].axis;
	size_t number;

	text_add(&title, figure->figure->title);
	if (*axis)
		text_add_format(&title, " (%s)", axis);
	number = script_add_label(script, title.data, TITLE_WIDTH);
	text_release(&title);
	return number;
}

static void write(struct script *script, const struct curves_figure *figure)
{
	script_set(script, "width", figure->canvas->width);
	script_set(script, "height", figure->height);
	script_set(script, "title", (double)write_title(script, figure));
	script_set(script, "legend",
		(double)script_add_label(script, figure->figure->legend, LEGEND_WIDTH));
	script_set(script, "key", figure->key);
	script_set(script, "panels", (double)figure->figure->panel_count);
	script_set(
		script, "systems", figure->kind->has_key ? (double)figure->book->systems.count : 0);
	write_panels(script, figure);
	write_ticks(script, figure, "xticks", true);
	write_ticks(script, figure, "yticks", false);
	write_points(script, figure);
	write_key(script, figure);
}

static void release(struct curves_figure *figure)
{
	for (size_t p = 0; p < figure->figure->panel_count; p++) {
		struct curves *curves = &figure->panels[p];

		free(curves->points);
		text_release(&curves->head);
		scale_release(&curves->x_scale);
		scale_release(&curves->y_scale);
	}
	free(figure->panels);
}

void curves_fill(struct script *script, const struct curve_kind *kind, const struct figure *figure,
	const struct book *book, const struct canvas *canvas)
{
	struct curves_figure curves = {
		.kind = kind,
		.figure = figure,
		.book = book,
		.canvas = canvas,
		.panels = memory_allocate(figure->panel_count, sizeof *curves.panels),
	};

	lay_out(&curves);
	for (size_t p = 0; p < figure->panel_count; p++)
		fill_panel(&curves, p);
	write(script, &curves);
	release(&curves);
}
