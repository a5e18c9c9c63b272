/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * collector - what a log's formats found, made into records once the log is over
 *
 * Only then is it known whether a tool gave one result or several (parts), and
 * whether the log gave any at all.
 */
#include "ingest/log/collector.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "core/message.h"
#include "ingest/log/command.h"
#include "ingest/log/format.h"

enum {
	COMMAND_LIMIT = 500, /* bytes of a command that the log shows */
	MESSAGE_LIMIT = 400, /* bytes of a problem's message */
	EXCERPT_LIMIT = 80,  /* bytes of a log's line quoted in one */
};

struct found_sample {
	const struct format *format;
	char *metric;
	const char *unit;
	enum better better;
	struct reading reading;
	double time;
	size_t line;
	size_t result; /* of its format, from 1 */
};

struct found_problem {
	enum problem_status status;
	char *message;
	size_t line;
};

/* How many results a format began in this log. */
struct result_count {
	const struct format *format;
	size_t count;
};

/* Lines of a sort that are reported once, with their number. */
struct oddity {
	size_t first;
	size_t count;
	char *excerpt;
};

struct sink {
	const char *path;
	const struct labels *labels;
	const struct experiment *experiment;
	const struct experiment_test *test; /* NULL: the experiment does not know it */

	const struct format *format;
	struct result_count *results;
	size_t result_formats;
	size_t result_capacity;

	struct found_sample *samples;
	size_t sample_count;
	size_t sample_capacity;
	struct found_problem *problems;
	size_t problem_count;
	size_t problem_capacity;
	bool failure_pending;
	char shown_command[COMMAND_LIMIT + 1];

	size_t line_count;
	bool has_bytes;         /* anything but blank lines */
	struct oddity unknown;  /* lines that no format took */
	struct oddity not_text; /* such lines whose bytes are no text */
	struct oddity numbers;  /* such lines with a digit in them */
	struct oddity too_long;
};

struct sink *collector_begin(
	const char *path, const struct labels *labels, const struct experiment *experiment)
{
	struct sink *sink = memory_allocate(1, sizeof *sink);

	sink->path = path;
	sink->labels = labels;
	sink->experiment = experiment;
	sink->test = experiment_test(experiment, labels->test);
	return sink;
}

void collector_set_format(struct sink *sink, const struct format *format)
{
	sink->format = format;
}

static struct result_count *results_of(struct sink *sink, const struct format *format)
{
	for (size_t i = 0; i < sink->result_formats; i++)
		if (sink->results[i].format == format)
			return &sink->results[i];
	sink->results = memory_reserve_one(
		sink->results, sink->result_formats, &sink->result_capacity, sizeof *sink->results);
	sink->results[sink->result_formats] = (struct result_count){ format, 0 };
	return &sink->results[sink->result_formats++];
}

void sink_begin_result(struct sink *sink)
{
	results_of(sink, sink->format)->count++;
}

void sink_add(struct sink *sink, const struct measurement *measurement)
{
	const struct metric *metric = measurement->metric;
	struct result_count *results = results_of(sink, sink->format);
	struct text name = TEXT_INIT;
	double value = measurement->reading.value;

	text_add(&name, measurement->prefix ? measurement->prefix : "");
	text_add(&name, metric->name);
	if (!isfinite(value) || value < 0) {
		sink_add_problem(sink, PROBLEM_INVALID, measurement->line,
			"%s: %s of %g %s cannot be", sink->format->name, name.data, value,
			metric->unit);
		text_release(&name);
		return;
	}
	if (results->count == 0)
		results->count = 1;
	sink->samples = memory_reserve_one(
		sink->samples, sink->sample_count, &sink->sample_capacity, sizeof *sink->samples);
	sink->samples[sink->sample_count++] = (struct found_sample){
		.format = sink->format,
		.metric = text_detach(&name),
		.unit = metric->unit,
		.better = metric->better,
		.reading = measurement->reading,
		.time = measurement->is_interval ? measurement->time : NAN,
		.line = measurement->line,
		.result = results->count,
	};
}

static void add_problem(
	struct sink *sink, enum problem_status status, size_t line, const char *message)
{
	sink->problems = memory_reserve_one(sink->problems, sink->problem_count,
		&sink->problem_capacity, sizeof *sink->problems);
	sink->problems[sink->problem_count++] = (struct found_problem){
		.status = status,
		.message = memory_copy_string(message),
		.line = line,
	};
	if (status != PROBLEM_UNREADABLE && status != PROBLEM_INVALID)
		sink->failure_pending = true;
}

