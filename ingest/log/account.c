/* SPDX-License-Identifier: GPL-3.0-or-later */
/* account - what a log comes to once it is over: what is missing of it, and its records */
#include "ingest/log/account.h"

#include <math.h>
#include <string.h>

#include "core/message.h"
#include "ingest/log/cached.h"
#include "ingest/log/collector.h"
#include "ingest/log/findings.h"
#include "ingest/log/given.h"
#include "ingest/log/run.h"

enum { FLUSH_LENGTH = 32 * 1024 };

static void report_oddity(struct sink *sink, const struct oddity *oddity, const char *what)
{
	if (oddity->count == 1)
		sink_add_problem(
			sink, PROBLEM_UNREADABLE, oddity->first, "%s: %s", what, oddity->excerpt);
	else if (oddity->count > 1)
		sink_add_problem(sink, PROBLEM_UNREADABLE, oddity->first,
			"%s (and %zu more such lines): %s", what, oddity->count - 1,
			oddity->excerpt);
}

/* Whether the tool that the test is about gave a result. */
static bool expected_format_found(const struct sink *sink)
{
	for (size_t i = 0; i < sink->sample_count; i++)
		if (format_is_of_tool(sink->samples[i].format, sink->test->format))
			return true;
	return false;
}

static bool gave_nothing(const struct sink *sink)
{
	return sink->sample_count == 0 && sink->given_count == 0;
}

/* A log from which nothing came is never a gap: it says why. */
static void report_no_result(struct sink *sink)
{
	if (sink->problem_count || (sink->nothing_allowed && !sink->has_bytes))
		return;
	if (!sink->has_bytes)
		sink_add_problem(sink, PROBLEM_FAILED, 1, "no result: %s",
			sink->is_missing ? "there is no log" : "the log is empty");
	else if (gave_nothing(sink))
		report_oddity(sink, &sink->unknown, "no format known here reads this log");
	else if (sink->given_count == 0 && sink->test && sink->test->format &&
		 !expected_format_found(sink))
		sink_add_problem(sink, PROBLEM_FAILED, sink->line_count,
			"no result of %s in this log", sink->test->format);
	if (sink->problem_count == 0 && gave_nothing(sink))
		sink_add_problem(sink, PROBLEM_FAILED, sink->line_count,
			"no result: the output ends before one");
}

/* The parts that the experiment names for this format's results; NULL: none. */
static const struct strings *part_names(const struct sink *sink, const struct format *format)
{
	if (!sink->test || sink->test->parts.count == 0)
		return NULL;
	if (sink->test->format && !format_is_of_tool(format, sink->test->format))
		return NULL;
	return &sink->test->parts;
}

static void check_parts(struct sink *sink, const struct result_count *results)
{
	const struct strings *names = results->parts;

	if (!names || results->count == names->count || sink->problem_count)
		return;
	if (results->count < names->count)
		sink_add_problem(sink, PROBLEM_FAILED, sink->line_count,
			"%zu of the %zu results of %s: no '%s'", results->count, names->count,
			results->format->name, names->items[results->count]);
	else
		sink_add_problem(sink, PROBLEM_INVALID, sink->line_count,
			"%zu results of %s where the experiment names %zu", results->count,
			results->format->name, names->count);
}

/* Whether a name is one of the words (NULL: none). */
static bool is_named(const char *words, const char *name)
{
	struct slice rest;
	struct slice word;

	if (!words)
		return false;
	for (rest = slice_of(words); scan_blanks(&rest) && scan_word(&rest, &word);)
		if (slice_equals(word, name))
			return true;
	return false;
}

static bool is_superseded(const struct sink *sink, const struct result_count *results)
{
	const char *name = results->format->name;

	for (size_t i = 0; i < sink->result_formats; i++) {
		const struct result_count *other = &sink->results[i];

		if (other->count == results->count && is_named(other->format->supersedes, name))
			return true;
	}
	return false;
}

/* What the log is called where a number or problem is "path:line". */
static const char *source_path(const struct sink *sink)
{
	return sink->labels->source ? sink->labels->source : sink->path;
}

/* Without a label, the test is called after the tool. */
static const char *test_name(const struct sink *sink, const struct format *format)
{
	return sink->labels->test ? sink->labels->test : format ? format->name : NULL;
}

/* To the record that begins at start, unless it says that itself. */
static void add_extra(struct text *out, size_t start, const struct labels *labels)
{
	for (size_t i = 0; i < labels->extra_count; i++)
		if (!has_field((struct slice){ out->data + start, out->data + out->length },
			    labels->extra[i].name))
			record_add_text(out, labels->extra[i].name, labels->extra[i].value);
}

/* The number of a result, where there are several of its tool. */
static double part_of(const struct sink *sink, const struct found_sample *found)
{
	const struct result_count *results = &sink->results[found->results];

	if (!isnan(sink->labels->part))
		return sink->labels->part;
	if (results->parts || results->count > 1)
		return (double)found->result;
	return NAN;
}

static const char *metric_name(struct sink *sink, const struct found_sample *found)
{
	const struct strings *names = sink->results[found->results].parts;
	const char *name = sink->names.data + found->name;
	struct text *metric = &sink->metric;

	if (!names || found->result > names->count)
		return name;
	text_clear(metric);
	text_add(metric, names->items[found->result - 1]);
	text_add_char(metric, '.');
	text_add(metric, name);
	return metric->data;
}

