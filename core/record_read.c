/* SPDX-License-Identifier: GPL-3.0-or-later */
/* record_read - the fields of records read */
#include <math.h>
#include <string.h>

#include "core/memory.h"
#include "core/record.h"

/* NaN when the field is not there. */
static double number_of(const struct json *object, const char *name)
{
	double number;

	return json_member_number(object, name, &number) ? number : NAN;
}

static size_t count_of(const struct json *object, const char *name)
{
	double number = number_of(object, name);

	return number >= 0 && number < 1e15 ? (size_t)number : 0;
}

static enum better better_of(const struct json *object)
{
	const char *better = json_member_text(object, "better");

	if (better && strcmp(better, "higher") == 0)
		return BETTER_HIGHER;
	if (better && strcmp(better, "lower") == 0)
		return BETTER_LOWER;
	return BETTER_NEITHER;
}

static enum bound bound_of(const struct json *object)
{
	const char *sign = json_member_text(object, "bound");

	for (int i = BOUND_BELOW; sign && i <= BOUND_ABOVE; i++)
		if (strcmp(bound_sign((enum bound)i), sign) == 0)
			return (enum bound)i;
	return BOUND_NONE;
}

static void read_interval(double interval[2], const struct json *object, const char *name)
{
	const struct json *low = json_first(json_member(object, name));

	if (!json_number(low, &interval[0]) || !json_number(json_next(low), &interval[1]))
		interval[0] = interval[1] = NAN;
}

static void read_strings(struct strings *strings, const struct json *object, const char *name)
{
	const struct json *item = json_first(json_member(object, name));

	for (; item; item = json_next(item))
		if (json_text(item))
			strings_add(strings, json_text(item));
}

static bool read_numbers(struct numbers *numbers, const struct json *object, const char *name)
{
	const struct json *item = json_first(json_member(object, name));

	for (; item; item = json_next(item)) {
		double number;

		if (!json_number(item, &number))
			return false;
		numbers_add(numbers, number);
	}
	return true;
}

const char *sample_read(struct sample *sample, const struct record *record)
{
	const struct json *tree = record->tree;

	*sample = (struct sample){
		.system = json_member_text(tree, "system"),
		.test = json_member_text(tree, "test"),
		.run = number_of(tree, "run"),
		.part = number_of(tree, "part"),
		.metric = json_member_text(tree, "metric"),
		.time = number_of(tree, "time"),
		.value = number_of(tree, "value"),
		.unit = json_member_text(tree, "unit"),
		.better = better_of(tree),
		.resolution = number_of(tree, "resolution"),
		.bound = bound_of(tree),
		.cached = json_member_text(tree, "cached"),
		.set_aside = json_member_text(tree, "set_aside"),
		.exceptional = json_member_text(tree, "exceptional"),
		.source = json_member_text(tree, "source"),
	};
	if (!sample->metric)
		return "a sample without a metric";
	if (isnan(sample->value))
		return "a sample without a finite value";
	if (json_member(tree, "bound") && sample->bound == BOUND_NONE)
		return "a sample whose bound is neither < nor >";
	return NULL;
}

const char *problem_read(struct problem *problem, const struct record *record)
{
	const struct json *tree = record->tree;
	const char *status = json_member_text(tree, "status");

	*problem = (struct problem){
		.system = json_member_text(tree, "system"),
		.test = json_member_text(tree, "test"),
		.run = number_of(tree, "run"),
		.part = number_of(tree, "part"),
		.status = PROBLEM_STATUS_COUNT,
		.message = json_member_text(tree, "message"),
		.source = json_member_text(tree, "source"),
	};
	for (int i = 0; status && i < PROBLEM_STATUS_COUNT; i++)
		if (strcmp(problem_status_text((enum problem_status)i), status) == 0)
			problem->status = (enum problem_status)i;
	if (problem->status == PROBLEM_STATUS_COUNT)
		return "a problem without a status that is known";
	if (!problem->message)
		problem->message = "no message";
	return NULL;
}

