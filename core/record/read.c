/* SPDX-License-Identifier: GPL-3.0-or-later */
/* record/read - the fields of records read */
#include <math.h>
#include <string.h>

#include "core/memory.h"
#include "core/record.h"
#include "core/record/ranking.h"

static size_t count_of(const struct record *record, const char *name)
{
	double number = record_number(record, name);

	return number >= 0 && number < 1e15 ? (size_t)number : 0;
}

static enum better better_of(const struct record *record)
{
	if (record_says(record, "better", "higher"))
		return BETTER_HIGHER;
	if (record_says(record, "better", "lower"))
		return BETTER_LOWER;
	return BETTER_NEITHER;
}

static enum bound bound_of(const struct record *record)
{
	return bound_signed(record_text(record, "bound"));
}

const char *sample_read(struct sample *sample, const struct record *record)
{
	*sample = (struct sample){
		.system = record_text(record, "system"),
		.test = record_text(record, "test"),
		.run = record_number(record, "run"),
		.part = record_number(record, "part"),
		.metric = record_text(record, "metric"),
		.time = record_number(record, "time"),
		.value = record_number(record, "value"),
		.unit = record_text(record, "unit"),
		.better = better_of(record),
		.resolution = record_number(record, "resolution"),
		.bound = bound_of(record),
		.cached = record_text(record, "cached"),
		.set_aside = record_text(record, "set_aside"),
		.exceptional = record_text(record, "exceptional"),
		.source = record_text(record, "source"),
	};
	if (!sample->metric)
		return "a sample without a metric";
	if (isnan(sample->value))
		return "a sample without a finite value";
	if (record_has(record, "bound") && sample->bound == BOUND_NONE)
		return "a sample whose bound is neither < nor >";
	return NULL;
}

const char *problem_read(struct problem *problem, const struct record *record)
{
	*problem = (struct problem){
		.system = record_text(record, "system"),
		.test = record_text(record, "test"),
		.run = record_number(record, "run"),
		.part = record_number(record, "part"),
		.status = problem_status_named(record_text(record, "status")),
		.message = record_text(record, "message"),
		.source = record_text(record, "source"),
	};
	if (problem->status == PROBLEM_STATUS_COUNT)
		return "a problem without a status that is known";
	if (!problem->message)
		problem->message = "no message";
	return NULL;
}

const char *series_read(struct series *series, const struct record *record)
{
	*series = (struct series){
		.system = record_text(record, "system"),
		.test = record_text(record, "test"),
		.run = record_number(record, "run"),
		.part = record_number(record, "part"),
		.metric = record_text(record, "metric"),
		.unit = record_text(record, "unit"),
		.better = better_of(record),
		.n = count_of(record, "n"),
		.interval = record_number(record, "interval"),
		.dropped = count_of(record, "dropped"),
		.zero = count_of(record, "zero"),
		.cut = count_of(record, "cut"),
		.cut_time = record_number(record, "cut_time"),
		.mean = record_number(record, "mean"),
		.sd = record_number(record, "sd"),
		.effective_n = record_number(record, "effective_n"),
		.r = record_number(record, "r"),
		.min = record_number(record, "min"),
		.max = record_number(record, "max"),
		.whole_mean = record_number(record, "whole_mean"),
		.tau = record_number(record, "tau"),
		.verdict = record_text(record, "verdict"),
	};
	record_interval(series->ci, record, "ci");
	record_add_strings(&series->reasons, record, "reasons");
	record_add_strings(&series->sources, record, "sources");
	if (!series->metric)
		return "a series without a metric";
	if (series->n == 0 || isnan(series->mean))
		return "a series without a count of its intervals, or their mean";
	return series->verdict ? NULL : "a series without a verdict";
}

const char *summary_read(struct summary *summary, const struct record *record)
{
	*summary = (struct summary){
		.system = record_text(record, "system"),
		.test = record_text(record, "test"),
		.part = record_number(record, "part"),
		.metric = record_text(record, "metric"),
		.unit = record_text(record, "unit"),
		.better = better_of(record),
		.n = count_of(record, "n"),
		.failed = count_of(record, "failed"),
		.not_steady = count_of(record, "not_steady"),
		.mean = record_number(record, "mean"),
		.variance = record_number(record, "variance"),
		.sd = record_number(record, "sd"),
		.cv = record_number(record, "cv"),
		.median = record_number(record, "median"),
		.mad = record_number(record, "mad"),
		.min = record_number(record, "min"),
		.max = record_number(record, "max"),
		.r = record_number(record, "r"),
		.resolution = record_number(record, "resolution"),
		.tau = record_number(record, "tau"),
		.alpha = record_number(record, "alpha"),
		.verdict = record_text(record, "verdict"),
		.bound = bound_of(record),
	};
	record_interval(summary->ci, record, "ci");
	record_add_strings(&summary->bounds, record, "bounds");
	record_add_strings(&summary->marks, record, "marks");
	record_add_strings(&summary->reasons, record, "reasons");
	record_add_strings(&summary->sources, record, "sources");
	if (!record_add_numbers(&summary->first, record, "first") ||
		!record_add_numbers(&summary->cached, record, "cached") ||
		!record_add_numbers(&summary->values, record, "values"))
		return "a summary with a value that is no number";
	if (summary->values.count != summary->n)
		return "a summary whose n is not the count of its values";
	if (!summary->verdict)
		return "a summary without a verdict";
	return NULL;
}

