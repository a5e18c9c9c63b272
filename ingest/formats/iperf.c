/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * iperf - iperf 2, client and server
 *
 *	Client connecting to 10.0.0.2, UDP port 9999
 *	UDP buffer size:  208 KByte (default)
 *	[  3] local 10.0.0.3 port 51712 connected with 10.0.0.2 port 9999
 *	[ ID] Interval       Transfer     Bandwidth
 *	[  3]  0.0-10.0 sec  11.9 MBytes  10.0 Mbits/sec
 *	[  3] Sent 8505 datagrams
 *	[  3] Server Report:
 *	[  3]  0.0-10.0 sec  11.9 MBytes  9.97 Mbits/sec   0.214 ms   26/ 8505 (0.31%)
 *	[  3]  0.0-10.0 sec  3 datagrams received out-of-order
 *
 * -e adds columns, of which the retransmits are read:
 *
 *	... Bandwidth       Write/Err  Rtry     Cwnd/RTT(var)        NetPwr
 *	... 15.6 Gbits/sec  488347/0          2      767K/50(17) us  39028069
 *
 * A client without a server, or whose server breaks, exits with 0, and may
 * print a result that is none:
 *
 *	tcp connect failed: Connection refused
 *	[  1] local 0.0.0.0 port 0 connected with 127.0.0.1 port 9998
 *
 *	tcp write failed: Connection reset by peer
 *	[  1] 0.0000-0.0059 sec  2.04 MBytes  2.89 Gbits/sec
 *
 *	[  3] WARNING: did not receive ack of last datagram after 10 tries.
 *
 * CSV (-y C) is another format's. With -i there may be millions of rows: block()
 * takes those of later intervals.
 */
#include "ingest/formats/iperf/error.h"
#include "ingest/formats/iperf/intervals.h"
#include "ingest/formats/iperf/next_row.h"
#include "ingest/formats/iperf/run.h"
#include "ingest/formats/iperf/timestamp.h"
#include "ingest/log/format.h"

struct iperf {
	struct iperf_run run;
	bool awaits_report; /* the next row of this stream is the server's */
	struct iperf_label reporter;
};

/* The lines of settings, and others that say nothing about a result. */
static const char *const notices[] = {
	"Binding to local address ",
	"Joining multicast group ",
	"MSS req size ",
	"MSS size ",
	"Read buffer size: ",
	"Setting multicast TTL to ",
	"TCP window size: ",
	"TOS set to ",
	"UDP buffer size: ",
	"WARNING: TCP window size set to ",
	"Write buffer size: ",
	"[ CT] final connect times ",
	NULL,
};

static bool is_notice(const struct iperf_run *run, struct slice text)
{
	if (!iperf_run_is_on(run))
		return false;
	for (size_t i = 0; notices[i]; i++)
		if (slice_starts_with(text, notices[i]))
			return true;
	return slice_contains(text, " byte datagrams") &&
	       (slice_starts_with(text, "Sending ") || slice_starts_with(text, "Receiving "));
}

/* The server's port, of which a client that listens, too, prints two: "ports 5002-9998". */
static bool scan_port(struct slice *at, uint64_t *port)
{
	if (!scan_text(at, "TCP port") && !scan_text(at, "UDP port"))
		return false;
	scan_char(at, 's');
	return scan_char(at, ' ') && scan_integer(at, port);
}

static bool banner_line(struct iperf *state, struct slice text, size_t line, struct sink *sink)
{
	struct slice at = text;
	uint64_t port;

	if (scan_text(&at, "Client connecting to ") && scan_until(&at, ", ", NULL) &&
		scan_text(&at, ", ") && scan_port(&at, &port)) {
		state->awaits_report = false;
		iperf_run_begin_client(&state->run, port, line, sink);
		return true;
	}
	at = text;
	if (scan_text(&at, "Server listening on ") && scan_port(&at, &port)) {
		iperf_run_begin_server(&state->run, line, sink);
		return true;
	}
	return false;
}

/* "local 10.0.0.3 port 51712 connected with 10.0.0.2 port 9999 (reverse)" */
static bool scan_connection(struct slice *at, uint64_t *local_port, uint64_t *peer_port)
{
	struct slice host;

	return scan_text(at, "local ") && scan_word(at, &host) && scan_text(at, " port ") &&
	       scan_integer(at, local_port) && scan_text(at, " connected with ") &&
	       scan_word(at, &host) && scan_text(at, " port ") && scan_integer(at, peer_port);
}

/* What is said of the datagrams, without figures that count. */
static bool datagrams_line(struct iperf *state, const struct iperf_label *label, struct slice at,
	struct slice text, size_t line, struct sink *sink)
{
	uint64_t count;

	if (slice_equals(at, "Server Report:")) {
		state->awaits_report = true;
		state->reporter = *label;
		return true;
	}
	if (slice_starts_with(at, "WARNING: did not receive ack of last datagram")) {
		iperf_run_fail(&state->run, text, line, sink);
		return true;
	}
	return slice_starts_with(at, "WARNING: ack of last datagram failed") ||
	       (scan_text(&at, "Sent ") && scan_integer(&at, &count) &&
		       slice_equals(at, " datagrams"));
}

/*
 * Lines with a label that are no rows. A connection that was refused is
 * announced as well, with a local port of 0.
 */
