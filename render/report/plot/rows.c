/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rows - figures whose panels have a row for each system */
#include "render/report/plot/rows.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "render/report/plot/dots.h"
#include "render/report/plot/label.h"
#include "render/report/plot/scale.h"
#include "render/report/plot/shape.h"

/* In characters. */
enum { LEAST_TICKS = 2 };

enum { LABEL_WIDTH = 24, WORDS_WIDTH = 24, TITLE_WIDTH = 90, LEGEND_WIDTH = 140 };

/* A panel as it will be drawn. */
struct rows_panel {
	struct row *rows; /* of each system */
	struct scale scale;
};

struct rows_figure {
	const struct row_kind *kind;
	const struct figure *figure;
	const struct book *book;
	const struct canvas *canvas;
	struct rows_panel *panels;
	size_t rows;
	double labels; /* width of the systems' names */
	double words;  /* and of what stands behind the rows */
	double plot;   /* width of a panel between them */
	double row;    /* height of one */
	struct panel_grid grid;
	double height;
	bool is_thinned; /* not every value has a dot */
};

void row_say_why(struct row *row, const struct summary *summary)
{
	label_add(&row->words, summary && *summary->verdict ? summary->verdict : "not run",
		WORDS_WIDTH);
}

/* Words of others, and numbers of 300 digits. */
static void shorten(struct text *words)
{
	struct text whole = *words;

	text_init(words);
	label_add(words, whole.data, WORDS_WIDTH);
	text_release(&whole);
}

static void fill_rows(struct rows_figure *rows, size_t p)
{
	struct rows_panel *panel = &rows->panels[p];

	panel->rows = memory_allocate(rows->rows, sizeof *panel->rows);
	for (size_t i = 0; i < rows->rows; i++) {
		struct row *row = &panel->rows[i];

		*row = (struct row){ ROW_EMPTY, NAN, NAN, NAN, TEXT_INIT };
		rows->kind->fill(
			row, &rows->figure->panels[p], rows->book, rows->book->systems.items[i]);
		shorten(&row->words);
		rows->words = fmax(rows->words, canvas_extent(rows->canvas, row->words.data));
	}
}

/* A terminal's rows have one line. */
static void add_label(struct text *label, const struct rows_figure *rows, size_t system)
{
	const char *name = rows->book->systems.items[system];

	if (rows->canvas->is_text)
		label_add(label, name, LABEL_WIDTH);
	else
		label_add_wrapped(label, name, LABEL_WIDTH);
}

static void measure_labels(struct rows_figure *rows)
{
	struct text label = TEXT_INIT;

	for (size_t i = 0; i < rows->rows; i++) {
		text_clear(&label);
		add_label(&label, rows, i);
		rows->labels = fmax(rows->labels, canvas_extent(rows->canvas, label.data));
		if (strchr(label.data, LABEL_BREAK))
			rows->row = rows->canvas->row + rows->canvas->line;
	}
	text_release(&label);
}

/* Panels side by side have the names once, at the left, and words each. */
static void lay_out_columns(struct rows_figure *rows, size_t columns)
{
	const struct canvas *canvas = rows->canvas;
	double beside = rows->words + 2 * canvas->character + canvas->gap;
	double left = rows->labels + 2 * canvas->character;
	double pitch = (canvas->width - left) / (double)columns;

	rows->grid = (struct panel_grid){
		.columns = columns,
		.left = left,
		.pitch = pitch,
		.plot = pitch - beside,
		.body = (double)rows->rows * rows->row,
	};
}

/* Long names may leave too little for panels side by side. */
static void lay_out(struct rows_figure *rows)
{
	const struct canvas *canvas = rows->canvas;
	size_t count = rows->figure->panel_count;

	lay_out_columns(rows, count < canvas->columns ? count : canvas->columns);
	if (rows->grid.columns > 1 && rows->grid.plot < LEAST_TICKS * canvas->tick)
		lay_out_columns(rows, 1);
	rows->height = canvas_height(canvas, &rows->grid, count);
}

static void widen_to_dots(
	struct scale *scale, const struct panel *panel, const struct book *book, const char *system)
{
	struct dots dots;

	dots_init(&dots, panel_summary(panel, book, system));
	for (size_t i = 0; i < dots.count; i++)
		scale_include(scale, dots.items[i].value / panel_factor(panel));
	dots_release(&dots);
}

static void make_scale(struct rows_figure *rows, size_t p)
{
	struct rows_panel *panel = &rows->panels[p];

	scale_init(&panel->scale);
	if (rows->kind->is_from_zero || rows->kind->is_ratio)
		scale_include(&panel->scale, 0);
	for (size_t i = 0; i < rows->rows; i++) {
		scale_include(&panel->scale, panel->rows[i].value);
		scale_include(&panel->scale, panel->rows[i].low);
		scale_include(&panel->scale, panel->rows[i].high);
		if (rows->kind->has_dots)
			widen_to_dots(&panel->scale, &rows->figure->panels[p], rows->book,
				rows->book->systems.items[i]);
	}
	if (rows->kind->is_ratio)
		scale_end_ratios(&panel->scale, rows->grid.plot / rows->canvas->tick);
	else
		scale_end(&panel->scale, rows->grid.plot / rows->canvas->tick);
}

