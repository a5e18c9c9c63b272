/* SPDX-License-Identifier: GPL-3.0-or-later */
/* plot - figures drawn by gnuplot, one process for all of them */
#include "render/report/plot.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/input.h"
#include "core/memory.h"
#include "core/message.h"
#include "core/templates.h"
#include "core/temporary.h"
#include "render/report/plot/gnuplot.h"
#include "render/report/interruption.h"
#include "render/report/plot/characters.h"
#include "render/report/plot/curves.h"
#include "render/report/plot/pdf.h"
#include "render/report/plot/rows.h"
#include "render/report/plot/script.h"
#include "render/report/plot/svg.h"

static const char script_name[] = "script";

const char *plot_format_name(enum plot_format format)
{
	static const char *const names[] = {
#define PLOT_FORMAT(constant, name) [PLOT_##constant] = name,
		PLOT_FORMATS(PLOT_FORMAT)
#undef PLOT_FORMAT
	};

	return names[format];
}

static void add_path(
	struct text *path, const char *folder, const struct figure *figure, enum plot_format format)
{
	text_add_format(path, "%s/%s.%s", folder, figure->stem, plot_format_name(format));
}

static const char *find_template(const char *format, const char *name)
{
	struct text path = TEXT_INIT;
	const char *text;

	text_add_format(&path, format, name);
	text = templates_text(path.data);
	if (!text)
		die("there is no template %s", path.data);
	text_release(&path);
	return text;
}

/* The figure's layout and data. */
static void fill_script(struct script *script, const struct figure *figure, const struct book *book,
	const struct canvas *canvas)
{
	static const struct row_kind *const row_kinds[FIGURE_KIND_COUNT] = {
		[FIGURE_BARS] = &bar_rows,
		[FIGURE_RANKING] = &ratio_rows,
		[FIGURE_BOXES] = &box_rows,
	};
	static const struct curve_kind *const curve_kinds[FIGURE_KIND_COUNT] = {
		[FIGURE_RUNS] = &run_curves,
		[FIGURE_SERIES] = &series_curves,
		[FIGURE_PERCENTILES] = &percentile_curves,
	};

	if (row_kinds[figure->kind])
		rows_fill(script, row_kinds[figure->kind], figure, book, canvas);
	else
		curves_fill(script, curve_kinds[figure->kind], figure, book, canvas);
}

/* All that gnuplot is told about a figure. */
static char *make_script(
	const struct figure *figure, const struct book *book, const struct medium *medium)
{
	const char *suffix = plot_format_name(medium->format);
	bool is_text = medium->format == PLOT_DUMB;
	struct canvas canvas = is_text ? canvas_text(medium->columns, medium->lines)
				       : canvas_graphic;
	struct text out = TEXT_INIT;
	struct script script;

	script_init(&script);
	fill_script(&script, figure, book, &canvas);
	text_add(&out, "reset\n");
	script_write(&out, &script);
	text_add(&out, find_template("charts/%s.gnuplot", "common"));
	text_add(&out, find_template("charts/terminal-%s.gnuplot", suffix));
	text_add_format(&out, "set output \"%s.%s\"\n", figure->stem, suffix);
	text_add(&out, find_template(is_text ? "charts/%s-dumb.gnuplot" : "charts/%s.gnuplot",
			       figure_kind_name(figure->kind)));
	text_add(&out, "unset output\n");
	script_release(&script);
	return text_detach(&out);
}

/* Whether the file in the folder is what the script would draw; then that is the drawing. */
static bool take_known(
	struct text *drawing, const char *folder, const struct figure *figure, const char *script)
{
	struct text path = TEXT_INIT;
	bool is_known;

	add_path(&path, folder, figure, PLOT_SVG);
	is_known = input_read_file(drawing, path.data) && svg_is_of(drawing, script);
	if (!is_known)
		text_clear(drawing);
	text_release(&path);
	return is_known;
}

static bool fail(const char *path)
{
	warn("%s: %s", path, strerror(errno));
	return false;
}

static bool write_file(const char *path, const struct text *bytes)
{
	FILE *file = fopen(path, "we");
	bool fine;

	if (!file)
		return fail(path);
	fine = fwrite(bytes->data, 1, bytes->length, file) == bytes->length;
	fine = fclose(file) == 0 && fine;
	return fine || fail(path);
}

/* Figures on their way to drawings. */
struct plot {
	const struct figures *figures;
	const struct medium *medium;
	char **scripts; /* of each figure */
	bool *is_drawn; /* of each figure */
	struct text *drawings;
	char *folder; /* that gnuplot works in */
};

