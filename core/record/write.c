/* SPDX-License-Identifier: GPL-3.0-or-later */
/* record/write - records to JSON lines, fields in their fixed order */
#include <math.h>
#include <string.h>

#include "core/record.h"

/*
 * Of an object that was opened. Field names are ours, with nothing in them to be
 * escaped, and written out where they are used: inlined, this is a few stores.
 */
__attribute__((always_inline)) static inline void add_name(struct text *out, const char *name)
{
	size_t length = strlen(name);
	char *at = text_room(out, length + strlen(",\"\":"));

	if (at[-1] != '{')
		*at++ = ',';
	*at++ = '"';
	memcpy(at, name, length);
	at += length;
	*at++ = '"';
	*at++ = ':';
	text_end_at(out, at);
}

static void begin(struct text *out, const char *kind)
{
	text_add(out, "{\"kind\":\"");
	text_add(out, kind);
	text_add_char(out, '"');
}

static void end(struct text *out)
{
	text_add(out, "}\n");
}

__attribute__((always_inline)) static inline void add_text(
	struct text *out, const char *name, const char *value)
{
	if (!value)
		return;
	add_name(out, name);
	json_write_string(out, slice_of(value));
}

/* The same of a word of ours. */
__attribute__((always_inline)) static inline void add_word(
	struct text *out, const char *name, const char *word)
{
	if (!word)
		return;
	add_name(out, name);
	text_add_char(out, '"');
	text_add(out, word);
	text_add_char(out, '"');
}

__attribute__((always_inline)) static inline void add_number(
	struct text *out, const char *name, double value)
{
	if (isnan(value))
		return;
	add_name(out, name);
	json_write_number(out, value);
}

static void add_interval(struct text *out, const char *name, const double interval[2])
{
	if (isnan(interval[0]) || isnan(interval[1]))
		return;
	json_open(out, name, '[');
	json_add_number(out, NULL, interval[0]);
	json_add_number(out, NULL, interval[1]);
	json_close(out, ']');
}

static void add_strings(struct text *out, const char *name, const struct strings *strings)
{
	json_open(out, name, '[');
	for (size_t i = 0; i < strings->count; i++)
		json_add_text(out, NULL, strings->items[i]);
	json_close(out, ']');
}

static void add_numbers(struct text *out, const char *name, const struct numbers *numbers)
{
	json_open(out, name, '[');
	for (size_t i = 0; i < numbers->count; i++)
		json_add_number(out, NULL, numbers->items[i]);
	json_close(out, ']');
}

void sample_begin(struct text *out, const struct sample *sample)
{
	begin(out, "sample");
	add_text(out, "system", sample->system);
	add_text(out, "test", sample->test);
	add_number(out, "run", sample->run);
}

static void add_measured(struct text *out, const struct sample *sample)
{
	add_number(out, "part", sample->part);
	add_text(out, "metric", sample->metric);
	add_number(out, "time", sample->time);
	add_name(out, "value");
	json_write_number(out, sample->value);
	add_text(out, "unit", sample->unit);
	add_word(out, "better", better_name(sample->better));
	add_number(out, "resolution", sample->resolution);
	add_word(out, "bound", bound_sign(sample->bound));
	add_text(out, "cached", sample->cached);
	add_text(out, "set_aside", sample->set_aside);
	add_text(out, "exceptional", sample->exceptional);
}

void sample_end(struct text *out, const struct sample *sample, struct slice path, size_t line)
{
	add_measured(out, sample);
	add_name(out, "source");
	text_add_bytes(out, path.start, slice_length(path));
	text_add_char(out, ':');
	text_add_integer(out, line);
	text_add(out, "\"}\n");
}

void sample_write(struct text *out, const struct sample *sample)
{
	sample_begin(out, sample);
	add_measured(out, sample);
	add_text(out, "source", sample->source);
	end(out);
}

void sample_add_labels(struct text *out, const struct sample *sample)
{
	add_text(out, "system", sample->system);
	add_text(out, "test", sample->test);
	add_number(out, "part", sample->part);
	add_text(out, "metric", sample->metric);
	add_text(out, "unit", sample->unit);
	add_text(out, "better", better_name(sample->better));
	add_text(out, "bound", bound_sign(sample->bound));
	add_text(out, "cached", sample->cached);
	add_text(out, "set_aside", sample->set_aside);
	add_text(out, "exceptional", sample->exceptional);
}

