/* SPDX-License-Identifier: GPL-3.0-or-later */
/* stats - samples in, a summary with its verdict out for each group of repeats */
#include <math.h>
#include <stdlib.h>

#include "core/experiment.h"
#include "core/message.h"
#include "core/program.h"
#include "stats/methods/policy.h"
#include "stats/repeats/failures.h"
#include "stats/repeats/groups.h"
#include "stats/repeats/links.h"
#include "stats/repeats/marks.h"
#include "stats/repeats/summarise.h"
#include "stats/within/contribute.h"
#include "stats/within/intervals.h"

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

struct state {
	struct groups groups;
	struct within within;
	struct failures failures;
	struct bandwidths bandwidths;
};

static double number_of(const struct record *record, const char *name)
{
	double number;

	return json_member_number(record->tree, name, &number) ? number : NAN;
}

/* A sample that cannot be used is kept as a problem that quotes where it came from. */
static void refuse(struct record *record, const char *why)
{
	const char *source = json_member_text(record->tree, "source");
	struct text out = TEXT_INIT;

	warn("%s: %s", source ? source : "a sample", why);
	problem_write(&out, &(struct problem){
				    .system = json_member_text(record->tree, "system"),
				    .test = json_member_text(record->tree, "test"),
				    .run = number_of(record, "run"),
				    .part = number_of(record, "part"),
				    .status = PROBLEM_INVALID,
				    .message = why,
				    .source = source,
			    });
	program_write_text(&out);
	text_release(&out);
}

static void take_fact(struct state *state, const struct record *record)
{
	const char *why = bandwidths_add(&state->bandwidths, record);

	if (why)
		warn("%s", why);
}

/* Samples of a series are read by charts, too. */
static void take_sample(struct state *state, struct record *record)
{
	bool is_timed = json_member(record->tree, "time") != NULL;
	const char *why = is_timed ? within_add(&state->within, &state->groups, record)
				   : groups_add(&state->groups, record);

	if (why)
		refuse(record, why);
	else if (is_timed)
		program_pass_on(record);
}

static void take(struct record *record, void *context)
{
	struct state *state = context;

	if (record->kind == RECORD_SAMPLE) {
		take_sample(state, record);
	} else {
		if (record->kind == RECORD_PROBLEM)
			failures_add(&state->failures, record);
		else if (record->kind == RECORD_ENVIRONMENT)
			take_fact(state, record);
		else if (record->kind == RECORD_SERIES)
			within_note(&state->within, record);
		program_pass_on(record);
	}
	record_free(record);
}

static void write_series(struct state *state, const struct policy *policy)
{
	struct text out = TEXT_INIT;

	within_contribute(&state->within,
		&(struct within_context){ &state->groups, &state->failures, policy }, &out);
	program_write_text(&out);
	text_release(&out);
}

static void write_groups(struct state *state, const struct policy *policy)
{
	struct text out = TEXT_INIT;
	struct marks marks;

	marks_init(&marks, &state->groups, policy, &state->bandwidths);
	for (size_t i = 0; i < state->groups.index.count; i++) {
		const struct group *group = &state->groups.items[i];
		struct failed_test *failed = failures_of(
			&state->failures, group->system, group->test);

		if (group->count == 0)
			continue;
		if (failed)
			failed->has_values = true;
		summarise_group(
			&(struct summarising){
				.groups = &state->groups,
				.marks = &marks,
				.failed = failed,
				.margins = policy_margins(
					policy, group->test, group->metric, group->unit),
			},
			group, &out);
		program_write_text(&out);
	}
	links_write_notes(&state->groups, &marks, &out);
	program_write_text(&out);
	marks_release(&marks);
	text_release(&out);
}

static void write_failed_tests(struct state *state)
{
	struct text out = TEXT_INIT;

	for (size_t i = 0; i < state->failures.index.count; i++) {
		if (state->failures.tests[i].has_values)
			continue;
		summarise_failed_test(&state->failures.tests[i], &out);
		program_write_text(&out);
	}
	text_release(&out);
}

/* A field that a record has already would be there twice. */
static void check_fields(void)
{
	static const char *const taken[] = { "kind", "unit", "better", "n", "mean", "variance",
		"sd", "cv", "ci", "median", "mad", "min", "max", "failed", "bound", "first",
		"bounds", "cached", "marks", "verdict", "reasons", "values", "resolution", "tau",
		"alpha", "sources",
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
	struct state state = { 0 };
	size_t repeated;

	experiment_read(&experiment, experiment_path);
	check_fields();
	groups_init(&state.groups, fields);
	program_read_records(paths, take, &state);
	repeated = groups_sort(&state.groups) + within_sort(&state.within);
	if (repeated)
		warn("%zu samples came twice, from the same lines of logs: counted once", repeated);
	write_series(&state, &policy);
	write_groups(&state, &policy);
	write_failed_tests(&state);
	within_release(&state.within);
	groups_release(&state.groups);
	failures_release(&state.failures);
	bandwidths_release(&state.bandwidths);
	experiment_release(&experiment);
	return program_end();
}
