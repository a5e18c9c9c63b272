/* SPDX-License-Identifier: GPL-3.0-or-later */
/* iperf/csv_run - the rows of a run of iperf 2, made into results */
#include "ingest/formats/iperf/csv_run.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/memory.h"
#include "ingest/formats/iperf/csv_results.h"
#include "ingest/log/command.h"

enum { STREAM_LIMIT = 1024 };

bool iperf_csv_run_is_on(const struct iperf_csv_run *run)
{
	return run->count || run->sum.progress != IPERF_CSV_NONE;
}

static bool is_same_host(const struct iperf_csv_host *a, const struct iperf_csv_host *b)
{
	return a->port == b->port && strcmp(a->address, b->address) == 0;
}

/* The search begins where the last one ended, since rows come in turn. */
static struct iperf_csv_stream *find_stream(struct iperf_csv_run *run,
	const struct iperf_csv_host *local, const struct iperf_csv_host *peer, uint64_t id)
{
	for (size_t i = 0; i < run->count; i++) {
		size_t at = run->last + i < run->count ? run->last + i : run->last + i - run->count;
		struct iperf_csv_stream *stream = &run->streams[at];

		if (stream->connection.id != id ||
			!is_same_host(&stream->connection.local, local) ||
			!is_same_host(&stream->connection.peer, peer))
			continue;
		run->last = at;
		return stream;
	}
	return NULL;
}

static struct iperf_csv_stream *stream_of(
	struct iperf_csv_run *run, const struct iperf_csv_connection *connection)
{
	return connection->is_sum
		       ? &run->sum
		       : find_stream(run, &connection->local, &connection->peer, connection->id);
}

/* The client's stream that a server reports on, of datagrams: it has the ends the other way round. */
static struct iperf_csv_stream *reported_stream(
	struct iperf_csv_run *run, const struct iperf_csv_row *row)
{
	const struct iperf_csv_connection *connection = &row->connection;

	if (row->row.start > 0 || isnan(row->row.datagrams))
		return NULL;
	return find_stream(run, &connection->peer, &connection->local, connection->id);
}

static struct iperf_csv_stream *open_stream(
	struct iperf_csv_run *run, const struct iperf_csv_row *row, struct sink *sink)
{
	if (run->count == STREAM_LIMIT) {
		if (!run->has_failed)
			sink_add_problem(sink, PROBLEM_UNREADABLE, row->row.line,
				"iperf-csv: more than %d streams", STREAM_LIMIT);
		run->has_failed = true;
		return NULL;
	}
	run->streams = memory_reserve_one(
		run->streams, run->count, &run->capacity, sizeof *run->streams);
	run->streams[run->count] = (struct iperf_csv_stream){ .connection = row->connection };
	return &run->streams[run->count++];
}

/* How many streams must print an interval before its sum is one. */
static size_t streams_of_series(const struct iperf_csv_run *run)
{
	size_t count = 0;

	for (size_t i = 0; i < run->count; i++)
		count += iperf_csv_is_same_way(&run->streams[0], &run->streams[i]);
	return count;
}

/* The interval is over: an interval that not all streams printed has no sum. */
static void end_interval(struct iperf_csv_run *run)
{
	const struct iperf_row *row = &run->interval.row;
	bool is_sum = run->interval.is_printed || row->streams == streams_of_series(run);

	if (row->streams && is_sum && !run->has_failed) {
		run->has_begun = true;
		iperf_series_add(&run->series, row);
	}
	run->interval = (struct iperf_sum){ 0 };
}

static void take_interval(
	struct iperf_csv_run *run, struct iperf_csv_stream *stream, const struct iperf_row *row)
{
	bool is_sum = stream == &run->sum;
	bool is_ours = is_sum ? streams_of_series(run) == run->count
			      : iperf_csv_is_same_way(&run->streams[0], stream);

	stream->progress = IPERF_CSV_IN_SERIES;
	if (!is_ours)
		return;
	if (row->start != run->interval.row.start)
		end_interval(run);
	iperf_sum_add(&run->interval, row, is_sum);
}

/* There are intervals: then the rows that were held are the first of them. */
static void begin_series(struct iperf_csv_run *run)
{
	if (run->has_series)
		return;
	run->has_series = true;
	for (size_t i = 0; i < run->count; i++)
		if (run->streams[i].progress == IPERF_CSV_HELD)
			take_interval(run, &run->streams[i], &run->streams[i].row);
	if (run->sum.progress == IPERF_CSV_HELD)
		take_interval(run, &run->sum, &run->sum.row);
}

