/* SPDX-License-Identifier: GPL-3.0-or-later */
/* summarise - a group of repeats, and the runs that failed, as a summary record */
#include "stats/repeats/summarise.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "stats/methods/interval.h"
#include "stats/methods/moments.h"
#include "stats/methods/order.h"
#include "stats/methods/stability.h"
#include "stats/methods/structure.h"
#include "stats/repeats/reasons.h"
#include "stats/repeats/settle.h"

static void compute_moments(struct summary *summary, const double *values, size_t n)
{
	double *ascending = sorted(values, n);

	summary->n = n;
	summary->mean = mean(values, n);
	summary->median = median_of_sorted(ascending, n);
	summary->mad = median_absolute_deviation(ascending, n, summary->median);
	summary->min = ascending[0];
	summary->max = ascending[n - 1];
	free(ascending);
	if (n < 2)
		return;
	summary->variance = variance_about(summary->mean, values, n);
	summary->sd = sqrt(summary->variance);
	if (summary->mean > 0)
		summary->cv = summary->sd / summary->mean;
	summary->ci[0] = mean_interval(summary->mean, summary->sd, n, 0.95).low;
	summary->ci[1] = mean_interval(summary->mean, summary->sd, n, 0.95).high;
	if (n >= 3)
		summary->r = lag1_autocorrelation_about(summary->mean, values, n);
}

/* Which of the failures are of runs that gave a value of this group; the caller frees it. */
static bool *find_given(const struct sifted *sifted, const struct failed_test *failed)
{
	bool *given = memory_allocate(failed->count, sizeof *given);
	struct trail_cursor cursor;
	struct trace trace;

	repeats_begin(&cursor, sifted->groups, sifted->group);
	for (size_t i = 0; i < sifted->group->repeats.values.count; i++) {
		const struct failure *failure;

		repeats_next(&cursor, sifted->groups, &trace);
		failure = isnan(trace.key) ? NULL : failure_of_run(failed, trace.key);
		if (failure)
			given[failure - failed->items] = true;
	}
	trail_end(&cursor);
	return given;
}

/* Bytes that could not be read, who knows of which run, are no run that failed, nor is one that was not tried. */
static bool is_of_no_run(const struct failure *failure)
{
	if (failure->status == PROBLEM_NOT_TRIED)
		return true;
	return isnan(failure->run) &&
	       (failure->status == PROBLEM_UNREADABLE || failure->status == PROBLEM_INVALID);
}

/* Runs that failed and gave no value of this group; *message is the first one's. */
static size_t count_failed(
	const struct sifted *sifted, const struct failed_test *failed, const char **message)
{
	bool *given = find_given(sifted, failed);
	size_t count = 0;

	for (size_t i = 0; i < failed->count; i++) {
		if (given[i] || is_of_no_run(&failed->items[i]))
			continue;
		if (count++ == 0)
			*message = failed->items[i].message;
	}
	free(given);
	return count;
}

static void add_failures(
	struct summary *summary, struct sifted *sifted, const struct failed_test *failed)
{
	const char *message = NULL;

	if (!failed)
		return;
	summary->failed = count_failed(sifted, failed, &message);
	if (summary->failed)
		text_add_format(&sifted->reasons, "%zu of %zu runs failed: %s\n", summary->failed,
			count_runs(summary), message);
}

/* Splits lines into the list, in place. */
static void split_reasons(struct strings *list, char *lines)
{
	char *rest = lines;

	for (char *line = strsep(&rest, "\n"); line; line = strsep(&rest, "\n"))
		if (*line)
			strings_add(list, line);
}

/* "< 61865984", which the caller frees. */
static void add_bounds(struct summary *summary, const struct sifted *sifted)
{
	struct trail_cursor cursor;
	struct trace trace;

	if (sifted->counts[FATE_BOUND] == 0)
		return;
	repeats_begin(&cursor, sifted->groups, sifted->group);
	for (size_t i = 0; i < sifted->group->repeats.values.count; i++) {
		const struct form *form = repeats_next(&cursor, sifted->groups, &trace);
		struct text bound = TEXT_INIT;
		char number[NUMBER_SIZE];

		if (sifted->fates[i] != FATE_BOUND)
			continue;
		number_write(number, sifted->group->repeats.values.items[i]);
		text_add_format(&bound, "%s %s", bound_sign(form->bound), number);
		strings_add(&summary->bounds, text_detach(&bound));
	}
	trail_end(&cursor);
}

/* Its values are borrowed from those sifted. */
static void add_repeats(struct summary *summary, const struct sifted *sifted)
{
	summary->first = sifted_values(sifted, FATE_FIRST);
	summary->cached = sifted_values(sifted, FATE_CACHED);
	summary->values = sifted->used;
	add_bounds(summary, sifted);
	summary->resolution = sifted->resolution;
	summary->bound = sifted->bound;
}

static struct summary begin_summary(const struct summarising *with, const struct group *group)
{
	struct summary summary = summary_of_nothing();

	summary.system = group->system;
	summary.test = group->test;
	summary.part = group->part;
	summary.metric = group->metric;
	summary.unit = group->unit;
	summary.better = group->better;
	summary.tau = with->margins.tau;
	summary.alpha = with->margins.alpha;
	return summary;
}

