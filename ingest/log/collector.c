/* SPDX-License-Identifier: GPL-3.0-or-later */
/* collector - gathers what a log's formats find, until the log is over */
#include "ingest/log/collector.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "ingest/log/command.h"
#include "ingest/log/findings.h"
#include "ingest/log/job_log.h"
#include "ingest/log/run.h"

enum { MESSAGE_LIMIT = 400 }; /* bytes of a problem's message */

struct sink *collector_begin(struct sink *sink, const char *path, const struct labels *labels,
	const struct experiment *experiment)
{
	if (!sink) {
		sink = memory_allocate(1, sizeof *sink);
		text_init(&sink->names);
		text_init(&sink->given);
		text_init(&sink->head);
		text_init(&sink->source);
		text_init(&sink->metric);
		text_init(&sink->evidence);
	}
	sink->path = path;
	sink->labels = labels;
	sink->experiment = experiment;
	sink->test = experiment_test(experiment, labels->test);
	for (enum direction i = DIRECTION_READ; i < DIRECTION_COUNT; i++)
		sink->bytes_moved[i] = labels->told ? run_disk_bytes(labels->told, i) : NAN;
	return sink;
}

void collector_set_format(struct sink *sink, const struct format *format)
{
	sink->format = format;
}

void collector_set_missing(struct sink *sink)
{
	sink->is_missing = true;
}

static struct result_count *results_of(struct sink *sink, const struct format *format)
{
	for (size_t i = 0; i < sink->result_formats; i++)
		if (sink->results[i].format == format)
			return &sink->results[i];
	sink->results = memory_reserve_one(
		sink->results, sink->result_formats, &sink->result_capacity, sizeof *sink->results);
	sink->results[sink->result_formats] = (struct result_count){ .format = format };
	return &sink->results[sink->result_formats++];
}

void sink_begin_result(struct sink *sink)
{
	results_of(sink, sink->format)->count++;
}

/* "0e999" has no step that a double could hold: then none is known. */
static double resolution_known(double resolution)
{
	return isfinite(resolution) ? resolution : NAN;
}

/* The points of a series, which are many, share one name. */
static size_t add_name(struct sink *sink, const char *prefix, const char *name)
{
	struct text *names = &sink->names;
	size_t start = names->length;
	size_t last = sink->sample_count ? sink->samples[sink->sample_count - 1].name : start;

	if (prefix)
		text_add(names, prefix);
	text_add_bytes(names, name, strlen(name) + 1);
	if (last == start || strcmp(names->data + last, names->data + start) != 0)
		return start;
	text_cut(names, start);
	return last;
}

void sink_add(struct sink *sink, const struct measurement *measurement)
{
	const struct metric *metric = measurement->metric;
	struct result_count *results = results_of(sink, sink->format);
	double value = measurement->reading.value;
	size_t name;

	if (!isfinite(value) || value < 0 ||
		(measurement->is_interval && !isfinite(measurement->time))) {
		sink_add_problem(sink, PROBLEM_INVALID, measurement->line,
			"%s: %s%s of %g %s cannot be", sink->format->name,
			measurement->prefix ? measurement->prefix : "", metric->name, value,
			metric->unit);
		return;
	}
	if (results->count == 0)
		results->count = 1;
	if (strcmp(metric->unit, "B") == 0 && !measurement->is_interval)
		results->bytes[measurement->direction] += value;
	name = add_name(sink, measurement->prefix, metric->name);
	sink->samples = memory_reserve_one(
		sink->samples, sink->sample_count, &sink->sample_capacity, sizeof *sink->samples);
	sink->samples[sink->sample_count++] = (struct found_sample){
		.format = sink->format,
		.results = (size_t)(results - sink->results),
		.name = name,
		.unit = metric->unit,
		.better = metric->better,
		.reading = { value, resolution_known(measurement->reading.resolution) },
		.time = measurement->is_interval ? measurement->time : NAN,
		.line = measurement->line,
		.result = results->count,
		.direction = measurement->direction,
		.is_reread = measurement->is_reread,
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

void collector_add_run_problem(struct sink *sink, enum problem_status status, size_t line,
	const char *message, bool is_first)
{
	size_t others = sink->problem_count;
	struct found_problem added;

	sink_add_problem(sink, status, line, "%s", message);
	sink->problems[others].is_of_run = true;
	if (!is_first)
		return;
	added = sink->problems[others];
	memmove(sink->problems + 1, sink->problems, others * sizeof *sink->problems);
	sink->problems[0] = added;
}

void collector_withhold_samples(struct sink *sink)
{
	sink->sample_count = 0;
	text_clear(&sink->names);
}

bool sink_take_failure(struct sink *sink)
{
	bool pending = sink->failure_pending;

	sink->failure_pending = false;
	return pending;
}

void sink_add_doubt(struct sink *sink, enum doubt kind, struct slice message, size_t line)
{
	struct found_doubt *doubt = &sink->doubts[kind];
	struct text printable = TEXT_INIT;
	char *copy;

	if (slice_length(message) > MESSAGE_LIMIT)
		message.end = message.start + MESSAGE_LIMIT;
	copy = slice_copy(message);
	text_add_printable(&printable, copy);
	free(copy);
	free(doubt->message);
	*doubt = (struct found_doubt){ sink->format, text_detach(&printable), line };
}

void sink_set_direct(struct sink *sink)
{
	sink->is_direct = true;
}

const char *sink_unit(const struct sink *sink)
{
	return sink->labels->unit;
}

bool sink_quantity(const struct sink *sink, struct slice *quantity)
{
	const struct labels *labels = sink->labels;
	struct job_log log;

	if (!labels->quantity && !job_log_scan(labels->source ? labels->source : sink->path, &log))
		return false;
	*quantity = labels->quantity ? slice_of(labels->quantity) : log.quantity;
	return true;
}

void sink_allow_nothing(struct sink *sink)
{
	sink->nothing_allowed = true;
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

const char *sink_stated_command(const struct sink *sink, const char *program)
{
	if (command_calls(sink->shown_command, program))
		return sink->shown_command;
	return sink->labels->command;
}

const char *sink_command(const struct sink *sink, const char *program)
{
	const char *stated = sink_stated_command(sink, program);

	return stated ? stated : experiment_command(sink);
}

static void free_findings(struct sink *sink)
{
	for (size_t i = 0; i < sink->problem_count; i++)
		free(sink->problems[i].message);
	for (size_t i = 0; i < DOUBT_COUNT; i++)
		free(sink->doubts[i].message);
	free(sink->unknown.excerpt);
	free(sink->not_text.excerpt);
	free(sink->numbers.excerpt);
	free(sink->too_long.excerpt);
}

void collector_end(struct sink *sink)
{
	struct sink empty = {
		.results = sink->results,
		.result_capacity = sink->result_capacity,
		.samples = sink->samples,
		.sample_capacity = sink->sample_capacity,
		.problems = sink->problems,
		.problem_capacity = sink->problem_capacity,
		.names = sink->names,
		.given = sink->given,
		.head = sink->head,
		.source = sink->source,
		.metric = sink->metric,
		.evidence = sink->evidence,
	};

	free_findings(sink);
	text_clear(&empty.names);
	text_clear(&empty.given);
	*sink = empty;
}

void collector_free(struct sink *sink)
{
	if (!sink)
		return;
	free_findings(sink);
	free(sink->samples);
	free(sink->problems);
	free(sink->results);
	text_release(&sink->names);
	text_release(&sink->given);
	text_release(&sink->head);
	text_release(&sink->source);
	text_release(&sink->metric);
	text_release(&sink->evidence);
	free(sink);
}
