/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stats - samples in, a summary with its verdict out for each group of repeats */
#include <math.h>

#include "core/experiment.h"
#include "core/message.h"
#include "core/program.h"
#include "stats/stream/fields.h"
#include "stats/stream/packing.h"
#include "stats/stream/summaries.h"

static const char *experiment_path;
static const char *fields = GROUPS_FIELDS_DEFAULT;
static double tau = NAN;
static double alpha = NAN;
static bool partial;

static const struct option_spec options[] = {
	{ OPTION_TEXT, 'e', "experiment", "FILE", &experiment_path,
		"the experiment, for the margins of its tests" },
	{ OPTION_FACTOR, 't', "tau", "X", &tau,
		"the spread allowed to stable repeats, e.g. 0.05, for every metric" },
	{ OPTION_CHANCE, 'a', "alpha", "X", &alpha,
		"the share of cases in which a verdict may err, default 0.05" },
	{ OPTION_TEXT, 'b', "by", "FIELDS", &fields,
		"what makes samples repeats of one another, default " GROUPS_FIELDS_DEFAULT },
	{ OPTION_FLAG, 'p', "partial", NULL, &partial,
		"write no summaries, but what merge makes them of, from several such outputs" },
	OPTION_OUTPUT,
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

static void refuse(const struct record *record)
{
	if (record->kind == RECORD_SUMMARY)
		die("a summary: stats takes the samples behind it, such as a report's samples.jsonl");
	program_refuse_partial(record);
}

static void take(struct record *record, void *context)
{
	struct text out = TEXT_INIT;

	refuse(record);
	if (summaries_take(context, record, &out))
		program_pass_on(record);
	program_write_text(&out);
	text_release(&out);
}

static void pack(struct record *record, void *context)
{
	struct text out = TEXT_INIT;
	bool is_packed;

	refuse(record);
	is_packed = packing_take(context, record, &out);
	program_write_text(&out);
	if (!is_packed)
		program_pass_on(record);
	text_release(&out);
}

static void flush(struct text *records, void *context)
{
	(void)context;
	program_write_text(records);
}

static void summarise(char **paths)
{
	struct experiment experiment;
	const struct policy policy = { &experiment, { tau, NAN, alpha } };
	struct summaries summaries;

	experiment_read(&experiment, experiment_path);
	summaries_init(&summaries, fields);
	program_read_records(paths, take, &summaries);
	summaries_write(&summaries, &policy, &(struct summary_sink){ flush, NULL });
	summaries_release(&summaries);
	experiment_release(&experiment);
}

static void write_partials(char **paths)
{
	struct groups groups;
	struct packing packing;
	struct text out = TEXT_INIT;

	if (experiment_path || !isnan(tau) || !isnan(alpha))
		die_usage(
			"--partial decides nothing: --experiment, --tau and --alpha are for merge");
	groups_init(&groups, fields);
	packing_init(&packing, &groups.other_fields);
	program_read_records(paths, pack, &packing);
	packing_flush(&packing, &out);
	program_write_text(&out);
	text_release(&out);
	packing_release(&packing);
	groups_release(&groups);
}

int main(int argc, char **argv)
{
	char **paths = program_begin(&program, argc, argv);

	fields_check(fields);
	if (partial)
		write_partials(paths);
	else
		summarise(paths);
	return program_end();
}