void sink_add_problem(
	struct sink *sink, enum problem_status status, size_t line, const char *format, ...)
{
	char message[MESSAGE_LIMIT];
	struct text printable = TEXT_INIT;
	va_list arguments;
	int length;

	va_start(arguments, format);
	length = vsnprintf(message, sizeof message, format, arguments);
	va_end(arguments);
	if (length >= (int)sizeof message)
		memcpy(message + sizeof message - 4, "...", 4);
	text_add_printable(&printable, message);
	add_problem(sink, status, line, printable.data);
	text_release(&printable);
}

bool sink_take_failure(struct sink *sink)
{
	bool pending = sink->failure_pending;

	sink->failure_pending = false;
	return pending;
}

const char *sink_unit(const struct sink *sink)
{
	return sink->labels->unit;
}

/* What a system runs is the container's command, unless it is the bare host. */
static const char *experiment_command(const struct sink *sink)
{
	const char *baseline = sink->experiment->baseline;

	if (!sink->test)
		return NULL;
	if (sink->labels->system && baseline && strcmp(sink->labels->system, baseline) == 0)
		return sink->test->host_command;
	return sink->test->container_command;
}

const char *sink_command(const struct sink *sink, const char *program)
{
	if (command_calls(sink->shown_command, program))
		return sink->shown_command;
	return sink->labels->command ? sink->labels->command : experiment_command(sink);
}

/* A line that no format took may be the command whose output comes next. */
static void remember_command(struct sink *sink, const struct line *line)
{
	struct slice command;

	if (!command_shown(line->text, &command) || slice_length(command) > COMMAND_LIMIT)
		return;
	memcpy(sink->shown_command, command.start, slice_length(command));
	sink->shown_command[slice_length(command)] = '\0';
}

static bool has_digit(struct slice text)
{
	for (const char *c = text.start; c < text.end; c++)
		if (*c >= '0' && *c <= '9')
			return true;
	return false;
}

static void count_oddity(struct oddity *oddity, const struct line *line)
{
	struct slice text = line->text;

	if (oddity->count++)
		return;
	if (slice_length(text) > EXCERPT_LIMIT)
		text.end = text.start + EXCERPT_LIMIT;
	oddity->first = line->number;
	oddity->excerpt = slice_copy(text);
}

void collector_count_line(struct sink *sink, const struct line *line, bool taken)
{
	sink->line_count = line->number;
	if (line->cut)
		count_oddity(&sink->too_long, line);
	if (taken) {
		sink->has_bytes = true;
		return;
	}
	if (slice_is_empty(slice_trim(line->text)))
		return;
	sink->has_bytes = true;
	remember_command(sink, line);
	count_oddity(&sink->unknown, line);
	if (!slice_is_text(line->text))
		count_oddity(&sink->not_text, line);
	else if (has_digit(line->text))
		count_oddity(&sink->numbers, line);
}

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

/* "fio-json" is fio, too. */
static bool is_of_tool(const struct format *format, const char *tool)
{
	size_t length = strlen(tool);

	return strncmp(format->name, tool, length) == 0 &&
	       (format->name[length] == '\0' || format->name[length] == '-');
}

/* Whether the tool that the test is about gave a result. */
static bool expected_format_found(const struct sink *sink)
{
	for (size_t i = 0; i < sink->sample_count; i++)
		if (is_of_tool(sink->samples[i].format, sink->test->format))
			return true;
	return false;
}

/* A log from which nothing came is never a gap: it says why. */
static void report_no_result(struct sink *sink)
{
	if (sink->problem_count)
		return;
	if (!sink->has_bytes)
		sink_add_problem(sink, PROBLEM_FAILED, 1, "no result: the log is empty");
	else if (sink->sample_count == 0)
		report_oddity(sink, &sink->unknown, "no format known here reads this log");
	else if (sink->test && sink->test->format && !expected_format_found(sink))
		sink_add_problem(sink, PROBLEM_FAILED, sink->line_count,
			"no result of %s in this log", sink->test->format);
	if (sink->problem_count == 0 && sink->sample_count == 0)
		sink_add_problem(sink, PROBLEM_FAILED, sink->line_count,
			"no result: the output ends before one");
}

/* The parts that the experiment names for this format's results; NULL: none. */
static const struct strings *part_names(const struct sink *sink, const struct format *format)
{
	if (!sink->test || sink->test->parts.count == 0)
		return NULL;
	if (sink->test->format && !is_of_tool(format, sink->test->format))
		return NULL;
	return &sink->test->parts;
}

