/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * iperf_csv - iperf 2's CSV (-y C), client and server
 *
 *	20261123011500,127.0.0.1,37368,127.0.0.1,9998,1,0.0-1.0,2467056060,19736448480
 *	20261123011501,127.0.0.1,37368,127.0.0.1,9998,1,1.0-2.0,2541864000,20334912000
 *	20261123011502,127.0.0.1,37368,127.0.0.1,9998,1,0.0-2.0,5008920060,20035680240
 *
 * Errors are text, and a row behind one is what was transferred until then:
 *
 *	tcp write failed: Connection reset by peer
 *	shutdown failed: Transport endpoint is not connected
 *	19700101000000,127.0.0.1,40440,127.0.0.1,9998,1,0.0-0.0,4182460,12265278592
 *
 * They are left to the text's format, which says why the run failed. The last
 * datagram's error comes behind the row:
 *
 *	[  3] WARNING: did not receive ack of last datagram after 10 tries.
 */
#include "ingest/formats/iperf/csv_run.h"
#include "ingest/log/format.h"

enum { QUOTE = 160 }; /* bytes of a row in a message */

struct iperf_csv {
	struct csv_fields fields; /* of the last line */
	struct iperf_csv_columns columns;
	struct iperf_csv_run run;
	bool behind_error; /* the next row is no result */
};

static void fail(struct iperf_csv *state, enum problem_status status, const char *why,
	const struct line *line, struct sink *sink)
{
	size_t length = slice_length(line->text);

	if (!state->run.has_failed)
		sink_add_problem(sink, status, line->number, "%s: %.*s", why,
			length < QUOTE ? (int)length : QUOTE, line->text.start);
	state->run.has_failed = true;
}

/* "tcp write failed: ...", as iperf_error knows them; a shutdown fails behind the transfer. */
static bool is_error(struct slice text)
{
	struct slice call;

	return scan_until(&text, " failed: ", &call) &&
	       slice_length(call) <= sizeof "listener bind" && !slice_equals(call, "shutdown");
}

static void look_for_error(struct iperf_csv *state, struct slice text)
{
	if (is_error(text))
		state->behind_error = true;
	else if (slice_contains(text, " did not receive ack of last datagram"))
		state->run.has_failed = iperf_csv_run_is_on(&state->run);
}

static void take_row(struct iperf_csv *state, const struct iperf_csv_row *row,
	const struct line *line, struct sink *sink)
{
	iperf_csv_run_begin_row(&state->run, row, sink);
	if (!row->is_readable)
		fail(state, PROBLEM_UNREADABLE, "a row without its figures", line, sink);
	else if (!row->is_true)
		fail(state, PROBLEM_INVALID, "a row that cannot be true", line, sink);
	else if (state->behind_error)
		fail(state, PROBLEM_FAILED, "no result, behind an error", line, sink);
	state->behind_error = false;
	iperf_csv_run_add_row(&state->run, row, sink);
}

static bool iperf_csv_line(void *opaque, const struct line *line, struct sink *sink)
{
	struct iperf_csv *state = opaque;
	struct iperf_csv_row row;

	if (line->overwritten)
		return false;
	if (iperf_csv_read_header(&state->fields, line->text, &state->columns))
		return true;
	if (iperf_csv_read_row(&state->fields, line, &state->columns, &row)) {
		take_row(state, &row, line, sink);
		return true;
	}
	look_for_error(state, line->text);
	return false;
}

static void iperf_csv_end(void *opaque, struct sink *sink)
{
	struct iperf_csv *state = opaque;

	iperf_csv_run_end(&state->run, sink);
	csv_fields_release(&state->fields);
}

static const char *const signs[] = {
	",",
	" failed: ",
	NULL,
};

const struct format iperf_csv_format = {
	.name = "iperf-csv",
	.summary = "throughput, as iperf 2 prints it with -y C",
	.state_size = sizeof(struct iperf_csv),
	.signs = signs,
	.line = iperf_csv_line,
	.end = iperf_csv_end,
};
