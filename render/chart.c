/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chart - records as charts, drawn by gnuplot */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/experiment.h"
#include "core/memory.h"
#include "core/message.h"
#include "core/program.h"
#include "core/templates.h"
#include "render/report/choice.h"
#include "render/report/figures.h"
#include "render/report/folders.h"
#include "render/report/pipeline.h"
#include "render/report/plot.h"
#include "render/report/terminal.h"

static const char *experiment_path;
static const char *folder;
static const char *format_name;
static const char *kind_name;
static const char *test_name;
static const char *metric_name;
static const char *charts_folder;
static const char *templates_folder;

static const struct option_spec options[] = {
	{ OPTION_TEXT, 'o', "output", "DIR", &folder, "write a file for each chart into DIR" },
	{ OPTION_TEXT, 'T', "type", "TYPE", &format_name,
		"svg, png, pdf or dumb (text); default svg with -o, else dumb" },
	{ OPTION_TEXT, 'k', "kind", "KIND", &kind_name,
		"only bars, ranking, boxes, runs, series or percentiles" },
	{ OPTION_TEXT, '\0', "test", "TEST", &test_name, "only of that test" },
	{ OPTION_TEXT, '\0', "metric", "METRIC", &metric_name, "only of that metric" },
	{ OPTION_TEXT, 'e', "experiment", "FILE", &experiment_path,
		"the experiment, for its tables and its order" },
	{ OPTION_TEXT, 't', "templates", "DIR", &templates_folder,
		"take charts/... from DIR where it has them" },
	{ OPTION_TEXT, '\0', "charts", "DIR", &charts_folder,
		"take charts that are there, and still hold, as they are; default that of -o" },
	{ .kind = OPTION_END },
};

static const struct program program = {
	.verb = "chart",
	.summary = "Draw records as charts",
	.arguments = "[FILE]...",
	.description =
		"Reads what rank, or stats, wrote. Without -o the charts are text on the terminal, of\n"
		"bars unless --kind says otherwise; a single one of another type is written to standard\n"
		"output. gnuplot draws them.",
	.options = options,
};

static enum plot_format find_format(void)
{
	const char *name = format_name ? format_name : folder ? "svg" : "dumb";

	for (enum plot_format format = 0; format < PLOT_FORMAT_COUNT; format++)
		if (strcmp(plot_format_name(format), name) == 0)
			return format;
	die_usage("--type takes svg, png, pdf or dumb, not '%s'", name);
}

/* -1: all that a report needs. */
static int find_kind(void)
{
	if (!kind_name)
		return folder ? -1 : FIGURE_BARS;
	for (enum figure_kind kind = 0; kind < FIGURE_KIND_COUNT; kind++)
		if (strcmp(figure_kind_name(kind), kind_name) == 0)
			return (int)kind;
	die_usage("--kind takes bars, ranking, boxes, runs, series or percentiles, not '%s'",
		kind_name);
}

/* All are written before any is put into its place. */
static void write_files(
	const struct figures *figures, const struct drawings *drawings, enum plot_format format)
{
	struct draft *drafts = memory_allocate(drawings->count, sizeof *drafts);
	bool fine = true;

	folders_make(folder, NULL);
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
	if (isatty(STDERR_FILENO))
		note("%zu charts in %s", drawings->count, folder);
}

static void print(const struct drawings *drawings)
{
	struct text out = TEXT_INIT;

	for (size_t i = 0; i < drawings->count; i++) {
		if (i)
			text_add_char(&out, '\n');
		text_add_bytes(&out, drawings->items[i].data, drawings->items[i].length);
	}
	program_write_text(&out);
	text_release(&out);
}

static void deliver(
	const struct figures *figures, const struct drawings *drawings, enum plot_format format)
{
	if (folder)
		write_files(figures, drawings, format);
	else if (format == PLOT_DUMB)
		print(drawings);
	else
		program_write(drawings->items[0].data, drawings->items[0].length);
}

static void draw(const struct figures *figures, const struct book *book, enum plot_format format)
{
	struct medium medium = { .format = format };
	struct drawings drawings;

	if (!folder && format != PLOT_DUMB && figures->count != 1)
		die_usage(
			"%zu charts: name a folder with --output, or one with --kind, --test and --metric",
			figures->count);
	terminal_size(&medium.columns, &medium.lines);
	switch (plot_draw(
		&drawings, figures, book, &medium, charts_folder ? charts_folder : folder)) {
	case GNUPLOT_FINE:
		deliver(figures, &drawings, format);
		break;
	case GNUPLOT_MISSING:
		die("gnuplot, which draws charts, is not installed (Debian: gnuplot-nox)");
	case GNUPLOT_FAILED:
		die("no charts were drawn");
	}
	drawings_release(&drawings);
}

static void plan(struct figures *figures, const struct book *book, const struct tables *tables)
{
	int kind = find_kind();

	if (kind < 0)
		figures_plan(figures, book, tables);
	else
		figures_plan_kind(figures, (enum figure_kind)kind, book, tables);
	if (figures->count == 0 && (!folder || kind >= 0 || test_name || metric_name))
		die("nothing in these records can be drawn so");
}

int main(int argc, char **argv)
{
	char **paths = program_begin(&program, argc, argv);
	enum plot_format format = find_format();
	struct experiment experiment;
	struct book book;
	struct tables tables;
	struct tables chosen;
	struct figures figures;

	find_kind(); /* what is wrong with it is said before anything is read */
	if (templates_folder)
		templates_use(templates_folder);
	experiment_read(&experiment, experiment_path);
	book_read(&book, &experiment, paths);
	tables_check_choice(&book, test_name, metric_name);
	tables_plan(&tables, &experiment, &book);
	tables_choose(&chosen, &tables, &book, test_name, metric_name);
	plan(&figures, &book, test_name || metric_name ? &chosen : &tables);
	draw(&figures, &book, format);
	figures_release(&figures);
	tables_release(&chosen);
	tables_release(&tables);
	book_release(&book);
	experiment_release(&experiment);
	return program_end();
}