const char *series_read(struct series *series, const struct record *record)
{
	const struct json *tree = record->tree;

	*series = (struct series){
		.system = json_member_text(tree, "system"),
		.test = json_member_text(tree, "test"),
		.run = number_of(tree, "run"),
		.part = number_of(tree, "part"),
		.metric = json_member_text(tree, "metric"),
		.unit = json_member_text(tree, "unit"),
		.better = better_of(tree),
		.n = count_of(tree, "n"),
		.interval = number_of(tree, "interval"),
		.dropped = count_of(tree, "dropped"),
		.zero = count_of(tree, "zero"),
		.cut = count_of(tree, "cut"),
		.cut_time = number_of(tree, "cut_time"),
		.mean = number_of(tree, "mean"),
		.sd = number_of(tree, "sd"),
		.effective_n = number_of(tree, "effective_n"),
		.r = number_of(tree, "r"),
		.min = number_of(tree, "min"),
		.max = number_of(tree, "max"),
		.whole_mean = number_of(tree, "whole_mean"),
		.tau = number_of(tree, "tau"),
		.verdict = json_member_text(tree, "verdict"),
	};
	read_interval(series->ci, tree, "ci");
	read_strings(&series->reasons, tree, "reasons");
	read_strings(&series->sources, tree, "sources");
	if (!series->metric)
		return "a series without a metric";
	if (series->n == 0 || isnan(series->mean))
		return "a series without a count of its intervals, or their mean";
	return series->verdict ? NULL : "a series without a verdict";
}

const char *summary_read(struct summary *summary, const struct record *record)
{
	const struct json *tree = record->tree;

	*summary = (struct summary){
		.system = json_member_text(tree, "system"),
		.test = json_member_text(tree, "test"),
		.part = number_of(tree, "part"),
		.metric = json_member_text(tree, "metric"),
		.unit = json_member_text(tree, "unit"),
		.better = better_of(tree),
		.n = count_of(tree, "n"),
		.failed = count_of(tree, "failed"),
		.not_steady = count_of(tree, "not_steady"),
		.mean = number_of(tree, "mean"),
		.variance = number_of(tree, "variance"),
		.sd = number_of(tree, "sd"),
		.cv = number_of(tree, "cv"),
		.median = number_of(tree, "median"),
		.mad = number_of(tree, "mad"),
		.min = number_of(tree, "min"),
		.max = number_of(tree, "max"),
		.r = number_of(tree, "r"),
		.resolution = number_of(tree, "resolution"),
		.tau = number_of(tree, "tau"),
		.alpha = number_of(tree, "alpha"),
		.verdict = json_member_text(tree, "verdict"),
		.bound = bound_of(tree),
	};
	read_interval(summary->ci, tree, "ci");
	read_strings(&summary->bounds, tree, "bounds");
	read_strings(&summary->marks, tree, "marks");
	read_strings(&summary->reasons, tree, "reasons");
	read_strings(&summary->sources, tree, "sources");
	if (!read_numbers(&summary->first, tree, "first") ||
		!read_numbers(&summary->cached, tree, "cached") ||
		!read_numbers(&summary->values, tree, "values"))
		return "a summary with a value that is no number";
	if (summary->values.count != summary->n)
		return "a summary whose n is not the count of its values";
	if (!summary->verdict)
		return "a summary without a verdict";
	return NULL;
}

static bool read_pair(struct pair *pair, const struct json *object)
{
	const char *sign = json_member_text(object, "relation");

	*pair = (struct pair){
		.a = json_member_text(object, "a"),
		.b = json_member_text(object, "b"),
		.ratio = number_of(object, "ratio"),
		.relation = RELATION_COUNT,
		.evidence = json_member_text(object, "evidence"),
	};
	read_interval(pair->ci, object, "ci");
	for (int i = 0; sign && i < RELATION_COUNT; i++)
		if (strcmp(relation_sign((enum relation)i), sign) == 0)
			pair->relation = (enum relation)i;
	return pair->a && pair->b && pair->relation != RELATION_COUNT;
}

static void read_letters(struct ranking *ranking, const struct json *object)
{
	ranking->letters = memory_allocate(json_count(object), sizeof *ranking->letters);
	for (const struct json *item = json_first(object); item; item = json_next(item))
		if (json_name(item) && json_text(item))
			ranking->letters[ranking->letter_count++] =
				(struct letter){ json_name(item), json_text(item) };
}