static const char *cached_by(struct sink *sink, const struct found_sample *found)
{
	struct text *evidence = &sink->evidence;

	text_clear(evidence);
	cached_evidence(sink, found, evidence);
	return evidence->length ? evidence->data : NULL;
}

/* The samples of a log begin alike, but for the test's name where that is the tool's. */
static void add_head(struct sink *sink, const struct sample *sample, struct text *out)
{
	if (sink->head_test != sample->test) {
		text_clear(&sink->head);
		sample_begin(&sink->head, sample);
		sink->head_test = sample->test;
	}
	text_add_bytes(out, sink->head.data, sink->head.length);
}

static void set_source(struct sink *sink)
{
	text_clear(&sink->source);
	json_write_string(&sink->source, slice_of(source_path(sink)));
	text_cut(&sink->source, sink->source.length - strlen("\""));
}

static void write_sample(struct sink *sink, const struct found_sample *found, struct text *out)
{
	const struct sample sample = {
		.system = sink->labels->system,
		.test = test_name(sink, found->format),
		.run = sink->labels->run,
		.part = part_of(sink, found),
		.metric = metric_name(sink, found),
		.time = found->time,
		.value = found->reading.value,
		.unit = found->unit,
		.better = found->better,
		.resolution = found->reading.resolution,
		.cached = cached_by(sink, found),
	};
	size_t start = out->length;

	add_head(sink, &sample, out);
	sample_end(out, &sample, text_slice(&sink->source), found->line);
	add_extra(out, start, sink->labels);
}

/* What the runner says is where it says it. */
static void set_problem_source(
	struct text *source, const struct sink *sink, const struct found_problem *found)
{
	if (!found->is_of_run) {
		text_add_format(source, "%s:%zu", source_path(sink), found->line);
		return;
	}
	text_add(source, sink->labels->told->path);
	if (found->line)
		text_add_format(source, ":%zu", found->line);
}

static void write_problem(struct sink *sink, const struct found_problem *found, struct text *out)
{
	const struct format *only = sink->result_formats ? sink->results[0].format : NULL;
	struct text source = TEXT_INIT;
	size_t start = out->length;

	set_problem_source(&source, sink, found);
	problem_write(out, &(struct problem){
				   .system = sink->labels->system,
				   .test = test_name(sink, only),
				   .run = sink->labels->run,
				   .part = sink->labels->part,
				   .status = found->status,
				   .message = found->message,
				   .source = source.data,
			   });
	add_extra(out, start, sink->labels);
	if (found->status == PROBLEM_UNREADABLE || found->status == PROBLEM_INVALID)
		warn("%s: %s", source.data, found->message);
	text_release(&source);
}

static bool says_why(const struct sink *sink)
{
	for (size_t i = 0; i < sink->problem_count; i++)
		if (sink->problems[i].status != PROBLEM_UNREADABLE &&
			sink->problems[i].status != PROBLEM_INVALID)
			return true;
	return false;
}

/*
 * The numbers of a command that failed are withheld, as a log's own failure
 * withholds its time. What the runner knows comes first, unless it is a mere
 * exit status and the log says more.
 */
static void check_run(struct sink *sink)
{
	struct run_failure failure;
	bool is_first;

	if (!sink->labels->told || !run_failed(sink->labels->told, &failure))
		return;
	if (sink->sample_count)
		text_add_format(&failure.message, "; %zu numbers of this log are withheld",
			sink->sample_count);
	is_first = !failure.is_exit_status || !says_why(sink);
	if (is_first || sink->sample_count)
		collector_add_run_problem(
			sink, failure.status, failure.line, failure.message.data, is_first);
	collector_withhold_samples(sink);
	text_release(&failure.message);
}

void account_check(struct sink *sink, bool strict)
{
	check_run(sink);
	report_oddity(sink, &sink->too_long, "a line of over 1 MiB was cut");
	report_oddity(sink, &sink->not_text, "bytes that are no text");
	report_no_result(sink);
	for (size_t i = 0; i < sink->result_formats; i++) {
		struct result_count *results = &sink->results[i];

		results->parts = part_names(sink, results->format);
		results->is_superseded = is_superseded(sink, results);
		check_parts(sink, results);
	}
	if (strict && !gave_nothing(sink))
		report_oddity(sink, &sink->numbers, "a line with a number was not read");
}

void account_write_given(struct sink *sink, struct text *out, const struct reader *reader)
{
	if (!reader->flush || sink->given.length < FLUSH_LENGTH)
		return;
	text_add_bytes(out, sink->given.data, sink->given.length);
	text_clear(&sink->given);
	reader->flush(out, reader->flush_context);
}

void account_write(struct sink *sink, struct text *out, const struct reader *reader)
{
	set_source(sink);
	text_add_bytes(out, sink->given.data, sink->given.length);
	for (size_t i = 0; i < sink->sample_count; i++) {
		const struct found_sample *found = &sink->samples[i];

		if (!sink->results[found->results].is_superseded)
			write_sample(sink, found, out);
		if (reader->flush && out->length >= FLUSH_LENGTH)
			reader->flush(out, reader->flush_context);
	}
	for (size_t i = 0; i < sink->problem_count; i++)
		write_problem(sink, &sink->problems[i], out);
}