static void write_panels(struct script *script, const struct rows_figure *rows)
{
	script_open(script, "panels");
	for (size_t p = 0; p < rows->figure->panel_count; p++) {
		const struct panel *shown = &rows->figure->panels[p];
		const struct rows_panel *panel = &rows->panels[p];
		double margin = log10(1 + panel_delta(shown, rows->book));
		size_t width = canvas_columns(rows->canvas, rows->grid.plot + rows->words);
		struct place place = canvas_place(rows->canvas, &rows->grid, p, rows->height);

		SCRIPT_ROW(script, place.left, place.right, place.top, place.bottom,
			panel->scale.low, panel->scale.high,
			(double)script_add_name(script, shown->head, width),
			(double)script_add_name(script, shown->axis, width), -margin, margin);
	}
	script_close(script);
}

static void write_rows(struct script *script, const struct rows_figure *rows, const size_t *labels)
{
	script_open(script, "rows");
	for (size_t p = 0; p < rows->figure->panel_count; p++) {
		for (size_t i = 0; i < rows->rows; i++) {
			const struct row *row = &rows->panels[p].rows[i];

			SCRIPT_ROW(script, (double)i + 1,
				p % rows->grid.columns == 0 ? (double)labels[i] : 0,
				(double)script_add_text(script, row->words.data), (double)i + 1,
				row->state, row->value, row->low, row->high,
				shape_of(i, row->state == ROW_HOLLOW));
		}
		script_end_part(script);
	}
	script_close(script);
}

/* The runs of a system, from the top of its row to the bottom. */
static void write_system_dots(
	struct script *script, struct rows_figure *rows, const struct panel *panel, size_t system)
{
	struct dots dots;

	dots_init(&dots, panel_summary(panel, rows->book, rows->book->systems.items[system]));
	for (size_t i = 0; i < dots.count; i++) {
		const struct dot *dot = &dots.items[i];
		double down = ((double)dot->place + 0.5) / (double)dots.total - 0.5;

		SCRIPT_ROW(script, dot->value / panel_factor(panel),
			(double)system + 1 + 0.6 * down, (double)system + 1, dot->is_hollow,
			shape_of(system, dot->is_hollow));
	}
	rows->is_thinned = rows->is_thinned || dots.count < dots.total;
	dots_release(&dots);
}

static void write_dots(struct script *script, struct rows_figure *rows)
{
	script_open(script, "dots");
	for (size_t p = 0; p < rows->figure->panel_count; p++) {
		for (size_t i = 0; i < rows->rows; i++)
			write_system_dots(script, rows, &rows->figure->panels[p], i);
		script_end_part(script);
	}
	script_close(script);
}

static void write_ticks(struct script *script, const struct rows_figure *rows)
{
	script_open(script, "ticks");
	for (size_t p = 0; p < rows->figure->panel_count; p++) {
		scale_write(script, &rows->panels[p].scale);
		script_end_part(script);
	}
	script_close(script);
}

static void write_legend(struct script *script, const struct rows_figure *rows)
{
	struct text legend = TEXT_INIT;

	text_add(&legend, rows->figure->legend);
	if (rows->is_thinned)
		text_add(&legend, DOTS_REMARK);
	script_set(script, "legend", (double)script_add_label(script, legend.data, LEGEND_WIDTH));
	text_release(&legend);
}

static void write(struct script *script, struct rows_figure *rows)
{
	size_t *labels = memory_allocate(rows->rows, sizeof *labels);

	for (size_t i = 0; i < rows->rows; i++) {
		struct text label = TEXT_INIT;

		add_label(&label, rows, i);
		labels[i] = script_add_text(script, label.data);
		text_release(&label);
	}
	script_set(script, "width", rows->canvas->width);
	script_set(script, "height", rows->height);
	script_set(script, "title",
		(double)script_add_label(script, rows->figure->title, TITLE_WIDTH));
	script_set(script, "panels", (double)rows->figure->panel_count);
	script_set(script, "labels", rows->labels);
	script_set(script, "words", rows->words);
	script_set(script, "rows", (double)rows->rows);
	write_panels(script, rows);
	write_ticks(script, rows);
	write_rows(script, rows, labels);
	if (rows->kind->has_dots)
		write_dots(script, rows);
	write_legend(script, rows);
	free(labels);
}

static void release(struct rows_figure *rows)
{
	for (size_t p = 0; p < rows->figure->panel_count; p++) {
		for (size_t i = 0; i < rows->rows; i++)
			text_release(&rows->panels[p].rows[i].words);
		free(rows->panels[p].rows);
		scale_release(&rows->panels[p].scale);
	}
	free(rows->panels);
}

void rows_fill(struct script *script, const struct row_kind *kind, const struct figure *figure,
	const struct book *book, const struct canvas *canvas)
{
	struct rows_figure rows = {
		.kind = kind,
		.figure = figure,
		.book = book,
		.canvas = canvas,
		.panels = memory_allocate(figure->panel_count, sizeof *rows.panels),
		.rows = book->systems.count,
		.row = canvas->row,
	};

	measure_labels(&rows);
	for (size_t p = 0; p < figure->panel_count; p++)
		fill_rows(&rows, p);
	lay_out(&rows);
	for (size_t p = 0; p < figure->panel_count; p++)
		make_scale(&rows, p);
	write(script, &rows);
	release(&rows);
}