/* The drawing that gnuplot made of a figure. */
static bool read_drawing(struct plot *plot, size_t i)
{
	const struct figure *figure = &plot->figures->items[i];
	struct text path = TEXT_INIT;
	struct text bytes = TEXT_INIT;
	bool fine;

	add_path(&path, plot->folder, figure, plot->medium->format);
	fine = input_read_file(&bytes, path.data);
	if (!fine)
		warn("gnuplot: %s was not drawn", figure->stem);
	else if (plot->medium->format == PLOT_SVG)
		svg_add(&plot->drawings[i], bytes.data,
			&(struct svg_about){
				figure->stem, figure->title, figure->legend, plot->scripts[i] });
	else if (plot->medium->format == PLOT_DUMB)
		characters_add(&plot->drawings[i], bytes.data, figure, plot->medium->columns);
	else
		text_add_bytes(&plot->drawings[i], bytes.data, bytes.length);
	if (plot->medium->format == PLOT_PDF)
		pdf_set_date(&plot->drawings[i]);
	text_release(&path);
	text_release(&bytes);
	return fine;
}

/* Runs gnuplot over the scripts of those that are not drawn yet. */
static enum gnuplot_result run(const struct plot *plot)
{
	struct text path = TEXT_INIT;
	struct text script = TEXT_INIT;
	enum gnuplot_result result = GNUPLOT_FAILED;

	for (size_t i = 0; i < plot->figures->count; i++)
		if (!plot->is_drawn[i])
			text_add(&script, plot->scripts[i]);
	text_add_format(&path, "%s/%s", plot->folder, script_name);
	if (write_file(path.data, &script))
		result = gnuplot_run(plot->folder, script_name);
	text_release(&path);
	text_release(&script);
	return result;
}

static void remove_folder(const struct plot *plot)
{
	struct text path = TEXT_INIT;

	for (size_t i = 0; i < plot->figures->count; i++) {
		text_clear(&path);
		add_path(&path, plot->folder, &plot->figures->items[i], plot->medium->format);
		unlink(path.data);
	}
	text_clear(&path);
	text_add_format(&path, "%s/%s", plot->folder, script_name);
	unlink(path.data);
	if (rmdir(plot->folder) != 0)
		fail(plot->folder);
	text_release(&path);
}

static enum gnuplot_result draw_others(struct plot *plot)
{
	enum gnuplot_result result;

	plot->folder = temporary_make_folder();
	if (!plot->folder) {
		fail(temporary_folder());
		return GNUPLOT_FAILED;
	}
	result = run(plot);
	for (size_t i = 0; i < plot->figures->count && result == GNUPLOT_FINE; i++)
		if (!plot->is_drawn[i] && !read_drawing(plot, i))
			result = GNUPLOT_FAILED;
	remove_folder(plot);
	free(plot->folder);
	interruption_obey();
	return result;
}

enum gnuplot_result plot_draw(struct drawings *drawings, const struct figures *figures,
	const struct book *book, const struct medium *medium, const char *known)
{
	struct plot plot = {
		.figures = figures,
		.medium = medium,
		.scripts = memory_allocate(figures->count, sizeof *plot.scripts),
		.is_drawn = memory_allocate(figures->count, sizeof *plot.is_drawn),
		.drawings = memory_allocate(figures->count, sizeof *plot.drawings),
	};
	enum gnuplot_result result = GNUPLOT_FINE;
	bool all_drawn = true;

	for (size_t i = 0; i < figures->count; i++) {
		const struct figure *figure = &figures->items[i];

		text_init(&plot.drawings[i]);
		plot.scripts[i] = make_script(figure, book, medium);
		plot.is_drawn[i] = known && medium->format == PLOT_SVG &&
				   take_known(&plot.drawings[i], known, figure, plot.scripts[i]);
		all_drawn = all_drawn && plot.is_drawn[i];
	}
	if (!all_drawn)
		result = draw_others(&plot);
	for (size_t i = 0; i < figures->count; i++)
		free(plot.scripts[i]);
	free(plot.scripts);
	free(plot.is_drawn);
	*drawings = (struct drawings){ plot.drawings, figures->count };
	return result;
}

void drawings_release(struct drawings *drawings)
{
	for (size_t i = 0; i < drawings->count; i++)
		text_release(&drawings->items[i]);
	free(drawings->items);
	*drawings = (struct drawings){ 0 };
}

bool plot_is_chart(const struct text *file)
{
	return svg_is_stamped(file);
}

void plot_add_inline(struct text *out, const struct text *svg)
{
	svg_add_inline(out, svg);
}
