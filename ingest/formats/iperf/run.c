/* SPDX-License-Identifier: GPL-3.0-or-later */
/* iperf/run - what iperf 2 says of its connections, made into results */
#include "ingest/formats/iperf/run.h"

#include <stdlib.h>

#include "core/memory.h"
#include "ingest/formats/iperf/intervals.h"
#include "ingest/formats/iperf/results.h"

enum { STREAM_LIMIT = 1024 };

static void forget_rows(struct iperf_run *run)
{
	run->last = 0;
	run->sum = (struct iperf_stream){ 0 };
	run->whole_count = 0;
	run->has_series = false;
	run->has_server_reports = false;
}

static void end_run(struct iperf_run *run, struct sink *sink)
{
	iperf_run_end_interval(run);
	iperf_run_report_series(run, sink);
	iperf_results_report(run, true, sink);
	forget_rows(run);
	run->failure = (struct iperf_failure){ 0 };
	run->count = 0;
	run->has_begun = false;
	run->client_port = 0;
	run->client_line = 0;
}

/*
 * A server goes on: a connection that hangs must not hold up the others, unless
 * a series was begun for it.
 */
static void end_whole_streams(struct iperf_run *run, struct sink *sink)
{
	size_t kept = 0;

	iperf_run_end_interval(run);
	if (run->has_begun && !iperf_stream_is_whole(&run->streams[0]))
		return;
	iperf_run_report_series(run, sink);
	iperf_results_report(run, false, sink);
	for (size_t i = 0; i < run->count; i++)
		if (!iperf_stream_is_whole(&run->streams[i]))
			run->streams[kept++] = run->streams[i];
	run->count = kept;
	forget_rows(run);
}

static bool has_rows(const struct iperf_run *run)
{
	for (size_t i = 0; i < run->count; i++)
		if (run->streams[i].progress != IPERF_CONNECTED)
			return true;
	return run->sum.progress != IPERF_CONNECTED;
}

void iperf_run_fail(struct iperf_run *run, struct slice text, size_t line, struct sink *sink)
{
	iperf_failure_set_error(&run->failure, text, line);
	if (run->count == 0 || has_rows(run))
		iperf_failure_report(&run->failure, sink);
}

static bool is_other_way(
	const struct iperf_run *run, const struct iperf_label *label, uint64_t peer_port)
{
	return label->is_reverse ||
	       (run->client_port && peer_port && peer_port != run->client_port);
}

void iperf_run_begin_client(struct iperf_run *run, uint64_t port, size_t line, struct sink *sink)
{
	if (run->client_line || run->failure.line || has_rows(run))
		end_run(run, sink);
	run->client_port = port;
	run->client_line = line;
	for (size_t i = 0; i < run->count; i++)
		run->streams[i].is_other_way = is_other_way(
			run, &run->streams[i].label, run->streams[i].peer_port);
}

void iperf_run_begin_server(struct iperf_run *run, size_t line, struct sink *sink)
{
	if (run->failure.line || has_rows(run))
		end_run(run, sink);
	run->server_line = line;
}

/* Whether nothing but [SUM] rows was kept of a run. */
static bool has_sums_alone(const struct iperf_run *run)
{
	return run->count == 0 && run->sum.progress != IPERF_CONNECTED;
}

static bool is_complete(const struct iperf_run *run)
{
	for (size_t i = 0; i < run->count; i++)
		if (!iperf_stream_is_whole(&run->streams[i]) && !run->streams[i].is_closed)
			return false;
	return run->count > 0;
}

/* NULL when there are more streams than are kept here: then a sum would not be whole. */
static struct iperf_stream *open_stream(struct iperf_run *run, const struct iperf_label *label,
	uint64_t peer_port, size_t line, struct sink *sink)
{
	if (run->count == STREAM_LIMIT && !run->client_port)
		end_whole_streams(run, sink);
	if (run->count == STREAM_LIMIT) {
		iperf_failure_set(&run->failure, PROBLEM_UNREADABLE,
			slice_of("more than 1024 streams"), line);
		return NULL;
	}
	run->streams = memory_reserve_one(
		run->streams, run->count, &run->capacity, sizeof *run->streams);
	run->streams[run->count] = (struct iperf_stream){
		.label = *label,
		.is_announced = peer_port || label->is_reverse,
		.is_other_way = is_other_way(run, label, peer_port),
		.peer_port = peer_port,
		.line = line,
	};
	return &run->streams[run->count++];
}

void iperf_run_connect(struct iperf_run *run, const struct iperf_label *label, uint64_t peer_port,
	size_t line, struct sink *sink)
{
	struct iperf_stream *former;

	if (is_complete(run) || (!run->client_port && (run->failure.line || has_sums_alone(run))))
		end_run(run, sink);
	else if (!run->client_port)
		end_whole_streams(run, sink);
	former = iperf_run_find_stream(run, label);
	if (former)
		former->is_closed = true;
	open_stream(run, label, peer_port, line, sink);
}

/* Whether the row, which begins at 0, is not of the connection that printed the stream's last. */
static bool is_of_next_run(const struct iperf_stream *stream, const struct iperf_row *row)
{
	if (stream->progress == IPERF_HELD)
		return !stream->is_announced || row->end < stream->row.end;
	return stream->progress == IPERF_WHOLE;
}

static struct iperf_stream *stream_of(struct iperf_run *run, const struct iperf_label *label,
	const struct iperf_row *row, struct sink *sink)
{
	struct iperf_stream *stream;

	if (label->is_sum)
		return &run->sum;
	stream = iperf_run_find_stream(run, label);
	if (stream && row->start <= 0 && is_of_next_run(stream, row)) {
		end_run(run, sink);
		stream = NULL;
	}
	return stream ? stream : open_stream(run, label, 0, row->line, sink);
}

void iperf_run_add_row(struct iperf_run *run, const struct iperf_label *label,
	const struct iperf_row *row, struct sink *sink)
{
	struct iperf_stream *stream = stream_of(run, label, row, sink);

	if (!stream)
		return;
	stream->line = row->line;
	if (row->start > 0 || (stream->progress == IPERF_CONNECTED && run->has_series &&
				      !(label->is_sum && run->whole_count))) {
		iperf_run_begin_series(run);
		iperf_run_take_interval(run, stream, row);
		return;
	}
	if (stream->progress != IPERF_CONNECTED) {
		if (!label->is_sum)
			iperf_run_begin_series(run);
		stream->progress = IPERF_WHOLE;
		run->whole_count++;
	} else {
		stream->progress = IPERF_HELD;
	}
	stream->row = *row;
}

void iperf_run_add_server_report(
	struct iperf_run *run, const struct iperf_label *label, const struct iperf_row *row)
{
	struct iperf_stream *stream = iperf_run_find_stream(run, label);

	if (!stream)
		return;
	stream->row = *row;
	stream->progress = IPERF_WHOLE;
	run->has_server_reports = true;
}

void iperf_run_add_out_of_order(
	struct iperf_run *run, const struct iperf_label *label, struct iperf_count count)
{
	struct iperf_stream *stream = iperf_run_find_stream(run, label);

	if (stream && iperf_stream_is_whole(stream))
		stream->row.out_of_order = count;
}

void iperf_run_end(struct iperf_run *run, struct sink *sink)
{
	end_run(run, sink);
	if (run->server_line && !run->has_reported)
		sink_add_problem(sink, PROBLEM_FAILED, run->server_line,
			"no result: a server's banner only");
	iperf_series_release(&run->series);
	free(run->streams);
}
