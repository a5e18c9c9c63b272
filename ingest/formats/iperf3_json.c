/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * iperf3_json - iperf3's JSON: a document a test (-J), or a line an event
 *
 *	{
 *		"start":	{
 *			"version":	"iperf 3.12",
 *			"accepted_connection":	{ ... },	on the server
 *		"intervals":	[{ "streams": [ ... ], "sum": { ... } }, ... ],
 *		"end":	{ "streams": [ ... ], "sum_sent": { ... }, "sum_received": { ... } },
 *		"error":	"interrupt - the client has terminated"
 *	}
 *
 *	{"event":"start","data":{"version":"iperf 3.17", ...}}	--json-stream
 *	{"event":"interval","data":{"streams":[ ... ],"sum":{ ... }}}
 *	{"event":"end","data":{"streams":[ ... ],"sum_sent":{ ... },"sum_received":{ ... }}}
 *	{"event":"error","data":"interrupt - the client has terminated"}
 *
 * The exit status is 0 when there was an error, and what was transferred until
 * then may be in the sums: it is no result.
 */
#include <string.h>

#include "ingest/formats/iperf3/json_sum.h"
#include "ingest/formats/iperf/failure.h"
#include "ingest/log/format.h"

/* A test whose events are being read, a line each. */
struct iperf3_stream {
	bool is_on;
	bool is_server;
	bool has_failed; /* what is behind the error is still of the test */
	size_t line;     /* the last of the test */
	struct iperf3_json_series series;
};

static bool is_server(const struct json *start)
{
	return json_member(start, "accepted_connection");
}

static void report_error(const struct json *error, struct sink *sink)
{
	struct iperf_failure failure = { 0 };

	iperf_failure_set_error(&failure, slice_of(json_text(error)), json_line(error));
	iperf_failure_report(&failure, sink);
}

static void report_no_end(size_t line, struct sink *sink)
{
	sink_add_problem(sink, PROBLEM_FAILED, line, "no final result");
}

static void add_intervals(const struct json *document, bool of_server, struct sink *sink)
{
	const struct json *interval = json_first(json_member(document, "intervals"));
	struct iperf3_json_series series = { 0 };

	for (; interval; interval = json_next(interval)) {
		iperf3_json_add_interval(interval, of_server, &series);
		json_forget(interval);
	}
	iperf3_json_series_report(&series, sink);
}

static bool take_whole(const struct json *document, struct sink *sink)
{
	const struct json *start = json_member(document, "start");
	const struct json *end = json_member(document, "end");
	const struct json *error = json_member(document, "error");

	if (!json_is_object(start) || !json_is_object(end) ||
		!json_is_array(json_member(document, "intervals")))
		return false;
	if (json_member(start, "test_start"))
		sink_begin_result(sink);
	if (json_text(error)) {
		report_error(error, sink);
		return true;
	}
	add_intervals(document, is_server(start), sink);
	if (!iperf3_json_add_end(end, is_server(start), sink))
		report_no_end(json_line(end), sink);
	return true;
}

static void end_stream(struct iperf3_stream *stream, struct sink *sink)
{
	iperf3_json_series_report(&stream->series, sink);
	if (stream->is_on)
		report_no_end(stream->line, sink);
	*stream = (struct iperf3_stream){ 0 };
}

static bool start_event(struct iperf3_stream *stream, const struct json *data, struct sink *sink)
{
	const char *version = json_member_text(data, "version");

	if (!version || strncmp(version, "iperf 3", 7) != 0)
		return false;
	end_stream(stream, sink);
	sink_begin_result(sink);
	stream->is_on = true;
	stream->is_server = is_server(data);
	return true;
}

static bool interval_event(struct iperf3_stream *stream, const struct json *data, struct sink *sink)
{
	(void)sink;
	if (stream->is_on)
		iperf3_json_add_interval(data, stream->is_server, &stream->series);
	return stream->is_on || stream->has_failed;
}

static bool end_event(struct iperf3_stream *stream, const struct json *data, struct sink *sink)
{
	bool is_ours = stream->is_on || stream->has_failed;

	iperf3_json_series_report(&stream->series, sink);
	if (stream->is_on && iperf3_json_add_end(data, stream->is_server, sink))
		stream->is_on = false;
	end_stream(stream, sink);
	return is_ours;
}

/* A test that did not begin has this event alone. */
static bool error_event(struct iperf3_stream *stream, const struct json *data, struct sink *sink)
{
	const char *text = json_text(data);

	if (!text || (!stream->is_on && strncmp(text, "error - ", 8) != 0 &&
			     strncmp(text, "unable to ", 10) != 0))
		return false;
	iperf3_json_series_report(&stream->series, sink);
	report_error(data, sink);
	*stream = (struct iperf3_stream){ .has_failed = true };
	return true;
}

/* A server's words, of the same test. */
static bool server_event(struct iperf3_stream *stream, const struct json *data, struct sink *sink)
{
	(void)data;
	(void)sink;
	return stream->is_on;
}

static bool take_event(struct iperf3_stream *stream, const struct json *document, struct sink *sink)
{
	static const struct {
		const char *name;
		bool (*take)(struct iperf3_stream *, const struct json *, struct sink *);
	} events[] = {
		{ "start", start_event },
		{ "interval", interval_event },
		{ "end", end_event },
		{ "error", error_event },
		{ "server_output_json", server_event },
		{ "server_output_text", server_event },
	};
	const char *name = json_member_text(document, "event");

	for (size_t i = 0; name && i < sizeof events / sizeof *events; i++)
		if (strcmp(name, events[i].name) == 0)
			return events[i].take(stream, json_member(document, "data"), sink);
	return false;
}

static bool iperf3_json_document(void *state, const struct json *document, struct sink *sink)
{
	struct iperf3_stream *stream = state;

	if (!json_member(document, "event"))
		return take_whole(document, sink);
	if (!take_event(stream, document, sink))
		return false;
	stream->line = json_line(document);
	return true;
}

static void iperf3_json_end(void *state, struct sink *sink)
{
	end_stream(state, sink);
}

const struct format iperf3_json_format = {
	.name = "iperf3-json",
	.summary = "throughput, as iperf3 -J and --json-stream print it",
	.state_size = sizeof(struct iperf3_stream),
	.document = iperf3_json_document,
	.supersedes = "iperf3",
	.end = iperf3_json_end,
};
