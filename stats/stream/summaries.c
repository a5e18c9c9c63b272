/* SPDX-License-Identifier: GPL-3.0-or-later */
/* summaries - the samples of a stream, and what they come to */
#include "stats/stream/summaries.h"

#include "core/message.h"
#include "stats/repeats/links.h"
#include "stats/repeats/marks.h"
#include "stats/repeats/summarise.h"
#include "stats/within/contribute.h"

void summaries_init(struct summaries *summaries, const char *fields)
{
	*summaries = (struct summaries){ 0 };
	groups_init(&summaries->groups, fields);
	within_init(&summaries->within);
}

/* A sample that cannot be used is kept as a problem that quotes where it came from. */
static void refuse(const struct sample *sample, const char *why, struct text *out)
{
	warn("%s: %s", sample->source ? sample->source : "a sample", why);
	problem_write(out, &(struct problem){
				   .system = sample->system,
				   .test = sample->test,
				   .run = sample->run,
				   .part = sample->part,
				   .status = PROBLEM_INVALID,
				   .message = why,
				   .source = sample->source,
			   });
}

static void take_fact(struct summaries *summaries, const struct record *record)
{
	const char *why = bandwidths_add(&summaries->bandwidths, record);

	if (why)
		warn("%s", why);
}

void summaries_take_sample(struct summaries *summaries, const struct sample *sample,
	const struct record *record, struct text *out)
{
	const char *why = groups_add(&summaries->groups, sample, record);

	if (why)
		refuse(sample, why, out);
}

/* Samples of a series are read by charts, too. */
static bool take_sample(struct summaries *summaries, const struct record *record, struct text *out)
{
	bool is_timed = record_has(record, "time");
	struct sample sample;
	const char *why = sample_read(&sample, record);

	if (!why && !is_timed) {
		summaries_take_sample(summaries, &sample, record, out);
		return false;
	}
	if (!why)
		why = within_add(&summaries->within, &summaries->groups, &sample, record);
	if (why)
		refuse(&sample, why, out);
	return !why;
}

bool summaries_take(struct summaries *summaries, const struct record *record, struct text *out)
{
	if (record->kind == RECORD_SAMPLE)
		return take_sample(summaries, record, out);
	if (record->kind == RECORD_PROBLEM)
		failures_add(&summaries->failures, record);
	else if (record->kind == RECORD_ENVIRONMENT)
		take_fact(summaries, record);
	else if (record->kind == RECORD_SERIES)
		within_note(&summaries->within, record);
	return true;
}

/* Two of one run may be meant so, or be two runs of one number: the first group is named. */
static void note_same_runs(const struct groups *groups)
{
	const struct group *first = NULL;
	size_t count = 0;

	for (size_t i = groups->index.count; i-- > 0;) {
		const struct group *group = &groups->items[i];

		if (!group->same_runs || group->lacks_runs)
			continue;
		count += group->same_runs;
		first = group;
	}
	if (first)
		note("%zu %s of a run that another is of, first in %s of %s on %s: each counts as a repeat",
			count, count == 1 ? "sample is" : "samples are", first->metric,
			first->test ? first->test : "?", first->system ? first->system : "?");
}

static void sort(struct summaries *summaries)
{
	size_t repeated = groups_sort(&summaries->groups) +
			  within_sort(&summaries->within, &summaries->groups.spill);

	failures_settle(&summaries->failures);
	if (repeated)
		warn("%zu samples came twice, from the same lines of logs: counted once", repeated);
	note_same_runs(&summaries->groups);
}

static bool is_in_any(const struct groups *groups, size_t field)
{
	for (size_t i = 0; i < groups->index.count; i++)
		if (groups->items[i].others[field])
			return true;
	return groups->index.count == 0;
}

/* Said once, and behind what else it leads to, such as samples of all tests in one group. */
static void check_fields(const struct groups *groups)
{
	for (size_t i = 0; i < groups->other_fields.count; i++) {
		if (is_in_any(groups, i))
			continue;
		note("no sample has the field '%s' that --by names", groups->other_fields.items[i]);
		mark_data_wrong();
	}
}

static void write_groups(
	struct summaries *summaries, const struct policy *policy, const struct summary_sink *sink)
{
	struct text out = TEXT_INIT;
	struct marks marks;

	marks_init(&marks, &summaries->groups, policy, &summaries->bandwidths);
	for (size_t i = 0; i < summaries->groups.index.count; i++) {
		const struct group *group = &summaries->groups.items[i];
		struct failed_test *failed = failures_of(
			&summaries->failures, group->system, group->test);

		if (group->repeats.values.count == 0)
			continue;
		if (failed)
			failed->has_values = true;
		summarise_group(
			&(struct summarising){
				.groups = &summaries->groups,
				.marks = &marks,
				.failed = failed,
				.margins = policy_margins(
					policy, group->test, group->metric, group->unit),
				.sink = sink,
			},
			group, &out);
		sink->flush(&out, sink->context);
	}
	links_write_notes(&summaries->groups, &marks, &out);
	sink->flush(&out, sink->context);
	marks_release(&marks);
	text_release(&out);
}

static void write_failed_tests(struct summaries *summaries, const struct summary_sink *sink)
{
	struct text out = TEXT_INIT;

	for (size_t i = 0; i < summaries->failures.index.count; i++) {
		if (summaries->failures.tests[i].has_values)
			continue;
		summarise_failed_test(&summaries->failures.tests[i], &out);
		sink->flush(&out, sink->context);
	}
	text_release(&out);
}

void summaries_write(
	struct summaries *summaries, const struct policy *policy, const struct summary_sink *sink)
{
	sort(summaries);
	within_contribute(&summaries->within,
		&(struct within_context){ &summaries->groups, &summaries->failures, policy }, sink);
	check_fields(&summaries->groups);
	write_groups(summaries, policy, sink);
	write_failed_tests(summaries, sink);
}

void summaries_release(struct summaries *summaries)
{
	within_release(&summaries->within, &summaries->groups.spill);
	groups_release(&summaries->groups);
	failures_release(&summaries->failures);
	bandwidths_release(&summaries->bandwidths);
}