/* An object in a record has its fields as a record has them. */
static struct record record_within(const struct json *object)
{
	return (struct record){ .tree = (struct json *)object };
}

const char *ranking_read(struct ranking *ranking, const struct record *record)
{
	*ranking = (struct ranking){
		.test = record_text(record, "test"),
		.part = record_number(record, "part"),
		.metric = record_text(record, "metric"),
		.unit = record_text(record, "unit"),
		.better = better_of(record),
		.chain = record_text(record, "chain"),
		.baseline = record_text(record, "baseline"),
		.delta = record_number(record, "delta"),
		.alpha = record_number(record, "alpha"),
	};
	ranking_read_letters(ranking, record);
	record_add_strings(&ranking->left_out, record, "left_out");
	record_add_strings(&ranking->reasons, record, "reasons");
	if (!ranking_read_pairs(ranking, record))
		return "a ranking with a pair that lacks a system or a relation";
	return ranking->metric && ranking->chain ? NULL : "a ranking without metric or chain";
}

const char *conclusion_read(struct conclusion *conclusion, const struct record *record)
{
	*conclusion = (struct conclusion){
		.title = record_text(record, "title"),
		.chain = record_text(record, "chain"),
		.better = better_of(record),
	};
	record_add_strings(&conclusion->from, record, "from");
	record_add_strings(&conclusion->left_out, record, "left_out");
	record_add_strings(&conclusion->reasons, record, "reasons");
	return conclusion->title ? NULL : "a conclusion without a title";
}

const char *environment_read(struct environment *environment, const struct record *record)
{
	*environment = (struct environment){
		.system = record_text(record, "system"),
		.name = record_text(record, "name"),
		.value = record_text(record, "value"),
	};
	return environment->name && environment->value ? NULL
						       : "an environment without name or value";
}

const char *annotation_read(struct annotation *annotation, const struct record *record)
{
	*annotation = (struct annotation){
		.topic = record_text(record, "topic"),
		.message = record_text(record, "message"),
	};
	record_add_strings(&annotation->from, record, "from");
	return annotation->message ? NULL : "a note without a message";
}

const char *claim_read(struct claim *claim, const struct record *record)
{
	*claim = (struct claim){
		.title = record_text(record, "title"),
		.chain = record_text(record, "chain"),
		.system = record_text(record, "system"),
		.test = record_text(record, "test"),
		.verdict = record_text(record, "verdict"),
		.source = record_text(record, "source"),
	};
	return claim->chain || claim->verdict ? NULL : "a claim without a chain or a verdict";
}

static void read_side(struct summary *side, const struct json *object)
{
	const struct record record = record_within(object);

	*side = summary_of_nothing();
	side->n = count_of(&record, "n");
	side->failed = count_of(&record, "failed");
	side->mean = record_number(&record, "mean");
	side->sd = record_number(&record, "sd");
	side->median = record_number(&record, "median");
	side->min = record_number(&record, "min");
	side->max = record_number(&record, "max");
	side->bound = bound_of(&record);
	side->verdict = record_text(&record, "verdict");
	record_add_strings(&side->marks, &record, "marks");
}

const char *difference_read(struct difference *difference, const struct record *record)
{
	*difference = (struct difference){
		.system = record_text(record, "system"),
		.test = record_text(record, "test"),
		.part = record_number(record, "part"),
		.metric = record_text(record, "metric"),
		.unit = record_text(record, "unit"),
		.better = better_of(record),
		.ratio = record_number(record, "ratio"),
		.delta = record_number(record, "delta"),
		.alpha = record_number(record, "alpha"),
		.verdict = change_named(record_text(record, "verdict")),
		.evidence = record_text(record, "evidence"),
	};
	record_interval(difference->ci, record, "ci");
	read_side(&difference->before, json_member(record->tree, "before"));
	read_side(&difference->after, json_member(record->tree, "after"));
	return difference->verdict != CHANGE_COUNT ? NULL
						   : "a difference without a verdict that is known";
}
