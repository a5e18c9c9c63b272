/* SPDX-License-Identifier: GPL-3.0-or-later */
/* ingest - raw logs in, sample and problem records out */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "core/message.h"
#include "core/program.h"
#include "core/units.h"
#include "ingest/log/given.h"
#include "ingest/log/job_log.h"
#include "ingest/log/layout.h"
#include "ingest/log/results.h"

static const char *experiment_path;
static const char *format_name;
static const char *jobs = "1";
static const char *layout = LAYOUT_DEFAULT;
static struct strings settings;
static struct strings mappings;
static bool list_formats;
static bool strict;

static const struct option_spec options[] = {
	{ OPTION_TEXT, 'e', "experiment", "FILE", &experiment_path,
		"the experiment that the logs belong to" },
	{ OPTION_TEXT, 'f', "format", "NAME", &format_name,
		"read all as this format, whatever the content" },
	{ OPTION_TEXT, 'j', "jobs", "N", &jobs,
		"read by N processes, 0 for one a processor; the output is the same" },
	{ OPTION_FLAG, '\0', "list-formats", NULL, &list_formats, "list the formats known" },
	{ OPTION_TEXT, 'l', "layout", "LAYOUT", &layout,
		"how a path names a log, default " LAYOUT_DEFAULT },
	{ OPTION_LIST, 'm', "map", "FIELD=COLUMN", &mappings,
		"the column of a CSV table, or the member of a JSON object, that holds a field" },
	{ OPTION_LIST, 's', "set", "NAME=VALUE", &settings,
		"set a field of every record that has none, or unit=, quantity= or command= for the tool" },
	{ OPTION_FLAG, '\0', "strict", NULL, &strict, "numbers left unread are problems" },
	OPTION_OUTPUT,
	{ .kind = OPTION_END },
};

static const struct program program = {
	.verb = "ingest",
	.summary = "Read raw benchmark logs, write sample and problem records",
	.arguments = "[LOG|FOLDER]...",
	.description =
		"Logs are recognised by their content; gzip and xz are unpacked. The path\n"
		"names system, test and run, as in results/Kata/dd/1.log. Logs that lie\n"
		"otherwise have a layout, which says how their paths end, {run} a number and\n"
		"{} anything: --layout '{test}-{system}-{run}.txt' or '{}/{system} {test} {run}.log'.",
	.options = options,
};

static void print_formats(void)
{
	for (size_t i = 0; formats[i]; i++)
		printf("%-14s %s\n", formats[i]->name, formats[i]->summary);
}

static void set_number(double *number, const char *name, const char *value)
{
	char *end;

	*number = strtod(value, &end);
	if (end == value || *end != '\0' || !isfinite(*number))
		die_usage("--set %s= takes a number, not '%s'", name, value);
}

static void set_unit(struct labels *labels, const char *value)
{
	struct slice at = slice_of(value);
	double factor;

	if (!unit_find(value) && !(scan_time_unit(&at, &factor) && slice_is_empty(at)))
		die_usage("--set unit= takes a unit such as MiB, not '%s'", value);
	labels->unit = value;
}

static void set_quantity(struct labels *labels, const char *value)
{
	if (!job_log_is_quantity(slice_of(value)))
		die_usage("--set quantity= takes one that fio logs, such as clat, not '%s'", value);
	labels->quantity = value;
}

/* What a log says itself: a record has it once. */
static bool is_of_log(const char *field)
{
	static const char *const fields[] = { "kind", "metric", "value", "time", "resolution",
		"status", "message" };

	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		if (strcmp(fields[i], field) == 0)
			return true;
	return false;
}

/* Of a field that is set twice the last value counts. */
static void set_extra(struct labels *labels, const char *field, const char *value)
{
	if (is_of_log(field))
		die_usage("--set cannot say %s: that is what logs say", field);
	for (size_t i = 0; i < labels->extra_count; i++) {
		if (strcmp(labels->extra[i].name, field) == 0) {
			labels->extra[i].value = value;
			return;
		}
	}
	labels->extra = memory_resize(
		labels->extra, labels->extra_count + 1, sizeof *labels->extra);
	labels->extra[labels->extra_count++] = (struct label){ field, value };
}

/* The field is borrowed from the command line, which the '=' is cut out of. */
static void apply_setting(struct labels *labels, char *setting)
{
	char *value = strchr(setting, '=');

	if (!value || value == setting)
		die_usage("--set takes NAME=VALUE, not '%s'", setting);
	*value++ = '\0';
	if (strcmp(setting, "system") == 0) {
		labels->system = value;
	} else if (strcmp(setting, "test") == 0) {
		labels->test = value;
	} else if (strcmp(setting, "run") == 0) {
		set_number(&labels->run, setting, value);
	} else if (strcmp(setting, "part") == 0) {
		set_number(&labels->part, setting, value);
	} else if (strcmp(setting, "unit") == 0) {
		set_unit(labels, value);
	} else if (strcmp(setting, "quantity") == 0) {
		set_quantity(labels, value);
	} else if (strcmp(setting, "command") == 0) {
		labels->command = value;
	} else if (strcmp(setting, "source") == 0) {
		labels->source = value;
	} else {
		set_extra(labels, setting, value);
	}
}

/* The same: FIELD is one of a sample. */
static void apply_mapping(struct labels *labels, char *mapping)
{
	char *column = strchr(mapping, '=');

	if (!column || !column[1])
		die_usage("--map takes FIELD=COLUMN, not '%s'", mapping);
	*column++ = '\0';
	if (!is_sample_field(mapping))
		die_usage("--map: a sample has no field '%s'", mapping);
	labels->columns = memory_resize(
		labels->columns, labels->column_count + 1, sizeof *labels->columns);
	labels->columns[labels->column_count++] = (struct label){ mapping, column };
}

static size_t count_workers(void)
{
	struct slice rest = slice_of(jobs);
	uint64_t count;

	if (!scan_integer(&rest, &count) || !slice_is_empty(rest) || count > WORKERS_MOST)
		die_usage("--jobs takes a whole number from 0 to %d, not '%s'", WORKERS_MOST, jobs);
	return count ? (size_t)count : workers_processors();
}

static void check_options(struct results *results)
{
	struct labels *labels = &results->tasks.labels;
	struct reader *reader = &results->tasks.reader;
	const char *wrong = layout_check(layout);

	if (wrong)
		die_usage("the layout '%s': %s", layout, wrong);
	if (format_name && !(reader->only = format_find(format_name)))
		die_usage("there is no format '%s'; --list-formats lists them", format_name);
	reader->strict = strict;
	results->worker_count = count_workers();
	for (size_t i = 0; i < settings.count; i++)
		apply_setting(labels, (char *)settings.items[i]);
	for (size_t i = 0; i < mappings.count; i++)
		apply_mapping(labels, (char *)mappings.items[i]);
}

int main(int argc, char **argv)
{
	char **paths = program_begin(&program, argc, argv);
	struct experiment experiment;
	struct results results;

	if (list_formats) {
		print_formats();
		return program_end();
	}
	experiment_read(&experiment, experiment_path);
	results_init(&results, layout, &experiment);
	check_options(&results);
	if (!*paths)
		results_read(&results, "-");
	for (; *paths; paths++)
		results_read(&results, *paths);
	results_finish(&results);
	free(results.tasks.labels.extra);
	free(results.tasks.labels.columns);
	free(settings.items);
	free(mappings.items);
	experiment_release(&experiment);
	return program_end();
}
