/* SPDX-License-Identifier: GPL-3.0-or-later */
/* dd/copies - which of dd's lines belong to one copy, and what becomes of it */
#include "ingest/formats/dd/copies.h"

#include <stdio.h>

#include "ingest/formats/dd/call.h"
#include "ingest/formats/dd/words.h"

static const struct metric throughput = { "throughput", "B/s", BETTER_HIGHER };
static const struct metric bytes = { "bytes", "B", BETTER_NEITHER };
static const struct metric seconds = { "seconds", "s", BETTER_LOWER };

enum { RECORDS_LINES = 2 /* in, out */ };

static void quote_set(struct dd_quote *quote, const struct line *line)
{
	snprintf(quote->text, sizeof quote->text, "%.*s", (int)slice_length(line->text),
		line->text.start);
	quote->line = line->number;
}

static void begin_result(struct dd_copies *copies, struct sink *sink)
{
	sink_begin_result(sink);
	copies->results++;
}

/* A copy that failed, and printed no statistics. */
static void settle_error(struct dd_copies *copies, struct sink *sink)
{
	if (!copies->error.line)
		return;
	begin_result(copies, sink);
	sink_add_problem(sink, copies->error_status, copies->error.line, "%s", copies->error.text);
	copies->error.line = 0;
	copies->records = 0;
}

/*
 * A copy that printed no statistics, and no error. Said once, when the log is
 * over: it did not fail, so the time that a shell prints next is valid.
 */
static void settle_records(struct dd_copies *copies, struct sink *sink)
{
	if (!copies->records)
		return;
	begin_result(copies, sink);
	if (copies->bare++ == 0)
		copies->bare_line = copies->records_line;
	copies->records = 0;
	copies->progress.line = 0;
}

static void settle_progress(struct dd_copies *copies, struct sink *sink)
{
	if (!copies->progress.line)
		return;
	begin_result(copies, sink);
	sink_add_problem(sink, PROBLEM_FAILED, copies->progress.line, "no final result: %s",
		copies->progress.text);
	copies->progress.line = 0;
}

/* What got less far than the progress before it is of another copy. */
static void settle_other_progress(
	struct dd_copies *copies, const struct dd_statistics *statistics, struct sink *sink)
{
	const struct dd_statistics *reached = &copies->reached;

	if (statistics->bytes.value < reached->bytes.value ||
		statistics->seconds.value < reached->seconds.value - reached->seconds.resolution)
		settle_progress(copies, sink);
}

static void add_result(struct dd_copies *copies, const struct line *line,
	const struct dd_statistics *statistics, struct sink *sink)
{
	const struct metric *const metrics[] = { &throughput, &bytes, &seconds };
	struct reading readings[] = { { 0 }, statistics->bytes, statistics->seconds };
	struct measurement measurement = { .line = line->number };
	size_t place = copies->results;

	begin_result(copies, sink);
	if (!dd_statistics_throughput(statistics, &readings[0])) {
		sink_add_problem(sink, PROBLEM_INVALID, line->number,
			"bytes, seconds and rate contradict each other: %.*s",
			(int)slice_length(line->text), line->text.start);
		return;
	}
	measurement.direction = dd_call_direction(sink_command(sink, "dd"), place);
	measurement.is_reread = dd_call_rereads(sink_stated_command(sink, "dd"), place);
	for (size_t i = 0; i < sizeof metrics / sizeof *metrics; i++) {
		measurement.metric = metrics[i];
		measurement.reading = readings[i];
		sink_add(sink, &measurement);
	}
}

/* The statistics of the copy that failed with the error before them. */
static void add_failure(struct dd_copies *copies, const struct line *line, struct sink *sink)
{
	begin_result(copies, sink);
	sink_add_problem(sink, copies->error_status, copies->error.line, "%s; %.*s",
		copies->error.text, (int)slice_length(line->text), line->text.start);
	copies->error.line = 0;
}

void dd_copies_add_records(struct dd_copies *copies, const struct line *line, struct sink *sink)
{
	if (copies->records == RECORDS_LINES) {
		settle_error(copies, sink);
		settle_records(copies, sink);
	}
	copies->records++;
	copies->records_line = line->number;
}

void dd_copies_add_error(
	struct dd_copies *copies, const struct line *line, struct slice message, struct sink *sink)
{
	settle_error(copies, sink);
	settle_records(copies, sink);
	copies->error_status = dd_says_unsupported(message) ? PROBLEM_UNSUPPORTED : PROBLEM_FAILED;
	copies->error_at_start = dd_says_not_begun(message);
	if (copies->error_at_start)
		settle_progress(copies, sink);
	copies->progress.line = 0;
	quote_set(&copies->error, line);
}

void dd_copies_add_progress(struct dd_copies *copies, const struct line *line,
	const struct dd_statistics *statistics, struct sink *sink)
{
	settle_error(copies, sink);
	settle_records(copies, sink);
	settle_other_progress(copies, statistics, sink);
	copies->reached = *statistics;
	quote_set(&copies->progress, line);
}

void dd_copies_add_statistics(struct dd_copies *copies, const struct line *line,
	const struct dd_statistics *statistics, struct sink *sink)
{
	settle_other_progress(copies, statistics, sink);
	copies->progress.line = 0;
	copies->records = 0;
	/* Bytes cannot be of a copy that failed at its start. */
	if (copies->error_at_start && statistics->bytes.value > 0)
		settle_error(copies, sink);
	if (copies->error.line)
		add_failure(copies, line, sink);
	else
		add_result(copies, line, statistics, sink);
}

void dd_copies_add_garbage(struct dd_copies *copies, const struct line *line, struct sink *sink)
{
	copies->progress.line = 0;
	copies->records = 0;
	if (copies->error.line) {
		add_failure(copies, line, sink);
		return;
	}
	begin_result(copies, sink);
	sink_add_problem(sink, PROBLEM_UNREADABLE, line->number, "not the statistics of dd: %.*s",
		(int)slice_length(line->text), line->text.start);
}

void dd_copies_interrupt(struct dd_copies *copies, struct sink *sink)
{
	settle_error(copies, sink);
}

/* Such a copy did not fail, so that a time printed around it still counts. */
static void report_bare(const struct dd_copies *copies, struct sink *sink)
{
	static const char what[] = "dd printed no bytes and seconds (records only)";

	if (copies->bare == 1)
		sink_add_problem(sink, PROBLEM_UNREADABLE, copies->bare_line, "%s", what);
	else if (copies->bare > 1)
		sink_add_problem(sink, PROBLEM_UNREADABLE, copies->bare_line, "%s of %zu copies",
			what, copies->bare);
}

void dd_copies_end(struct dd_copies *copies, struct sink *sink)
{
	settle_error(copies, sink);
	settle_records(copies, sink);
	settle_progress(copies, sink);
	report_bare(copies, sink);
}
