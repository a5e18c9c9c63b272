/* SPDX-License-Identifier: GPL-3.0-or-later */
/* merge - partials in, the summaries out that stats makes of all their samples together */
#include <math.h>

#include "core/experiment.h"
#include "core/message.h"
#include "core/program.h"
#include "stats/stream/fields.h"
#include "stats/stream/packing.h"
#include "stats/stream/partial.h"
#include "stats/stream/summaries.h"

static const char *experiment_path;
static const char *fields = GROUPS_FIELDS_DEFAULT;
static double tau = NAN;
static double alpha = NAN;
static bool partial;

static const struct option_spec options[] = {
	{ OPTION_TEXT, 'e', "experiment", "FILE", &experiment_path, "as for stats" },
	{ OPTION_FACTOR, 't', "tau", "X", &tau, "as for stats" },
	{ OPTION_CHANCE, 'a', "alpha", "X", &alpha, "as for stats" },
	{ OPTION_TEXT, 'b', "by", "FIELDS", &fields,
		"as for stats, which must have kept further fields: stats --partial --by FIELDS" },
	{ OPTION_FLAG, 'p', "partial", NULL, &partial,
		"write no summaries, but partials again, to be merged further" },
	OPTION_OUTPUT,
	{ .kind = OPTION_END },
};

static const struct program program = {
	.verb = "merge",
	.summary = "Summarise samples that stats has taken in parts",
	.arguments = "[FILE]...",
	.description =
		"Reads what stats --partial wrote of parts of a stream, in the order of the parts,\n"
		"and writes what stats writes of the whole, byte for byte.",
	.options = options,
};

/* What becomes of records: summaries, or partials again. */
struct merging {
	struct summaries summaries;
	struct packing packing;
	struct text out;
};

static void summarise_sample(
	const struct sample *sample, const struct record *record, void *context)
{
	struct merging *merging = context;

	summaries_take_sample(&merging->summaries, sample, record, &merging->out);
}

static void pack_sample(const struct sample *sample, const struct record *record, void *context)
{
	struct merging *merging = context;

	packing_add(&merging->packing, sample, record, &merging->out);
}

static void check_kept(const struct record *record, const struct strings *wanted)
{
	for (size_t i = 0; i < wanted->count; i++)
		if (!partial_keeps(record, wanted->items[i]))
			die("--by %s: a partial does not keep it; stats --partial --by %s,... does",
				wanted->items[i], wanted->items[i]);
}

/* Samples that cannot be read back are lost, and that is said in the records, too. */
static void take_partial(struct merging *merging, struct record *record)
{
	const char *why;

	check_kept(record, &merging->summaries.groups.other_fields);
	why = partial_read(record,
		&(struct partial_sink){ partial ? pack_sample : summarise_sample, merging });
	if (!why)
		return;
	warn("%s", why);
	if (partial)
		packing_flush(&merging->packing, &merging->out);
	problem_write(&merging->out, &(struct problem){
					     .run = NAN,
					     .part = NAN,
					     .status = PROBLEM_UNREADABLE,
					     .message = why,
				     });
}

static bool takes_whole(struct merging *merging, const struct record *record)
{
	return partial ? packing_take(&merging->packing, record, &merging->out)
		       : !summaries_take(&merging->summaries, record, &merging->out);
}

static void take(struct record *record, void *context)
{
	struct merging *merging = context;
	bool is_taken = true;

	if (record->kind == RECORD_SUMMARY)
		die("a summary: merge takes what stats --partial wrote");
	if (record->kind == RECORD_PARTIAL)
		take_partial(merging, record);
	else
		is_taken = takes_whole(merging, record);
	program_write_text(&merging->out);
	if (!is_taken)
		program_pass_on(record);
}

static void flush(struct text *records, void *context)
{
	(void)context;
	program_write_text(records);
}

static void write_end(struct merging *merging)
{
	struct experiment experiment;
	const struct policy policy = { &experiment, { tau, NAN, alpha } };

	experiment_read(&experiment, experiment_path);
	if (partial)
		packing_flush(&merging->packing, &merging->out);
	else
		summaries_write(
			&merging->summaries, &policy, &(struct summary_sink){ flush, NULL });
	program_write_text(&merging->out);
	experiment_release(&experiment);
}

int main(int argc, char **argv)
{
	char **paths = program_begin(&program, argc, argv);
	struct merging merging = { .out = TEXT_INIT };

	fields_check(fields);
	if (partial && (experiment_path || !isnan(tau) || !isnan(alpha)))
		die_usage(
			"--partial decides nothing: --experiment, --tau and --alpha are for the last merge");
	summaries_init(&merging.summaries, fields);
	packing_init(&merging.packing, &merging.summaries.groups.other_fields);
	program_read_records(paths, take, &merging);
	write_end(&merging);
	packing_release(&merging.packing);
	summaries_release(&merging.summaries);
	text_release(&merging.out);
	return program_end();
}
