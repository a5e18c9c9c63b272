/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * iperf3 - iperf3's text, client and server
 *
 *	Connecting to host 10.0.0.2, port 5201
 *	[  4] local 10.0.0.3 port 40712 connected to 10.0.0.2 port 5201
 *	[ ID] Interval           Transfer     Bandwidth       Retr  Cwnd
 *	[  4]   0.00-1.00   sec  11.2 MBytes  94.0 Mbits/sec    0   85.0 KBytes
 *	[  4]   1.00-2.00   sec  11.1 MBytes  93.1 Mbits/sec    2   62.2 KBytes
 *	- - - - - - - - - - - - - - - - - - - - - - - - -
 *	[ ID] Interval           Transfer     Bandwidth       Retr
 *	[  4]   0.00-2.00   sec  22.3 MBytes  93.5 Mbits/sec    2             sender
 *	[  4]   0.00-2.00   sec  22.0 MBytes  92.3 Mbits/sec                  receiver
 *
 *	iperf Done.
 *
 * Up to 3.1 UDP has one total, of what was sent and what the receiver says of it:
 *
 *	[ ID] Interval           Transfer     Bandwidth       Jitter    Lost/Total Datagrams
 *	[  4]   0.00-2.00   sec  2.39 MBytes  10.0 Mbits/sec  0.087 ms  4/306 (1.3%)
 *
 * Rows marked (omitted) are of the slow start (-O). Before each line stands
 * the title, if there is one (-T). An error may come before the lines of its
 * test, since it is not buffered, or behind a total that is none:
 *
 *	iperf3: interrupt - the client has terminated
 *
 * JSON (-J) is another format's. There may be millions of rows: block() takes
 * those of intervals.
 */
#include "ingest/formats/iperf3/error.h"
#include "ingest/formats/iperf3/test.h"
#include "ingest/formats/iperf3/title.h"
#include "ingest/formats/iperf/next_row.h"
#include "ingest/formats/iperf/timestamp.h"
#include "ingest/log/format.h"

struct iperf3 {
	struct iperf3_test test;
	struct iperf3_title title;
	bool has_retransmits; /* the header names them */
	bool behind_rule;     /* and a header makes it the summary */
	bool in_summary;
	bool in_copy;        /* what the server printed of the same test */
	bool behind_version; /* where the system is named */
	size_t dashes_line;  /* the last rule, in which a server's banner stands */
};

/* Lines that say nothing about a result. */
static const struct notice {
	const char *text;
	bool during_test; /* elsewhere it may be anybody's */
} notices[] = {
	{ "CPU Utilization: local/", false },
	{ "Control connection MSS ", false },
	{ "Cookie: ", true },
	{ "Reverse mode, remote host ", false },
	{ "Starting Test: protocol: ", false },
	{ "TCP MSS: ", true },
	{ "Target Bitrate: ", true },
	{ "Test Complete. Summary Results:", true },
	{ "iperf3: OUT OF ORDER - ", false },
	{ "rcv_tcp_congestion ", true },
	{ "snd_tcp_congestion ", true },
};

static bool is_notice(const struct iperf3 *state, struct slice text)
{
	for (size_t i = 0; i < sizeof notices / sizeof *notices; i++)
		if (slice_starts_with(text, notices[i].text))
			return state->test.is_on || !notices[i].during_test;
	return slice_starts_with(text, "Time: ") &&
	       (slice_ends_with(text, " GMT") || slice_ends_with(text, " UTC"));
}

/* "iperf 3.12" and the line behind it, "Linux host 6.1.0 ..." */
static bool version_line(struct iperf3 *state, struct slice text)
{
	bool behind_version = state->behind_version;

	state->behind_version = slice_starts_with(text, "iperf 3.");
	return state->behind_version || (behind_version && slice_starts_with(text, "Linux "));
}

static void begin_test(struct iperf3 *state, size_t line, struct sink *sink)
{
	if (!state->in_copy)
		iperf3_test_begin(&state->test, line, sink);
	state->behind_rule = state->in_summary = state->has_retransmits = false;
}

/* "Connecting to host 10.0.0.2, port 5201", behind the title if there is one */
static bool client_line(
	struct iperf3 *state, struct slice text, const struct line *line, struct sink *sink)
{
	struct slice at = text;
	struct slice title;
	uint64_t port;

