/* SPDX-License-Identifier: GPL-3.0-or-later */
/* report - from a folder of logs, or saved samples, to a folder with a report */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "core/experiment.h"
#include "core/message.h"
#include "core/program.h"
#include "core/templates.h"
#include "render/report/folders.h"
#include "render/report/gallery.h"
#include "render/report/interruption.h"
#include "render/report/pipeline.h"
#include "render/report/plot/gnuplot.h"
#include "render/report/saved.h"

static const char *experiment_path;
static const char *folder = "report";
static const char *layout;
static const char *jobs;
static const char *tau;
static const char *delta;
static const char *alpha;
static const char *baseline;
static const char *templates_folder;

static const struct option_spec options[] = {
	{ OPTION_TEXT, 'o', "output", "DIR", &folder, "the report's folder, default report" },
	{ OPTION_TEXT, 'e', "experiment", "FILE", &experiment_path,
		"the experiment that the logs belong to" },
	{ OPTION_TEXT, 'j', "jobs", "N", &jobs, "read logs by N processes, as for ingest" },
	{ OPTION_TEXT, 'l', "layout", "LAYOUT", &layout, "how a path names a log, as for ingest" },
	{ OPTION_TEXT, '\0', "tau", "X", &tau, "the spread allowed, as for stats" },
	{ OPTION_TEXT, 'd', "delta", "X", &delta, "the margin of equality, as for rank" },
	{ OPTION_TEXT, 'a', "alpha", "X", &alpha, "the chance of error, as for stats and rank" },
	{ OPTION_TEXT, 'b', "baseline", "SYSTEM", &baseline, "as for rank" },
	{ OPTION_TEXT, 't', "templates", "DIR", &templates_folder,
		"take words and looks from there before those built in" },
	{ .kind = OPTION_END },
};

static const struct program program = {
	.verb = "report",
	.summary = "From a folder of logs to a report, in one go",
	.arguments = "RESULTS",
	.description =
		"Writes index.html, report.md, report.xlsx, charts/, samples.jsonl and analysis.jsonl,\n"
		"all of them or none. RESULTS is a folder of logs, or a file of samples that ingest\n"
		"wrote (-: standard input). gnuplot draws the charts; without it there are none.\n"
		"The report's folder cannot lie in RESULTS, where everything is read as logs.",
	.options = options,
};

/* The files on the way from logs to a report. */
enum part { SAMPLES, SUMMARIES, ANALYSIS, MARKDOWN, WORKBOOK, PAGE, PART_COUNT };

static const char *const part_names[] = {
	[SAMPLES] = "samples.jsonl",
	[SUMMARIES] = "summaries.jsonl", /* only on the way: never published */
	[ANALYSIS] = "analysis.jsonl",
	[MARKDOWN] = "report.md",
	[WORKBOOK] = "report.xlsx",
	[PAGE] = "index.html",
};

static const char charts_name[] = "charts";

struct report {
	struct strings made; /* folders for it that were not there */
	struct draft parts[PART_COUNT];
	struct gallery charts;
	bool has_charts;
};

/* Which options of this verb's are passed on to which other. */
static const struct {
	const char *verb;
	const char *option;
	const char *const *value;
} passed_on[] = {
	{ "ingest", "--experiment", &experiment_path },
	{ "ingest", "--layout", &layout },
	{ "ingest", "--jobs", &jobs },
	{ "stats", "--experiment", &experiment_path },
	{ "stats", "--tau", &tau },
	{ "stats", "--alpha", &alpha },
	{ "rank", "--experiment", &experiment_path },
	{ "rank", "--delta", &delta },
	{ "rank", "--alpha", &alpha },
	{ "rank", "--baseline", &baseline },
	{ "chart", "--experiment", &experiment_path },
	{ "chart", "--templates", &templates_folder },
	{ "markdown", "--experiment", &experiment_path },
	{ "markdown", "--templates", &templates_folder },
	{ "xlsx", "--experiment", &experiment_path },
	{ "xlsx", "--templates", &templates_folder },
	{ "page", "--experiment", &experiment_path },
	{ "page", "--templates", &templates_folder },
};

/* Quiet in a pipe. */
static void say_progress(const char *what)
{
	if (isatty(STDERR_FILENO))
		note("%s", what);
}

/* Runs a verb with the options passed on to it and further arguments, which are then freed. */
static bool run(
	const char *verb, struct strings *further, const char *input, const struct draft *output)
{
	struct strings arguments = { 0 };
	bool fine;

	for (size_t i = 0; i < sizeof passed_on / sizeof *passed_on; i++)
		if (strcmp(passed_on[i].verb, verb) == 0)
			pipeline_add_option(&arguments, passed_on[i].option, *passed_on[i].value);
	for (size_t i = 0; i < further->count; i++)
		strings_add(&arguments, further->items[i]);
	fine = pipeline_run(verb, &arguments, input, output);
	free(arguments.items);
	free(further->items);
	return fine;
}

