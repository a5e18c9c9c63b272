/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chart - records as charts, drawn by gnuplot */
#include <stdlib.h>
#include <string.h>

#include "core/experiment.h"
#include "core/memory.h"
#include "core/message.h"
#include "core/program.h"
#include "core/templates.h"
#include "render/report/figures.h"
#include "render/report/pipeline.h"
#include "render/report/plot.h"

static const char *experiment_path;
static const char *folder;
static const char *format_name = "svg";
static const char *templates_folder;

static const struct option_spec options[] = {
	{ OPTION_TEXT, 'o', "output", "DIR", &folder, "write a file for each chart into DIR" },
	{ OPTION_TEXT, 'T', "type", "TYPE", &format_name, "svg, png or pdf; default svg" },
	{ OPTION_TEXT, 'e', "experiment", "FILE", &experiment_path,
		"the experiment, for its tables and its order" },
	{ OPTION_TEXT, 't', "templates", "DIR", &templates_folder,
		"take charts/... from there before those built in" },
	{ .kind = OPTION_END },
};

static const struct program program = {
	.verb = "chart",
	.summary = "Show records as charts",
	.arguments = "[FILE]...",
	.description = "Reads what rank, or stats, wrote. Needs gnuplot.",
	.options = options,
};

static enum plot_format find_format(const char *name)
{
	for (int format = 0; format < PLOT_FORMAT_COUNT; format++)
		if (strcmp(plot_format_name(format), name) == 0)
			return format;
	die_usage("--type takes svg, png or pdf, not '%s'", name);
}

/* All are written before any is put into its place. */
static void write_files(
	const struct figures *figures, const struct drawings *drawings, enum plot_format format)
{
	struct draft *drafts = memory_allocate(drawings->count, sizeof *drafts);
	bool fine = true;

	pipeline_make_folder(folder);
	for (size_t i = 0; i < drawings->count; i++) {
		struct text name = TEXT_INIT;

		text_add_format(&name, "%s.%s", figures->items[i].stem, plot_format_name(format));
		draft_init(&drafts[i], folder, name.data);
		fine = fine && draft_write(&drafts[i], &drawings->items[i]);
		text_release(&name);
	}
	for (size_t i = 0; i < drawings->count; i++) {
		if (fine)
			draft_publish(&drafts[i]);
		draft_release(&drafts[i]);
	}
	free(drafts);
	if (!fine)
		die("no charts were written");
}

static void draw(const struct figures *figures, const struct book *book)
{
	enum plot_format format = find_format(format_name);
	struct drawings drawings;

	switch (plot_draw(&drawings, figures, book, format, folder)) {
	case GNUPLOT_FINE:
		write_files(figures, &drawings, format);
		break;
	case GNUPLOT_MISSING:
		die("gnuplot, which draws charts, is not installed (Debian: gnuplot-nox)");
	case GNUPLOT_FAILED:
		die("no charts were written");
	}
	drawings_release(&drawings);
}

int main(int argc, char **argv)
{
	char **paths = program_begin(&program, argc, argv);
	struct experiment experiment;
	struct book book;
	struct tables tables;
	struct figures figures;

	if (!folder)
		die_usage("--output is missing");
	if (templates_folder)
		templates_use(templates_folder);
	experiment_read(&experiment, experiment_path);
	book_read(&book, &experiment, paths);
	tables_plan(&tables, &experiment, &book);
	figures_plan(&figures, &book, &tables);
	draw(&figures, &book);
	figures_release(&figures);
	tables_release(&tables);
	book_release(&book);
	experiment_release(&experiment);
	return program_end();
}
