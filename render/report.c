/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report - from a folder of logs, or saved samples, to a folder with a report */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/experiment.h"
#include "core/input.h"
#include "core/lines.h"
#include "core/message.h"
#include "core/program.h"
#include "render/report/gallery.h"
#include "render/report/pipeline.h"
#include "render/report/plot/gnuplot.h"

enum { FIRST_LINE_LIMIT = 16 * 1024 * 1024 };

static const char charts_name[] = "charts";

static const char *experiment_path;
static const char *folder = "report";
static const char *layout;
static const char *tau;
static const char *delta;
static const char *alpha;
static const char *baseline;
static const char *templates_folder;

static const struct option_spec options[] = {
	{ OPTION_TEXT, 'o', "output", "DIR", &folder, "the report's folder, default report" },
	{ OPTION_TEXT, 'e', "experiment", "FILE", &experiment_path,
		"the experiment that the logs belong to" },
	{ OPTION_TEXT, 'l', "layout", "LAYOUT", &layout, "how a path names a log, as for ingest" },
	{ OPTION_TEXT, 't', "tau", "X", &tau, "the spread allowed, as for stats" },
	{ OPTION_TEXT, 'd', "delta", "X", &delta, "the margin of equality, as for rank" },
	{ OPTION_TEXT, 'a', "alpha", "X", &alpha, "the chance of error, as for stats and rank" },
	{ OPTION_TEXT, 'b', "baseline", "SYSTEM", &baseline, "as for rank" },
	{ OPTION_TEXT, '\0', "templates", "DIR", &templates_folder,
		"take words and looks from there before those built in" },
	{ .kind = OPTION_END },
};

static const struct program program = {
	.verb = "report",
	.summary = "From a folder of logs to a report, in one go",
	.arguments = "RESULTS",
	.description =
		"Writes samples.jsonl, analysis.jsonl, report.md, report.xlsx and charts/, whole or\n"
		"not at all. RESULTS is a folder of logs, or a file of samples that ingest wrote\n"
		"(-: standard input). gnuplot draws the charts; without it there are none.",
	.options = options,
};

struct report {
	struct draft samples;
	struct draft summaries; /* only on the way: never published */
	struct draft analysis;
	struct draft markdown;
	struct draft workbook;
	struct gallery charts;
	bool has_charts;
};

static void add_option(struct strings *arguments, const char *name, const char *value)
{
	if (!value)
		return;
	strings_add(arguments, name);
	strings_add(arguments, value);
}

/* Saved records are JSON Lines with a kind; a folder cannot be read. */
static bool is_records(const char *path)
{
	struct input *input;
	struct lines lines;
	struct line line;
	struct record *record = NULL;
	bool has_kind;
	const char *why;

	if (strcmp(path, "-") == 0)
		return true;
	input = input_open(path);
	if (!input && errno == EISDIR)
		return false;
	if (!input)
		die("%s: %s", path, strerror(errno));
	lines_init(&lines, input, FIRST_LINE_LIMIT);
	if (lines_next(&lines, &line))
		record = record_parse(line.text, &why);
	has_kind = record && json_member_text(record->tree, "kind");
	record_free(record);
	lines_release(&lines);
	input_close(input);
	return has_kind;
}

static bool gather_samples(const struct report *report, const char *path)
{
	struct strings arguments = { 0 };
	bool fine;

	if (is_records(path))
		return pipeline_copy(path, &report->samples);
	add_option(&arguments, "--experiment", experiment_path);
	add_option(&arguments, "--layout", layout);
	strings_add(&arguments, "--");
	strings_add(&arguments, path);
	fine = pipeline_run("ingest", &arguments, NULL, &report->samples);
	free(arguments.items);
	return fine;
}

static bool analyse(const struct report *report)
{
	struct strings stats = { 0 };
	struct strings rank = { 0 };
	bool fine;

	add_option(&stats, "--experiment", experiment_path);
	add_option(&stats, "--tau", tau);
	add_option(&stats, "--alpha", alpha);
	add_option(&rank, "--experiment", experiment_path);
	add_option(&rank, "--delta", delta);
	add_option(&rank, "--alpha", alpha);
	add_option(&rank, "--baseline", baseline);
	fine = pipeline_run("stats", &stats, report->samples.interim, &report->summaries) &&
	       pipeline_run("rank", &rank, report->summaries.interim, &report->analysis);
	free(stats.items);
	free(rank.items);
	return fine;
}

/* A report can do without charts; what it lacks is said. */
static void draw(struct report *report)
{
	struct strings arguments = { 0 };

	if (!gnuplot_is_installed()) {
		note("gnuplot is not installed (Debian: gnuplot-nox): the report has no charts");
		return;
	}
	add_option(&arguments, "--experiment", experiment_path);
	add_option(&arguments, "--templates", templates_folder);
	add_option(&arguments, "--charts", report->charts.path);
	add_option(&arguments, "--output", report->charts.interim);
	report->has_charts = pipeline_run("chart", &arguments, report->analysis.interim, NULL);
	if (!report->has_charts)
		warn("the report has no charts");
	free(arguments.items);
}

static bool write_markdown(const struct report *report)
{
	struct strings arguments = { 0 };
	bool fine;

	add_option(&arguments, "--experiment", experiment_path);
	add_option(&arguments, "--templates", templates_folder);
	add_option(&arguments, "--charts", report->has_charts ? charts_name : NULL);
	fine = pipeline_run("markdown", &arguments, report->analysis.interim, &report->markdown);
	free(arguments.items);
	return fine;
}

static bool write_workbook(const struct report *report)
{
	struct strings arguments = { 0 };
	bool fine;

	add_option(&arguments, "--experiment", experiment_path);
	add_option(&arguments, "--templates", templates_folder);
	add_option(&arguments, "--output", "-");
	fine = pipeline_run("xlsx", &arguments, report->analysis.interim, &report->workbook);
	free(arguments.items);
	return fine;
}

static void publish(struct report *report)
{
	draft_publish(&report->samples);
	draft_publish(&report->analysis);
	draft_publish(&report->markdown);
	draft_publish(&report->workbook);
	gallery_publish(&report->charts);
}

static void release(struct report *report)
{
	draft_release(&report->samples);
	draft_release(&report->summaries);
	draft_release(&report->analysis);
	draft_release(&report->markdown);
	draft_release(&report->workbook);
	gallery_release(&report->charts);
}

int main(int argc, char **argv)
{
	char **paths = program_begin(&program, argc, argv);
	struct experiment experiment;
	struct report report = { 0 };
	bool fine;

	if (!paths[0] || paths[1])
		die_usage("%s", paths[0] ? "one RESULTS at a time" : "RESULTS is missing");
	experiment_read(&experiment, experiment_path); /* what is wrong with it is said once */
	experiment_release(&experiment);
	pipeline_make_folder(folder);
	draft_init(&report.samples, folder, "samples.jsonl");
	draft_init(&report.summaries, folder, "summaries.jsonl");
	draft_init(&report.analysis, folder, "analysis.jsonl");
	draft_init(&report.markdown, folder, "report.md");
	draft_init(&report.workbook, folder, "report.xlsx");
	gallery_init(&report.charts, folder, charts_name);

	fine = gather_samples(&report, paths[0]) && analyse(&report);
	if (fine)
		draw(&report);
	fine = fine && write_markdown(&report) && write_workbook(&report);
	if (fine)
		publish(&report);
	release(&report);
	if (!fine)
		die("no report was written");
	return program_end();
}