static bool gather_samples(const struct report *report, const char *path, bool are_saved)
{
	struct strings arguments = { 0 };

	say_progress("reading");
	if (are_saved)
		return pipeline_copy(path, &report->parts[SAMPLES]);
	strings_add(&arguments, "--");
	strings_add(&arguments, path);
	return run("ingest", &arguments, NULL, &report->parts[SAMPLES]);
}

/* Without any record there is nothing to report, and an older report is the better one. */
static bool has_records(const struct draft *samples, const char *path)
{
	struct stat status;

	if (fstat(samples->descriptor, &status) == 0 && status.st_size > 0)
		return true;
	warn("%s: nothing to report was found in it", path);
	return false;
}

static bool make(const struct report *report, enum part part, enum part from, const char *verb,
	struct strings *arguments)
{
	say_progress(part_names[part]);
	return run(verb, arguments, report->parts[from].interim, &report->parts[part]);
}

static bool analyse(const struct report *report)
{
	struct strings none = { 0 };

	return make(report, SUMMARIES, SAMPLES, "stats", &none) &&
	       make(report, ANALYSIS, SUMMARIES, "rank", &(struct strings){ 0 });
}

/* A report can do without charts; what it lacks is said. */
static void draw(struct report *report)
{
	struct strings arguments = { 0 };

	if (!gnuplot_is_installed()) {
		note("gnuplot is not installed (Debian: gnuplot-nox): the report has no charts");
		return;
	}
	say_progress(charts_name);
	pipeline_add_option(&arguments, "--charts", report->charts.path);
	pipeline_add_option(&arguments, "--output", report->charts.interim);
	report->has_charts = run("chart", &arguments, report->parts[ANALYSIS].interim, NULL);
	if (!report->has_charts)
		warn("the report has no charts");
}

static bool render(const struct report *report)
{
	struct strings markdown = { 0 };
	struct strings workbook = { 0 };
	struct strings page = { 0 };

	pipeline_add_option(&markdown, "--charts", report->has_charts ? charts_name : NULL);
	pipeline_add_option(&workbook, "--output", "-");
	pipeline_add_option(&page, "--charts", report->has_charts ? report->charts.interim : NULL);
	return make(report, MARKDOWN, ANALYSIS, "markdown", &markdown) &&
	       make(report, WORKBOOK, ANALYSIS, "xlsx", &workbook) &&
	       make(report, PAGE, ANALYSIS, "page", &page);
}

static void publish(struct report *report)
{
	for (int part = 0; part < PART_COUNT; part++)
		if (part != SUMMARIES)
			draft_publish(&report->parts[part]);
	gallery_publish(&report->charts);
}

/* Whatever links lead there: before a folder is made, and when it is there. */
static void refuse_within(const char *results, struct report *report)
{
	if (!folders_has(results, folder))
		return;
	folders_remove(&report->made);
	die_usage("%s is in %s, where the next report would read it", folder, results);
}

static void begin(struct report *report, const char *results)
{
	interruption_catch(); /* so that drafts are cleaned up, and all of them are published or none */
	refuse_within(results, report);
	folders_make(folder, &report->made);
	refuse_within(results, report);
	for (int part = 0; part < PART_COUNT; part++)
		draft_init(&report->parts[part], folder, part_names[part]);
	gallery_init(&report->charts, folder, charts_name);
}

/* A folder that was made for a report goes when there is none. */
static void release(struct report *report, bool is_published)
{
	for (int part = 0; part < PART_COUNT; part++)
		draft_release(&report->parts[part]);
	gallery_release(&report->charts);
	if (!is_published)
		folders_remove(&report->made);
	strings_release(&report->made);
}

/* What is wrong with a file that several verbs read is said once, before anything is written. */
static void check_options(char **paths)
{
	struct experiment experiment;

	if (!paths[0] || paths[1])
		die_usage("%s", paths[0] ? "one RESULTS at a time" : "RESULTS is missing");
	if (templates_folder)
		templates_use(templates_folder);
	experiment_read(&experiment, experiment_path);
	experiment_release(&experiment);
}

int main(int argc, char **argv)
{
	char **paths = program_begin(&program, argc, argv);
	struct report report = { 0 };
	bool are_saved;
	bool fine;

	check_options(paths);
	are_saved = saved_is_at(paths[0]);
	begin(&report, paths[0]);
	fine = gather_samples(&report, paths[0], are_saved) &&
	       has_records(&report.parts[SAMPLES], paths[0]) && analyse(&report);
	if (fine)
		draw(&report);
	fine = fine && render(&report) && !interruption_came();
	if (fine)
		publish(&report);
	release(&report, fine);
	interruption_obey();
	if (!fine)
		die("no report was written");
	return program_end();
}
