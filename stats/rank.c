/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rank - summaries in, what the data support about systems out */
#include <math.h>
#include <string.h>

#include "core/experiment.h"
#include "core/message.h"
#include "core/program.h"
#include "stats/ranking/conclude.h"
#include "stats/ranking/given.h"
#include "stats/stream/rankings.h"

static const char *experiment_path;
static const char *baseline;
static double delta = NAN;
static double alpha = NAN;

static const struct option_spec options[] = {
	{ OPTION_TEXT, 'e', "experiment", "FILE", &experiment_path,
		"the experiment, for margins and conclusions" },
	{ OPTION_AMOUNT, 'd', "delta", "X", &delta,
		"systems within this of one another are equal, e.g. 0.05" },
	{ OPTION_CHANCE, 'a', "alpha", "X", &alpha,
		"the share of rankings that may err in any of their pairs, default 0.05" },
	{ OPTION_TEXT, 'b', "baseline", "SYSTEM", &baseline,
		"compare against this system, default the experiment's" },
	OPTION_OUTPUT,
	{ .kind = OPTION_END },
};

static const struct program program = {
	.verb = "rank",
	.summary = "Compare systems, claim what the data support",
	.arguments = "[FILE]...",
	.description = "Reads records, passes them on, and adds a ranking of each metric and the\n"
		       "experiment's conclusions; those already there are replaced.",
	.options = options,
};

struct state {
	struct rankings rankings;
	struct given given;
};

/* What this program adds itself is made anew. */
static bool is_replaced(const struct record *record)
{
	const char *topic = record_text(record, "topic");

	return record->kind == RECORD_RANKING || record->kind == RECORD_CONCLUSION ||
	       (record->kind == RECORD_NOTE && topic && strcmp(topic, GIVEN_TOPIC) == 0);
}

static void take(struct record *record, void *context)
{
	struct state *state = context;

	if (!is_replaced(record))
		program_pass_on(record);
	if (record->kind == RECORD_ENVIRONMENT)
		given_add(&state->given, record);
	if (record->kind == RECORD_SUMMARY)
		rankings_add(&state->rankings, record);
}

static void write_notes(struct given *given)
{
	struct text out = TEXT_INIT;

	given_write_notes(given, &out);
	program_write_text(&out);
	text_release(&out);
}

static void check_baseline(const struct rankings *rankings)
{
	for (size_t i = 0; i < rankings->summary_count; i++)
		if (same_label(rankings->summaries[i]->system, baseline))
			return;
	warn("no summary is of the baseline '%s'", baseline);
}

static void write_rankings(const struct rankings *rankings)
{
	struct text out = TEXT_INIT;

	for (size_t f = 0; f < rankings->index.count; f++) {
		family_write(&rankings->families[f], &out);
		program_write_text(&out);
	}
	text_release(&out);
}

/* The experiment's conclusions are about data of its tests. */
static bool is_of_experiment(const struct rankings *rankings, const struct experiment *experiment)
{
	for (size_t i = 0; i < rankings->summary_count; i++)
		if (experiment_test(experiment, rankings->summaries[i]->test))
			return true;
	return false;
}

static void write_conclusions(struct rankings *rankings, const struct experiment *experiment)
{
	struct families families = { rankings->families, rankings->index.count };
	struct text out = TEXT_INIT;

	if (!is_of_experiment(rankings, experiment))
		return;
	for (size_t i = 0; i < experiment->conclusion_count; i++) {
		conclude(&families, &experiment->conclusions[i], &out);
		program_write_text(&out);
	}
	text_release(&out);
}

int main(int argc, char **argv)
{
	char **paths = program_begin(&program, argc, argv);
	struct experiment experiment;
	const struct policy policy = { &experiment, { NAN, delta, alpha } };
	struct state state = { 0 };
	struct rankings *rankings = &state.rankings;

	experiment_read(&experiment, experiment_path);
	program_read_records(paths, take, &state);
	if (rankings->summary_count == 0 && !message_has_parent())
		note("no summaries to rank: they come from stats");
	if (baseline)
		check_baseline(rankings);
	rankings_compute(rankings, &(struct ranking_policy){ &policy, baseline });
	write_notes(&state.given);
	write_rankings(rankings);
	write_conclusions(rankings, &experiment);
	rankings_release(rankings);
	given_release(&state.given);
	experiment_release(&experiment);
	return program_end();
}