	if (!scan_until(&at, "Connecting to host ", &title) ||
		!(slice_is_empty(title) || slice_ends_with(title, ":  ")) ||
		!scan_until(&at, ", port ", NULL) || !scan_text(&at, ", port ") ||
		!scan_integer(&at, &port) || !scan_end(&at))
		return false;
	iperf3_title_learn(&state->title, title);
	state->in_copy = false;
	begin_test(state, line->number, sink);
	return true;
}

/*
 * "Server listening on 5201 (test #1)" between two rules, and, behind that,
 * "Accepted connection from 10.0.0.3, port 37770": alone they are anybody's.
 */
static bool server_line(struct iperf3 *state, struct slice text, size_t line, struct sink *sink)
{
	uint64_t port;

	if (slice_equals(text, "-----------------------------------------------------------"))
		state->dashes_line = line;
	if (scan_text(&text, "Accepted connection from ") &&
		(state->test.idle.line || state->in_copy)) {
		begin_test(state, line, sink);
		return true;
	}
	if (state->dashes_line + 1 != line || !scan_text(&text, "Server listening on ") ||
		!scan_integer(&text, &port))
		return false;
	iperf3_test_end(&state->test, sink);
	iperf_failure_set(&state->test.idle, PROBLEM_FAILED,
		slice_of("no result: a server's banner only"), line);
	return true;
}

/* "[  5] local 10.0.0.3 port 36496 connected to 10.0.0.2 port 5201" */
static bool stream_line(struct iperf3 *state, struct slice text)
{
	struct iperf_label label;

	if (!scan_iperf_label(&text, &label) || !scan_blanks(&text))
		return false;
	if (scan_text(&text, "local ") && slice_contains(text, " connected to ")) {
		state->test.streams += !state->in_copy;
		return true;
	}
	return state->test.is_on &&
	       (slice_starts_with(text, "Sent ") ||
		       slice_equals(text, "(sender statistics not available)"));
}

/* A header behind totals begins the next of several reports that were pasted together. */
static bool header_line(struct iperf3 *state, struct slice text, struct sink *sink)
{
	if (!scan_text(&text, "[ ID] Interval           Transfer ") &&
		!scan_text(&text, "[ ID][Role] Interval           Transfer "))
		return false;
	state->has_retransmits = slice_contains(text, " Retr");
	state->in_summary = state->behind_rule;
	if (!state->in_copy && iperf3_test_has_totals(&state->test))
		iperf3_test_end(&state->test, sink);
	else
		iperf3_test_end_interval(&state->test);
	return true;
}

/* Lines that divide one part of the report from the next. */
static bool division_line(struct iperf3 *state, struct slice text, struct sink *sink)
{
	if (slice_equals(text, "- - - - - - - - - - - - - - - - - - - - - - - - -")) {
		state->behind_rule = true;
		return true;
	}
	if (slice_equals(text, "iperf Done.")) {
		iperf3_test_end(&state->test, sink);
		state->in_copy = false;
		return true;
	}
	if (!slice_equals(text, "Server output:") || !state->test.is_on)
		return false;
	iperf3_test_end(&state->test, sink);
	state->in_copy = true;
	return true;
}

/* "[TX-C]", "[RX-S]" */
static enum iperf3_role scan_role(struct slice *at)
{
	static const struct {
		const char *text;
		enum iperf3_role role;
	} roles[] = {
		{ "[TX-C]", IPERF3_TX },
		{ "[TX-S]", IPERF3_TX },
		{ "[RX-C]", IPERF3_RX },
		{ "[RX-S]", IPERF3_RX },
	};

	if (slice_is_empty(*at) || *at->start != '[')
		return IPERF3_ONE_WAY;
	for (size_t i = 0; i < sizeof roles / sizeof *roles; i++)
		if (scan_text(at, roles[i].text))
			return roles[i].role;
	return IPERF3_ONE_WAY;
}

static enum iperf3_kind kind_of(const struct iperf3 *state, struct slice rest)
{
	if (slice_ends_with(rest, "sender"))
		return IPERF3_SENDER;
	if (slice_ends_with(rest, "receiver") || state->in_summary)
		return IPERF3_RECEIVER;
	return IPERF3_INTERVAL;
}