void partial_begin(struct text *out, const struct strings *fields, size_t n)
{
	begin(out, "partial");
	if (fields->count)
		add_strings(out, "fields", fields);
	json_add_integer(out, "n", (long long)n);
}

void partial_end(struct text *out)
{
	end(out);
}

void problem_write(struct text *out, const struct problem *problem)
{
	begin(out, "problem");
	add_text(out, "system", problem->system);
	add_text(out, "test", problem->test);
	add_number(out, "run", problem->run);
	add_number(out, "part", problem->part);
	add_text(out, "status", problem_status_text(problem->status));
	add_text(out, "message", problem->message);
	add_text(out, "source", problem->source);
	end(out);
}

void series_write(struct text *out, const struct series *series)
{
	begin(out, "series");
	add_text(out, "system", series->system);
	add_text(out, "test", series->test);
	add_number(out, "run", series->run);
	add_number(out, "part", series->part);
	add_text(out, "metric", series->metric);
	add_text(out, "unit", series->unit);
	add_text(out, "better", better_name(series->better));
	json_add_integer(out, "n", (long long)series->n);
	add_number(out, "interval", series->interval);
	json_add_integer(out, "dropped", (long long)series->dropped);
	json_add_integer(out, "zero", (long long)series->zero);
	json_add_integer(out, "cut", (long long)series->cut);
	add_number(out, "cut_time", series->cut_time);
	add_number(out, "mean", series->mean);
	add_number(out, "sd", series->sd);
	add_interval(out, "ci", series->ci);
	add_number(out, "effective_n", series->effective_n);
	add_number(out, "r", series->r);
	add_number(out, "min", series->min);
	add_number(out, "max", series->max);
	add_number(out, "whole_mean", series->whole_mean);
	add_text(out, "verdict", series->verdict);
	add_strings(out, "reasons", &series->reasons);
	add_number(out, "tau", series->tau);
	add_strings(out, "sources", &series->sources);
	end(out);
}

static void add_moments(struct text *out, const struct summary *summary)
{
	add_number(out, "mean", summary->mean);
	add_number(out, "variance", summary->variance);
	add_number(out, "sd", summary->sd);
	add_number(out, "cv", summary->cv);
	add_interval(out, "ci", summary->ci);
	add_number(out, "median", summary->median);
	add_number(out, "mad", summary->mad);
	add_number(out, "min", summary->min);
	add_number(out, "max", summary->max);
	add_number(out, "r", summary->r);
}

void summary_write_before_values(struct text *out, const struct summary *summary)
{
	begin(out, "summary");
	add_text(out, "system", summary->system);
	add_text(out, "test", summary->test);
	add_number(out, "part", summary->part);
	add_text(out, "metric", summary->metric);
	add_text(out, "unit", summary->unit);
	add_text(out, "better", better_name(summary->better));
	json_add_integer(out, "n", (long long)summary->n);
	if (summary->failed)
		json_add_integer(out, "failed", (long long)summary->failed);
	if (summary->not_steady)
		json_add_integer(out, "not_steady", (long long)summary->not_steady);
	add_moments(out, summary);
	add_text(out, "bound", bound_sign(summary->bound));
	add_numbers(out, "first", &summary->first);
	if (summary->cached.count)
		add_numbers(out, "cached", &summary->cached);
	if (summary->bounds.count)
		add_strings(out, "bounds", &summary->bounds);
	add_strings(out, "marks", &summary->marks);
	add_text(out, "verdict", summary->verdict);
	add_strings(out, "reasons", &summary->reasons);
	json_open(out, "values", '[');
}

void summary_write_before_sources(struct text *out, const struct summary *summary)
{
	json_close(out, ']');
	add_number(out, "resolution", summary->resolution);
	add_number(out, "tau", summary->tau);
	add_number(out, "alpha", summary->alpha);
	json_open(out, "sources", '[');
}

void summary_write_end(struct text *out)
{
	json_close(out, ']');
	end(out);
}

void summary_write(struct text *out, const struct summary *summary)
{
	summary_write_before_values(out, summary);
	for (size_t i = 0; i < summary->values.count; i++)
		json_add_number(out, NULL, summary->values.items[i]);
	summary_write_before_sources(out, summary);
	for (size_t i = 0; i < summary->sources.count; i++)
		json_add_text(out, NULL, summary->sources.items[i]);
	summary_write_end(out);
}

static void add_pair(struct text *out, const struct pair *pair)
{
	json_open(out, NULL, '{');
	json_add_text(out, "a", pair->a);
	json_add_text(out, "b", pair->b);
	add_number(out, "ratio", pair->ratio);
	add_interval(out, "ci", pair->ci);
	json_add_text(out, "relation", relation_sign(pair->relation));
	add_text(out, "evidence", pair->evidence);
	json_close(out, '}');
}

