/* SPDX-License-Identifier: GPL-3.0-or-later */
/* xlsx - records as a workbook whose statistics are live formulas */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "core/message.h"
#include "core/output.h"
#include "core/program.h"
#include "core/templates.h"
#include "render/workbook/contents.h"
#include "render/workbook/file/sheet.h"

static const char *experiment_path;
static const char *templates_folder;
static size_t sheet_rows = SHEET_MOST_ROWS - 1;

static const struct option_spec options[] = {
	OPTION_OUTPUT,
	{ OPTION_TEXT, 'e', "experiment", "FILE", &experiment_path,
		"the experiment, for its tables and its order" },
	{ OPTION_TEXT, 't', "templates", "DIR", &templates_folder,
		"take words/... from there before those built in" },
	{ OPTION_COUNT, 'r', "rows", "N", &sheet_rows,
		"samples on a sheet at most, default 1048575: the others go to further ones" },
	{ .kind = OPTION_END },
};

static const struct program program = {
	.verb = "xlsx",
	.summary = "Show records as a workbook",
	.arguments = "-o FILE [FILE]...",
	.description =
		"Reads what rank, stats, compare or ingest wrote. Statistics in the workbook are\n"
		"formulas over its samples. FILE is written whole or not at all.",
	.options = options,
};

/* Reproducible: never the present. Nothing in a zip file is older than 1980. */
static time_t created(void)
{
	static const time_t earliest = 315532800;
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	time_t given = epoch ? (time_t)strtoll(epoch, NULL, 10) : 0;

	return given > earliest ? given : earliest;
}

static void check_options(void)
{
	if (!program_output)
		die_usage("-o FILE is missing");
	if (sheet_rows > SHEET_MOST_ROWS - 1)
		die_usage("--rows takes a whole number up to %d", SHEET_MOST_ROWS - 1);
	if (strcmp(program_output, "-") == 0 && isatty(STDOUT_FILENO))
		die_usage("a workbook is not for a terminal: -o FILE");
}

int main(int argc, char **argv)
{
	char **paths = program_begin(&program, argc, argv);
	struct spreadsheet *spreadsheet;
	struct material material;
	const char *why;

	check_options();
	if (templates_folder)
		templates_use(templates_folder);
	material_read(&material, experiment_path, paths, sheet_rows);
	spreadsheet = spreadsheet_begin(&(struct spreadsheet_properties){
		.title = material.experiment.title,
		.subject = "Benchmark results",
		.author = "benchpipe " BENCHPIPE_VERSION,
		.created = created(),
	});
	contents_write(spreadsheet, &material);
	material_release(&material);
	why = spreadsheet_end(spreadsheet, stdout);
	if (why)
		output_fail(why);
	return program_end();
}