static void check_parts(struct sink *sink, const struct result_count *results)
{
	const struct strings *names = part_names(sink, results->format);

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

static size_t count_results(const struct sink *sink, const char *name)
{
	for (size_t i = 0; i < sink->result_formats; i++)
		if (strcmp(sink->results[i].format->name, name) == 0)
			return sink->results[i].count;
	return 0;
}

/* Whether another format read the same results, and reads them better. */
static bool is_superseded(const struct sink *sink, const struct format *format)
{
	size_t count = count_results(sink, format->name);

	for (size_t i = 0; i < sink->result_formats; i++) {
		const struct result_count *other = &sink->results[i];

		if (other->count == count && other->format->supersedes &&
			strcmp(other->format->supersedes, format->name) == 0)
			return true;
	}
	return false;
}

/* Where a number or problem is: "path:line". */
static void set_source(struct text *source, const struct sink *sink, size_t line)
{
	text_clear(source);
	text_add_format(
		source, "%s:%zu", sink->labels->source ? sink->labels->source : sink->path, line);
}

/* Without a label, the test is called after the tool. */
static const char *test_name(const struct sink *sink, const struct format *format)
{
	return sink->labels->test ? sink->labels->test : format ? format->name : NULL;
}

static void add_extra(struct text *out, const struct labels *labels)
{
	for (size_t i = 0; i < labels->extra_count; i++)
		record_add_text(out, labels->extra[i].name, labels->extra[i].value);
}

static void write_sample(struct sink *sink, const struct found_sample *found, struct text *out)
{
	const struct strings *names = part_names(sink, found->format);
	size_t results = results_of(sink, found->format)->count;
	struct text metric = TEXT_INIT;
	struct text source = TEXT_INIT;

	if (names && found->result <= names->count)
		text_add_format(&metric, "%s.", names->items[found->result - 1]);
	text_add(&metric, found->metric);
	set_source(&source, sink, found->line);
	sample_write(out, &(struct sample){
				  .system = sink->labels->system,
				  .test = test_name(sink, found->format),
				  .run = sink->labels->run,
				  .part = names || results > 1 ? (double)found->result : NAN,
				  .metric = metric.data,
				  .time = found->time,
				  .value = found->reading.value,
				  .unit = found->unit,
				  .better = found->better,
				  .resolution = found->reading.resolution,
				  .source = source.data,
			  });
	add_extra(out, sink->labels);
	text_release(&metric);
	text_release(&source);
}

static void write_problem(struct sink *sink, const struct found_problem *found, struct text *out)
{
	const struct format *only = sink->result_formats ? sink->results[0].format : NULL;
	struct text source = TEXT_INIT;

	set_source(&source, sink, found->line);
	problem_write(out, &(struct problem){
				   .system = sink->labels->system,
				   .test = test_name(sink, only),
				   .run = sink->labels->run,
				   .part = NAN,
				   .status = found->status,
				   .message = found->message,
				   .source = source.data,
			   });
	add_extra(out, sink->labels);
	if (found->status == PROBLEM_UNREADABLE || found->status == PROBLEM_INVALID)
		warn("%s: %s", source.data, found->message);
	text_release(&source);
}

static void release(struct sink *sink)
{
	for (size_t i = 0; i < sink->sample_count; i++)
		free(sink->samples[i].metric);
	for (size_t i = 0; i < sink->problem_count; i++)
		free(sink->problems[i].message);
	free(sink->samples);
	free(sink->problems);
	free(sink->results);
	free(sink->unknown.excerpt);
	free(sink->not_text.excerpt);
	free(sink->numbers.excerpt);
	free(sink->too_long.excerpt);
	free(sink);
}

void collector_finish(struct sink *sink, bool strict, struct text *out)
{
	report_oddity(sink, &sink->too_long, "a line of over 1 MiB was cut");
	report_oddity(sink, &sink->not_text, "bytes that are no text");
	report_no_result(sink);
	for (size_t i = 0; i < sink->result_formats; i++)
		check_parts(sink, &sink->results[i]);
	if (strict && sink->sample_count)
		report_oddity(sink, &sink->numbers, "a line with a number was not read");

	for (size_t i = 0; i < sink->sample_count; i++)
		if (!is_superseded(sink, sink->samples[i].format))
			write_sample(sink, &sink->samples[i], out);
	for (size_t i = 0; i < sink->problem_count; i++)
		write_problem(sink, &sink->problems[i], out);
	release(sink);
}
