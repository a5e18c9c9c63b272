/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stats - samples in, a summary with its verdict out for each group of repeats */
#include <math.h>

#include "core/experiment.h"
#include "core/message.h"
#include "core/program.h"
#include "stats/stream/summaries.h"

static const char *experiment_path;
static const char *fields = GROUPS_FIELDS_DEFAULT;
static double tau = NAN;
static double alpha = NAN;

static const struct option_spec options[] = {
	{ OPTION_TEXT, 'e', "experiment", "FILE", &experiment_path,
		"the experiment, for the margins of its tests" },
	{ OPTION_FACTOR, 't', "tau", "X", &tau,
		"the spread allowed to stable repeats, e.g. 0.05, for every metric" },
	{ OPTION_CHANCE, 'a', "alpha", "X", &alpha,
		"the share of cases in which a verdict may err, default 0.05" },
	{ OPTION_TEXT, 'b', "by", "FIELDS", &fields,
		"what makes samples repeats of one another, default " GROUPS_FIELDS_DEFAULT },
	{ .kind = OPTION_END },
};

static const struct program program = {
	.verb = "stats",
	.summary = "Summarise repeats, say whether they are stable and why",
	.arguments = "[FILE]...",
	.description =
		"Reads records and writes a summary for each group of samples, and a series\n"
		"record for each run of which there are samples with a time; these, and other\n"
		"records, are passed on.",
	.options = options,
};

static void take(struct record *record, void *context)
{
	struct text out = TEXT_INIT;

	if (record->kind == RECORD_SUMMARY)
		die("a summary: stats takes the samples behind it, such as a report's samples.jsonl");
	if (summaries_take(context, record, &out))
		program_pass_on(record);
	program_write_text(&out);
	text_release(&out);
}

static void flush(struct text *records, void *context)
{
	(void)context;
	program_write_text(records);
}

/* A field that a record has already would be there twice. */
static void check_fields(void)
{
	static const char *const taken[] = { "kind", "unit", "better", "n", "mean", "variance",
		"sd", "cv", "ci", "median", "mad", "min", "max", "failed", "not_steady", "bound",
		"first", "bounds", "cached", "marks", "verdict", "reasons", "values", "resolution",
		"tau", "alpha", "sources",
		/* and those of a series */
		"interval", "dropped", "zero", "cut", "cut_time", "effective_n", "r",
		"whole_mean" };
	struct slice rest = slice_of(fields);
	struct slice field = rest;

	for (; !slice_is_empty(rest); scan_char(&rest, ',')) {
		field = rest;
		if (!scan_until(&rest, ",", &field))
			rest.start = rest.end;
		for (size_t i = 0; i < sizeof taken / sizeof *taken; i++)
			if (slice_equals(slice_trim(field), taken[i]))
				die_usage("--by cannot take '%s', which a summary has itself",
					taken[i]);
	}
}

int main(int argc, char **argv)
{
	char **paths = program_begin(&program, argc, argv);
	struct experiment experiment;
	const struct policy policy = { &experiment, { tau, NAN, alpha } };
	struct summaries summaries;

	experiment_read(&experiment, experiment_path);
	check_fields();
	summaries_init(&summaries, fields);
	program_read_records(paths, take, &summaries);
	summaries_write(&summaries, &policy, &(struct summary_sink){ flush, NULL });
	summaries_release(&summaries);
	experiment_release(&experiment);
	return program_end();
}