static bool stream_line(struct iperf *state, struct slice text, size_t line, struct sink *sink)
{
	struct slice at = text;
	struct iperf_label label;
	uint64_t local_port;
	uint64_t peer_port;

	if (scan_text(&at, "(null)"))
		return scan_connection(&at, &local_port, &peer_port);
	if (!scan_iperf_label(&at, &label) || !scan_blanks(&at))
		return false;
	if (datagrams_line(state, &label, at, text, line, sink))
		return true;
	if (!scan_connection(&at, &local_port, &peer_port))
		return false;
	label.is_reverse |= slice_contains(at, "(reverse)");
	if (local_port)
		iperf_run_connect(&state->run, &label, peer_port, line, sink);
	return true;
}

/* "488347/0          2 ...": but the third number of UDP's columns is a rate, "447 pps". */
static void scan_retransmits(struct slice at, struct iperf_row *row)
{
	uint64_t writes;
	uint64_t errors;
	uint64_t count;

	if (scan_blanks(&at) && scan_integer(&at, &writes) && scan_char(&at, '/') &&
		scan_integer(&at, &errors) && scan_blanks(&at) && scan_integer(&at, &count) &&
		(slice_is_empty(at) || scan_char(&at, ' ')) && !slice_starts_with(at, "pps"))
		row->retransmits = (struct iperf_count){ (double)count, row->line };
}

/* What stands behind the rate. */
static void scan_quality(struct slice at, struct iperf_row *row)
{
	if (!slice_is_empty(at) && !scan_iperf_datagrams(&at, row))
		scan_retransmits(at, row);
}

static void take_row(struct iperf *state, const struct iperf_label *label,
	const struct iperf_row *row, struct sink *sink)
{
	bool is_report = state->awaits_report && iperf_label_equals(label, &state->reporter);

	if (is_report)
		iperf_run_add_server_report(&state->run, label, row);
	else
		iperf_run_add_row(&state->run, label, row, sink);
	state->awaits_report = state->awaits_report && !is_report;
}

/* Behind "sec": "11.9 MBytes  9.97 Mbits/sec ..." */
static void transfer(struct iperf *state, const struct iperf_label *label, struct iperf_row *row,
	struct slice at, struct slice text, struct sink *sink)
{
	struct iperf_failure *failure = &state->run.failure;
	bool is_readable = scan_iperf_transfer(&at, row);

	if (!is_readable || !iperf_row_agrees(row)) {
		iperf_failure_set_row(failure, is_readable, text, row->line);
		return;
	}
	if (failure->line && row->start <= 0) {
		iperf_failure_add_row(failure, text);
		iperf_failure_report(failure, sink);
	}
	scan_quality(at, row);
	take_row(state, label, row, sink);
}

/* "3 datagrams received out-of-order", of the whole when it begins at 0. */
static bool out_of_order(struct iperf_run *run, const struct iperf_label *label,
	const struct iperf_row *row, struct slice at)
{
	uint64_t count;

	if (!scan_blanks(&at) || !scan_integer(&at, &count) ||
		!scan_text(&at, " datagrams received out-of-order"))
		return false;
	if (row->start <= 0 && !label->is_sum)
		iperf_run_add_out_of_order(
			run, label, (struct iperf_count){ (double)count, row->line });
	return true;
}

/* A report of something else than a transfer has words behind "sec". */
static bool is_other_report(struct slice at)
{
	struct slice letters;

	return scan_blanks(&at) && scan_letters(&at, &letters);
}

/* Rows of iperf3 look the same but for their setting, and are so where iperf 2 did not run. */
static bool row_line(
	struct iperf *state, struct slice text, const struct line *line, struct sink *sink)
{
	struct iperf_run *run = &state->run;
	struct slice at = text;
	struct iperf_label label;
	struct iperf_row row;

	if (!scan_iperf_label(&at, &label) || !scan_iperf_interval(&at, &row) ||
		(row.is_padded && !iperf_run_is_on(run)))
		return false;
	row.line = line->number;
	if (!line->overwritten && !is_other_report(at) && !out_of_order(run, &label, &row, at))
		transfer(state, &label, &row, at, text, sink);
	return true;
}

static bool take(struct iperf *state, struct slice text, const struct line *line, struct sink *sink)
{
	return row_line(state, text, line, sink) || stream_line(state, text, line->number, sink) ||
	       banner_line(state, text, line->number, sink) ||
	       iperf_error_line(&state->run, text, line->number, sink) ||
	       is_notice(&state->run, text);
}

static bool iperf_line(void *opaque, const struct line *line, struct sink *sink)
{
	struct slice text = slice_trim(line->text);

	return take(opaque, text, line, sink) ||
	       (scan_iperf_timestamp(&text) && take(opaque, text, line, sink));
}

static void iperf_block(void *opaque, struct block *block, struct sink *sink)
{
	struct iperf *state = opaque;
	struct iperf_next_row next = { 0 };

	(void)sink;
	while (!state->awaits_report && iperf_next_row(block, &next)) {
		scan_quality(next.rest, &next.row);
		if (!iperf_run_add_interval(&state->run, &next.label, &next.row))
			return;
		iperf_next_row_take(&next, block);
	}
}

static void iperf_end(void *opaque, struct sink *sink)
{
	struct iperf *state = opaque;

	iperf_run_end(&state->run, sink);
}

static const char *const signs[] = {
	"[",
	"(null)",
	"Client connecting to ",
	"Server listening on ",
	" failed: ",
	": Unknown host",
	NULL,
};

const struct format iperf_format = {
	.name = "iperf",
	.summary = "throughput, as iperf 2 prints it",
	.state_size = sizeof(struct iperf),
	.signs = signs,
	.line = iperf_line,
	.block = iperf_block,
	.end = iperf_end,
};