const char *ranking_read(struct ranking *ranking, const struct record *record)
{
	const struct json *tree = record->tree;
	const struct json *pairs = json_member(tree, "pairs");

	*ranking = (struct ranking){
		.test = json_member_text(tree, "test"),
		.part = number_of(tree, "part"),
		.metric = json_member_text(tree, "metric"),
		.unit = json_member_text(tree, "unit"),
		.better = better_of(tree),
		.chain = json_member_text(tree, "chain"),
		.baseline = json_member_text(tree, "baseline"),
		.delta = number_of(tree, "delta"),
		.alpha = number_of(tree, "alpha"),
		.pairs = memory_allocate(json_count(pairs), sizeof *ranking->pairs),
	};
	read_letters(ranking, json_member(tree, "letters"));
	read_strings(&ranking->left_out, tree, "left_out");
	read_strings(&ranking->reasons, tree, "reasons");
	for (const struct json *item = json_first(pairs); item; item = json_next(item))
		if (!read_pair(&ranking->pairs[ranking->pair_count++], item))
			return "a ranking with a pair that lacks a system or a relation";
	return ranking->metric && ranking->chain ? NULL : "a ranking without metric or chain";
}

const char *conclusion_read(struct conclusion *conclusion, const struct record *record)
{
	const struct json *tree = record->tree;

	*conclusion = (struct conclusion){
		.title = json_member_text(tree, "title"),
		.chain = json_member_text(tree, "chain"),
		.better = better_of(tree),
	};
	read_strings(&conclusion->from, tree, "from");
	read_strings(&conclusion->left_out, tree, "left_out");
	read_strings(&conclusion->reasons, tree, "reasons");
	return conclusion->title ? NULL : "a conclusion without a title";
}

const char *environment_read(struct environment *environment, const struct record *record)
{
	const struct json *tree = record->tree;

	*environment = (struct environment){
		.system = json_member_text(tree, "system"),
		.name = json_member_text(tree, "name"),
		.value = json_member_text(tree, "value"),
	};
	return environment->name && environment->value ? NULL
						       : "an environment without name or value";
}

const char *annotation_read(struct annotation *annotation, const struct record *record)
{
	const struct json *tree = record->tree;

	*annotation = (struct annotation){
		.topic = json_member_text(tree, "topic"),
		.message = json_member_text(tree, "message"),
	};
	read_strings(&annotation->from, tree, "from");
	return annotation->message ? NULL : "a note without a message";
}

const char *claim_read(struct claim *claim, const struct record *record)
{
	const struct json *tree = record->tree;

	*claim = (struct claim){
		.title = json_member_text(tree, "title"),
		.chain = json_member_text(tree, "chain"),
		.system = json_member_text(tree, "system"),
		.test = json_member_text(tree, "test"),
		.verdict = json_member_text(tree, "verdict"),
		.source = json_member_text(tree, "source"),
	};
	return claim->chain || claim->verdict ? NULL : "a claim without a chain or a verdict";
}

static void read_side(struct summary *side, const struct json *object)
{
	*side = summary_of_nothing();
	side->n = count_of(object, "n");
	side->failed = count_of(object, "failed");
	side->mean = number_of(object, "mean");
	side->sd = number_of(object, "sd");
	side->median = number_of(object, "median");
	side->min = number_of(object, "min");
	side->max = number_of(object, "max");
	side->bound = bound_of(object);
	side->verdict = json_member_text(object, "verdict");
	read_strings(&side->marks, object, "marks");
}

const char *difference_read(struct difference *difference, const struct record *record)
{
	const struct json *tree = record->tree;
	const char *verdict = json_member_text(tree, "verdict");

	*difference = (struct difference){
		.system = json_member_text(tree, "system"),
		.test = json_member_text(tree, "test"),
		.part = number_of(tree, "part"),
		.metric = json_member_text(tree, "metric"),
		.unit = json_member_text(tree, "unit"),
		.better = better_of(tree),
		.ratio = number_of(tree, "ratio"),
		.delta = number_of(tree, "delta"),
		.alpha = number_of(tree, "alpha"),
		.verdict = CHANGE_COUNT,
		.evidence = json_member_text(tree, "evidence"),
	};
	read_interval(difference->ci, tree, "ci");
	read_side(&difference->before, json_member(tree, "before"));
	read_side(&difference->after, json_member(tree, "after"));
	for (int i = 0; verdict && i < CHANGE_COUNT; i++)
		if (strcmp(change_name((enum change)i), verdict) == 0)
			difference->verdict = (enum change)i;
	return difference->verdict != CHANGE_COUNT ? NULL
						   : "a difference without a verdict that is known";
}