static enum verdict judge(
	const struct summary *summary, const struct margins *margins, struct text *reasons)
{
	struct judgement judgement = judge_stability(
		summary->values.items, summary->n, summary->resolution, margins);

	if (summary->bound == BOUND_NONE)
		reasons_add(reasons, &judgement);
	return judgement.verdict;
}

/* The last byte stays: whether a comma follows depends on it. */
static void flush_much(const struct summarising *with, struct text *out)
{
	enum { MUCH = 1 << 16 };
	char last;

	if (out->length < MUCH)
		return;
	last = out->data[--out->length];
	with->sink->flush(out, with->sink->context);
	text_add_char(out, last);
}

static void write_values(
	const struct summarising *with, const struct numbers *values, struct text *out)
{
	for (size_t i = 0; i < values->count; i++) {
		json_add_number(out, NULL, values->items[i]);
		flush_much(with, out);
	}
}

static void write_sources(const struct summarising *with, const struct sifted *sifted,
	enum fate fate, struct text *out)
{
	struct text quoted = TEXT_INIT;
	struct pattern pattern = { 0 };
	const struct form *last = NULL;
	struct trail_cursor cursor;
	struct trace trace;

	if (sifted->counts[fate] == 0)
		return;
	repeats_begin(&cursor, sifted->groups, sifted->group);
	for (size_t i = 0; i < sifted->group->repeats.values.count; i++) {
		const struct form *form = repeats_next(&cursor, sifted->groups, &trace);

		if (sifted->fates[i] != fate || !form->pattern.text)
			continue;
		if (form != last) {
			text_clear(&quoted);
			pattern_quote(&form->pattern, &quoted);
			pattern = pattern_read(quoted.data);
			last = form;
		}
		json_add_name(out, NULL);
		pattern_add_text(&pattern, trace.numbers, out);
		flush_much(with, out);
	}
	trail_end(&cursor);
	text_release(&quoted);
}

static void write_summary(const struct summarising *with, const struct summary *summary,
	const struct sifted *sifted, struct text *out)
{
	summary_write_before_values(out, summary);
	write_values(with, &summary->values, out);
	summary_write_before_sources(out, summary);
	for (int fate = 0; fate < FATE_COUNT; fate++)
		write_sources(with, sifted, (enum fate)fate, out);
	summary_write_end(out);
	groups_write_others(with->groups, sifted->group, NULL, out);
}

static void release_group_summary(struct summary *summary)
{
	for (size_t i = 0; i < summary->bounds.count; i++)
		free((char *)summary->bounds.items[i]);
	summary->values = (struct numbers){ 0 };
	summary_release(summary);
}

void summarise_group(const struct summarising *with, const struct group *group, struct text *out)
{
	struct summary summary = begin_summary(with, group);
	struct sifted sifted;
	enum verdict verdict;

	marks_sift(with->marks, group, with->margins.tau, &sifted);
	add_repeats(&summary, &sifted);
	compute_moments(&summary, summary.values.items, summary.values.count);
	verdict = judge(&summary, &with->margins, &sifted.reasons);
	summary.not_steady = group->not_steady;
	text_add(&sifted.reasons, group->courses.data);
	add_failures(&summary, &sifted, with->failed);
	summary.verdict = verdict_name(settle(verdict, &summary));
	marks_find(with->marks, &sifted, &summary.marks, &sifted.reasons);
	split_reasons(&summary.reasons, sifted.reasons.data);
	write_summary(with, &summary, &sifted, out);
	release_group_summary(&summary);
	sifted_release(&sifted);
}

/* *message is the first one's. */
static size_t count_status(
	const struct failed_test *failed, enum problem_status status, const char **message)
{
	size_t count = 0;

	for (size_t i = 0; i < failed->count; i++)
		if (failed->items[i].status == status && count++ == 0)
			*message = failed->items[i].message;
	return count;
}

/*
 * "2 of 3 runs: curl: (7) Failed to connect": how many ended so, and the first one's words;
 * "1 of 10 runs: timed out; 9 not tried: no run before it ended in time".
 */
static void explain_failures(
	const struct failed_test *failed, enum problem_status status, struct text *reason)
{
	const char *message = NULL;
	const char *why = NULL;
	size_t count = count_status(failed, status, &message);
	size_t not_tried = count_status(failed, PROBLEM_NOT_TRIED, &why);

	if (status == PROBLEM_NOT_RUN)
		text_add(reason, "not run: ");
	if (status == PROBLEM_NOT_TRIED)
		text_add(reason, "not tried: ");
	text_add_format(reason, "%zu of %zu runs: %s", count, failed->count, message);
	if (not_tried && status != PROBLEM_NOT_TRIED)
		text_add_format(reason, "; %zu not tried: %s", not_tried, why);
}

void summarise_failed_test(const struct failed_test *failed, struct text *out)
{
	struct summary summary = summary_of_nothing();
	enum problem_status status = failed_test_status(failed);
	struct text reason = TEXT_INIT;

	summary.system = failed->system;
	summary.test = failed->test;
	summary.verdict = problem_status_verdict(status);
	explain_failures(failed, status, &reason);
	strings_add(&summary.reasons, reason.data);
	summary_write(out, &summary);
	summary_release(&summary);
	text_release(&reason);
}
