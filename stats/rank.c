/* SPDX-License-Identifier: GPL-3.0-or-later */
/* rank - summaries in, what the data support about systems out */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/experiment.h"
#include "core/index.h"
#include "core/memory.h"
#include "core/message.h"
#include "core/program.h"
#include "stats/methods/policy.h"
#include "stats/ranking/classes.h"
#include "stats/ranking/conclude.h"
#include "stats/ranking/family.h"

static const char *experiment_path;
static const char *baseline;
static double delta = NAN;
static double alpha = NAN;

static const struct option_spec options[] = {
	{ OPTION_TEXT, 'e', "experiment", "FILE", &experiment_path,
		"the experiment, for margins and conclusions" },
	{ OPTION_FACTOR, 'd', "delta", "X", &delta,
		"systems within this of one another are equal, e.g. 0.05" },
	{ OPTION_CHANCE, 'a', "alpha", "X", &alpha,
		"the share of rankings that may err in any of their pairs, default 0.05" },
	{ OPTION_TEXT, 'b', "baseline", "SYSTEM", &baseline,
		"compare against this system, default the experiment's" },
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
	struct records records; /* that the summaries borrow from */
	struct summary **summaries;
	size_t summary_count;
	size_t summary_capacity;

	struct index index; /* of families, by test, part and metric */
	struct family *families;
	size_t family_capacity;
};

static void add_summary(struct state *state, struct record *record)
{
	struct summary *summary = memory_allocate(1, sizeof *summary);
	const char *why = summary_read(summary, record);

	if (why) {
		warn("%s", why);
		summary_release(summary);
		free(summary);
		record_free(record);
		return;
	}
	records_add(&state->records, record);
	state->summaries = memory_reserve_one(state->summaries, state->summary_count,
		&state->summary_capacity, sizeof *state->summaries);
	state->summaries[state->summary_count++] = summary;
}

static void take(struct record *record, void *context)
{
	if (record->kind != RECORD_RANKING && record->kind != RECORD_CONCLUSION)
		program_pass_on(record);
	if (record->kind == RECORD_SUMMARY)
		add_summary(context, record);
	else
		record_free(record);
}

static struct family *family_of(struct state *state, const struct summary *summary)
{
	struct text key = TEXT_INIT;
	size_t known = state->index.count;
	size_t number;

	text_add_format(&key, "%s\n%.17g\n%s", summary->test ? summary->test : "", summary->part,
		summary->metric);
	number = index_add(&state->index, (struct slice){ key.data, key.data + key.length });
	text_release(&key);
	if (number == known) {
		state->families = memory_reserve_one(
			state->families, known, &state->family_capacity, sizeof *state->families);
		state->families[number] = (struct family){
			.test = summary->test,
			.part = summary->part,
			.metric = summary->metric,
			.unit = summary->unit,
			.better = summary->better,
		};
	}
	return &state->families[number];
}

/* Only what is measured alike is compared. */
static void join(struct family *family, const struct summary *summary)
{
	if (summary->metric &&
		(!same_label(family->unit, summary->unit) || family->better != summary->better)) {
		warn("%s/%s: %s is in another unit, or better the other way: left out",
			summary->test ? summary->test : "", summary->metric,
			summary->system ? summary->system : "?");
		return;
	}
	family->summaries = memory_reserve_one((void *)family->summaries, family->summary_count,
		&family->summary_capacity, sizeof *family->summaries);
	family->summaries[family->summary_count++] = summary;
}

static void join_summaries(struct state *state)
{
	for (size_t i = 0; i < state->summary_count; i++)
		if (state->summaries[i]->metric)
			join(family_of(state, state->summaries[i]), state->summaries[i]);
}

/* A test that failed on a system is missing from each of that test's metrics. */
static void join_failed_tests(struct state *state)
{
	for (size_t i = 0; i < state->summary_count; i++) {
		const struct summary *failed = state->summaries[i];

		for (size_t f = 0; !failed->metric && f < state->index.count; f++)
			if (same_label(state->families[f].test, failed->test))
				join(&state->families[f], failed);
	}
}

static void check_baseline(const struct state *state)
{
	for (size_t i = 0; i < state->summary_count; i++)
		if (same_label(state->summaries[i]->system, baseline))
			return;
	warn("no summary is of the baseline '%s'", baseline);
}

static void admit_families(
	struct state *state, const struct policy *policy, struct classes *classes)
{
	const char *other = policy->experiment->baseline;

	for (size_t f = 0; f < state->index.count; f++) {
		struct family *family = &state->families[f];
		struct margins margins = policy_margins(
			policy, family->test, family->metric, family->unit);

		family->category = policy_category(
			policy->experiment, family->test, family->metric, family->unit);
		family->alpha = margins.alpha;
		family->delta = margins.delta;
		family->baseline = baseline ? baseline : other;
		family_admit(family);
		classes_add(classes, family);
	}
	classes_fit(classes);
}

static void rank_families(struct state *state, const struct policy *policy)
{
	struct classes classes = { 0 };
	struct text out = TEXT_INIT;

	admit_families(state, policy, &classes);
	for (size_t f = 0; f < state->index.count; f++) {
		classes_moderate(&classes, &state->families[f]);
		family_rank(&state->families[f]);
		family_write(&state->families[f], &out);
		program_write_text(&out);
	}
	classes_release(&classes);
	text_release(&out);
}

/* The experiment's conclusions are about data of its tests. */
static bool is_of_experiment(const struct state *state, const struct experiment *experiment)
{
	for (size_t i = 0; i < state->summary_count; i++)
		if (experiment_test(experiment, state->summaries[i]->test))
			return true;
	return false;
}

static void write_conclusions(struct state *state, const struct experiment *experiment)
{
	struct families families = { state->families, state->index.count };
	struct text out = TEXT_INIT;

	if (!is_of_experiment(state, experiment))
		return;
	for (size_t i = 0; i < experiment->conclusion_count; i++) {
		conclude(&families, &experiment->conclusions[i], &out);
		program_write_text(&out);
	}
	text_release(&out);
}

static void release(struct state *state)
{
	for (size_t f = 0; f < state->index.count; f++)
		family_release(&state->families[f]);
	for (size_t i = 0; i < state->summary_count; i++) {
		summary_release(state->summaries[i]);
		free(state->summaries[i]);
	}
	free(state->families);
	free(state->summaries);
	index_release(&state->index);
	records_release(&state->records);
}

int main(int argc, char **argv)
{
	char **paths = program_begin(&program, argc, argv);
	struct experiment experiment;
	struct state state = { 0 };

	experiment_read(&experiment, experiment_path);
	program_read_records(paths, take, &state);
	if (state.summary_count == 0)
		note("no summaries to rank: they come from stats");
	if (baseline)
		check_baseline(&state);
	join_summaries(&state);
	join_failed_tests(&state);
	rank_families(&state, &(struct policy){ &experiment, { NAN, delta, alpha } });
	write_conclusions(&state, &experiment);
	release(&state);
	experiment_release(&experiment);
	return program_end();
}