static void add_letters(struct text *out, const struct ranking *ranking)
{
	if (ranking->letter_count == 0)
		return;
	json_open(out, "letters", '{');
	for (size_t i = 0; i < ranking->letter_count; i++)
		json_add_text(out, ranking->letters[i].system, ranking->letters[i].letters);
	json_close(out, '}');
}

void ranking_write(struct text *out, const struct ranking *ranking)
{
	begin(out, "ranking");
	add_text(out, "test", ranking->test);
	add_number(out, "part", ranking->part);
	add_text(out, "metric", ranking->metric);
	add_text(out, "unit", ranking->unit);
	add_text(out, "better", better_name(ranking->better));
	add_text(out, "chain", ranking->chain);
	add_text(out, "baseline", ranking->baseline);
	add_number(out, "delta", ranking->delta);
	add_number(out, "alpha", ranking->alpha);
	json_open(out, "pairs", '[');
	for (size_t i = 0; i < ranking->pair_count; i++)
		add_pair(out, &ranking->pairs[i]);
	json_close(out, ']');
	add_letters(out, ranking);
	add_strings(out, "left_out", &ranking->left_out);
	add_strings(out, "reasons", &ranking->reasons);
	end(out);
}

void conclusion_write(struct text *out, const struct conclusion *conclusion)
{
	begin(out, "conclusion");
	add_text(out, "title", conclusion->title);
	add_text(out, "chain", conclusion->chain);
	add_text(out, "better", better_name(conclusion->better));
	add_strings(out, "from", &conclusion->from);
	add_strings(out, "left_out", &conclusion->left_out);
	add_strings(out, "reasons", &conclusion->reasons);
	end(out);
}

void environment_write(struct text *out, const struct environment *environment)
{
	begin(out, "environment");
	add_text(out, "system", environment->system);
	add_text(out, "name", environment->name);
	add_text(out, "value", environment->value);
	end(out);
}

void annotation_write(struct text *out, const struct annotation *annotation)
{
	begin(out, "note");
	add_text(out, "topic", annotation->topic);
	add_strings(out, "from", &annotation->from);
	json_add_text(out, "message", annotation->message);
	end(out);
}

void claim_write(struct text *out, const struct claim *claim)
{
	begin(out, "claim");
	add_text(out, "title", claim->title);
	add_text(out, "chain", claim->chain);
	add_text(out, "system", claim->system);
	add_text(out, "test", claim->test);
	add_text(out, "verdict", claim->verdict);
	add_text(out, "source", claim->source);
	end(out);
}

static void add_side(struct text *out, const char *name, const struct summary *side)
{
	if (!side->verdict)
		return;
	json_open(out, name, '{');
	json_add_integer(out, "n", (long long)side->n);
	if (side->failed)
		json_add_integer(out, "failed", (long long)side->failed);
	add_number(out, "mean", side->mean);
	add_number(out, "sd", side->sd);
	add_number(out, "median", side->median);
	add_number(out, "min", side->min);
	add_number(out, "max", side->max);
	add_text(out, "bound", bound_sign(side->bound));
	add_strings(out, "marks", &side->marks);
	add_text(out, "verdict", side->verdict);
	json_close(out, '}');
}

void difference_write(struct text *out, const struct difference *difference)
{
	begin(out, "difference");
	add_text(out, "system", difference->system);
	add_text(out, "test", difference->test);
	add_number(out, "part", difference->part);
	add_text(out, "metric", difference->metric);
	add_text(out, "unit", difference->unit);
	add_text(out, "better", better_name(difference->better));
	add_side(out, "before", &difference->before);
	add_side(out, "after", &difference->after);
	add_number(out, "ratio", difference->ratio);
	add_interval(out, "ci", difference->ci);
	add_number(out, "delta", difference->delta);
	add_number(out, "alpha", difference->alpha);
	add_text(out, "verdict", change_name(difference->verdict));
	add_text(out, "evidence", difference->evidence);
	end(out);
}

void record_add_text(struct text *out, const char *name, const char *value)
{
	out->length -= strlen("}\n");
	json_add_text(out, name, value);
	end(out);
}

void record_add_json(struct text *out, const char *name, const char *json)
{
	out->length -= strlen("}\n");
	json_add_name(out, name);
	text_add(out, json);
	end(out);
}