static void end_run(struct iperf_csv_run *run, struct sink *sink)
{
	end_interval(run);
	if (run->has_begun) {
		sink_begin_result(sink);
		iperf_series_report(&run->series, NULL, sink);
	}
	if (!run->has_failed)
		iperf_csv_results_report(run, sink);
	*run = (struct iperf_csv_run){
		.streams = run->streams,
		.capacity = run->capacity,
		.series = run->series,
	};
}

static bool is_whole(const struct iperf_csv_run *run)
{
	for (size_t i = 0; i < run->count; i++)
		if (run->streams[i].progress != IPERF_CSV_WHOLE)
			return false;
	return true;
}

static bool has_id(const struct iperf_csv_run *run, uint64_t id)
{
	for (size_t i = 0; i < run->count; i++)
		if (run->streams[i].connection.id == id)
			return true;
	return false;
}

/* Whether it began when the others were over. The times are whole seconds. */
static bool is_later(const struct iperf_csv_run *run, const struct iperf_csv_row *row)
{
	return row->row.end >= 2 && row->printed - row->row.end >= run->printed;
}

/* A server that is known to be one may have any clients, whose sum means nothing. */
static bool is_server(struct sink *sink)
{
	return command_has_flag(sink_command(sink, "iperf"), "iperf", 's', "server");
}

/*
 * Whether a row from 0 follows the stream's only row without being its whole:
 * a row that does not say when is of a run without intervals.
 */
static bool is_next_of_held(const struct iperf_csv_run *run, const struct iperf_csv_row *row)
{
	if (row->connection.is_sum)
		return !run->has_series;
	return isnan(row->printed) || is_later(run, row);
}

/* Whether a row that begins at 0 is not of the run that is on. */
static bool is_of_next_run(
	struct iperf_csv_run *run, const struct iperf_csv_row *row, struct sink *sink)
{
	const struct iperf_csv_connection *connection = &row->connection;
	const struct iperf_csv_stream *stream = stream_of(run, connection);

	if (stream)
		return stream->progress == IPERF_CSV_WHOLE ||
		       (stream->progress == IPERF_CSV_HELD && is_next_of_held(run, row));
	if (reported_stream(run, row))
		return false;
	return has_id(run, connection->id) || is_whole(run) || is_later(run, row) ||
	       (!run->has_series && is_server(sink));
}

void iperf_csv_run_begin_row(
	struct iperf_csv_run *run, const struct iperf_csv_row *row, struct sink *sink)
{
	if (row->row.start <= 0 && iperf_csv_run_is_on(run) && is_of_next_run(run, row, sink))
		end_run(run, sink);
	run->printed = row->printed;
}

static void add_server_report(
	struct iperf_csv_run *run, struct iperf_csv_stream *stream, const struct iperf_row *row)
{
	stream->row = *row;
	stream->progress = IPERF_CSV_WHOLE;
	run->has_server_reports = true;
}

static void add_row(
	struct iperf_csv_run *run, struct iperf_csv_stream *stream, const struct iperf_row *row)
{
	stream->line = row->line;
	if (row->start > 0 || (stream->progress == IPERF_CSV_NONE && run->has_series)) {
		begin_series(run);
		take_interval(run, stream, row);
	} else if (stream->progress == IPERF_CSV_NONE) {
		stream->row = *row;
		stream->progress = IPERF_CSV_HELD;
	} else {
		begin_series(run);
		stream->row = *row;
		stream->progress = IPERF_CSV_WHOLE;
	}
}

void iperf_csv_run_add_row(
	struct iperf_csv_run *run, const struct iperf_csv_row *row, struct sink *sink)
{
	struct iperf_csv_stream *stream = stream_of(run, &row->connection);
	struct iperf_csv_stream *reported = stream ? NULL : reported_stream(run, row);

	if (reported) {
		add_server_report(run, reported, &row->row);
		return;
	}
	if (!stream)
		stream = open_stream(run, row, sink);
	if (stream)
		add_row(run, stream, &row->row);
}

void iperf_csv_run_end(struct iperf_csv_run *run, struct sink *sink)
{
	end_run(run, sink);
	iperf_series_release(&run->series);
	free(run->streams);
}