/* "    5             sender", "   29   1.12 MBytes" (the window), or a count of datagrams alone */
static void scan_retransmits(const struct iperf3 *state, struct slice rest, struct iperf_row *row)
{
	uint64_t count;

	if (!scan_blanks(&rest) || !scan_integer(&rest, &count))
		return;
	if (state->has_retransmits || slice_ends_with(rest, "sender") ||
		slice_ends_with(rest, "Bytes"))
		row->retransmits = (struct iperf_count){ (double)count, row->line };
}

/* What stands behind the rate. */
static void scan_quality(const struct iperf3 *state, struct slice at, struct iperf_row *row)
{
	if (!slice_is_empty(at) && !scan_iperf_datagrams(&at, row))
		scan_retransmits(state, at, row);
}

/* Behind "sec": "4.10 GBytes  17.6 Gbits/sec    5             sender" */
static void transfer(struct iperf3 *state, enum iperf3_role role, bool is_sum,
	struct iperf_row *row, struct slice at, struct slice text)
{
	enum iperf3_kind kind = kind_of(state, at);
	bool is_readable = scan_iperf_transfer(&at, row);

	if (!is_readable || !iperf_row_agrees(row))
		iperf_failure_set_row(&state->test.failure, is_readable, text, row->line);
	scan_quality(state, at, row);
	iperf3_test_add_row(&state->test, role, kind, is_sum, row);
}

static bool row_line(struct iperf3 *state, struct slice text, const struct line *line)
{
	struct slice at = text;
	struct iperf_label label;
	struct iperf_row row;
	enum iperf3_role role;

	if (!scan_iperf_label(&at, &label))
		return false;
	role = scan_role(&at);
	if (!scan_iperf_interval(&at, &row) ||
		!(row.is_padded || role != IPERF3_ONE_WAY || state->test.is_on))
		return false;
	row.line = line->number;
	state->behind_rule = false;
	if (!line->overwritten && !state->in_copy && !slice_ends_with(at, "(omitted)"))
		transfer(state, role, label.is_sum, &row, at, text);
	return true;
}

static bool take(
	struct iperf3 *state, struct slice text, const struct line *line, struct sink *sink)
{
	return row_line(state, text, line) || client_line(state, text, line, sink) ||
	       server_line(state, text, line->number, sink) || stream_line(state, text) ||
	       header_line(state, text, sink) || division_line(state, text, sink) ||
	       iperf3_error_line(&state->test, text, line->number, sink) ||
	       version_line(state, text) || is_notice(state, text);
}

static bool iperf3_line(void *opaque, const struct line *line, struct sink *sink)
{
	struct iperf3 *state = opaque;
	struct slice text = line->text;

	if (iperf3_title_skip(&state->title, &text) && slice_is_empty(text))
		return true;
	text = slice_trim(text);
	return take(state, text, line, sink) ||
	       (scan_iperf_timestamp(&text) && take(state, text, line, sink));
}

/* What only a row in line() means: a total, or a row that does not count. */
static bool is_special(struct slice rest)
{
	return slice_ends_with(rest, "sender") || slice_ends_with(rest, "receiver") ||
	       slice_ends_with(rest, "(omitted)");
}

static void iperf3_block(void *opaque, struct block *block, struct sink *sink)
{
	struct iperf3 *state = opaque;
	struct iperf_next_row next = { 0 };

	(void)sink;
	if (!state->test.is_on || state->in_copy || state->in_summary || state->title.length)
		return;
	while (iperf_next_row(block, &next) && !is_special(next.rest)) {
		state->behind_rule = false;
		scan_quality(state, next.rest, &next.row);
		iperf3_test_add_row(&state->test, IPERF3_ONE_WAY, IPERF3_INTERVAL,
			next.label.is_sum, &next.row);
		iperf_next_row_take(&next, block);
	}
}

static void iperf3_end(void *opaque, struct sink *sink)
{
	struct iperf3 *state = opaque;

	iperf3_test_end_log(&state->test, sink);
}

static const char *const signs[] = {
	"[",
	"----------",
	"- - - ",
	"Connecting to host ",
	"Accepted connection from ",
	"Server listening on ",
	"iperf",
	"CPU Utilization: ",
	"Control connection MSS ",
	"Reverse mode, ",
	"Starting Test: ",
	"Time: ",
	NULL,
};

const struct format iperf3_format = {
	.name = "iperf3",
	.summary = "throughput, as iperf3 prints it",
	.state_size = sizeof(struct iperf3),
	.signs = signs,
	.line = iperf3_line,
	.block = iperf3_block,
	.end = iperf3_end,
};
