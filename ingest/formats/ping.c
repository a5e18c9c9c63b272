/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * ping - round trips, as ping of iputils, busybox and the BSDs counts them
 *
 *	PING 127.0.0.1 (127.0.0.1) 56(84) bytes of data.
 *	64 bytes from 127.0.0.1: icmp_seq=1 ttl=64 time=0.038 ms
 *	From 10.0.0.1 icmp_seq=2 Destination Host Unreachable
 *
 *	--- 127.0.0.1 ping statistics ---
 *	8 packets transmitted, 5 received, 37.5% packet loss, time 1426ms
 *	rtt min/avg/max/mdev = 0.039/0.084/0.252/0.084 ms
 *
 * The statistics are the result, whose lines ping_statistics reads; what did
 * not answer some packets is in their loss. A ping that nothing answered is a
 * failure, and so is one that says of itself:
 *
 *	ping: nosuch.invalid: Name or service not known
 */
#include <string.h>

#include "ingest/formats/ping/statistics.h"
#include "ingest/log/format.h"

enum { QUOTE = 160 }; /* bytes of a line in a message */

struct state {
	size_t open;            /* pings that have not printed their statistics yet */
	size_t line;            /* of the last one's beginning */
	char reason[QUOTE + 1]; /* why a packet of theirs came to nothing, in ping's words */
	struct ping_statistics statistics;
};

static int quote_length(struct slice text)
{
	return slice_length(text) < QUOTE ? (int)slice_length(text) : QUOTE;
}

static void remember_reason(struct state *state, struct slice text)
{
	int length = quote_length(text);

	memcpy(state->reason, text.start, (size_t)length);
	state->reason[length] = '\0';
}

/* "PING host (10.0.0.2) 56(84) bytes of data.", "PING host (10.0.0.2): 56 data bytes" */
static bool opening_line(struct state *state, const struct line *line, struct sink *sink)
{
	struct slice at = line->text;

	if (!scan_text(&at, "PING6(") &&
		!(scan_text(&at, "PING ") && scan_until(&at, "(", NULL) &&
			(slice_contains(at, ") ") || slice_contains(at, " data bytes"))))
		return false;
	ping_statistics_end(&state->statistics, sink);
	state->open++;
	state->line = line->number;
	return true;
}

/* "--- 127.0.0.1 ping statistics ---" */
static bool heading_line(struct state *state, struct slice text, struct sink *sink)
{
	if (!slice_starts_with(text, "--- ") || !slice_ends_with(text, " ---") ||
		(state->open == 0 && !slice_contains(text, " ping statistics ---")))
		return false;
	if (state->open)
		state->open--;
	ping_statistics_begin(&state->statistics, sink);
	return true;
}

static bool statistics_line(struct state *state, const struct line *line, struct sink *sink)
{
	if (!ping_statistics_line(&state->statistics, state->reason, line, sink))
		return false;
	*state->reason = '\0';
	return true;
}

/* "ping: ", "ping6: " or "/bin/ping: " */
static bool scan_program(struct slice *at)
{
	struct slice name;

	return scan_word(at, &name) && scan_char(at, ' ') &&
	       (slice_equals(name, "ping:") || slice_equals(name, "ping4:") ||
		       slice_equals(name, "ping6:") || slice_ends_with(name, "/ping:"));
}

/* A warning, or what -v says of the sockets. */
static bool is_remark(struct slice text)
{
	return slice_contains(text, "arning: ") || slice_contains(text, "WARNING") ||
	       slice_starts_with(text, "sock4.fd: ");
}

/* What ping says of itself; one that sends goes on behind an error. */
static bool error_line(struct state *state, const struct line *line, struct sink *sink)
{
	struct slice at = line->text;

	if (!scan_program(&at))
		return false;
	if (is_remark(at))
		return true;
	if (state->open)
		remember_reason(state, line->text);
	else
		sink_add_problem(sink,
			slice_contains(at, "not supported") ? PROBLEM_UNSUPPORTED : PROBLEM_FAILED,
			line->number, "%.*s", quote_length(line->text), line->text.start);
	return true;
}

/* The moment that -D prints: "[1700000000.123456] " */
static void skip_moment(struct slice *text)
{
	struct slice at = *text;
	struct reading moment;

	if (scan_char(&at, '[') && scan_number(&at, &moment) && scan_text(&at, "] "))
		*text = at;
}

/* "64 bytes from 127.0.0.1: icmp_seq=1 ttl=64 time=0.038 ms", "64 Bytes von ...", "...: seq=0" */
static bool is_reply(struct slice at)
{
	uint64_t bytes;

	return scan_integer(&at, &bytes) && scan_char(&at, ' ') &&
	       (slice_contains(at, " icmp_seq=") || slice_contains(at, ": seq="));
}

/* "5/5 packets, 0% loss, min/avg/ewma/max = ...", or the dots of a flood */
static bool is_progress(struct slice at)
{
	uint64_t count;

	if (scan_integer(&at, &count) && scan_char(&at, '/') && scan_integer(&at, &count))
		return slice_contains(at, "%");
	while (!slice_is_empty(at) && *at.start && strchr(".E \b", *at.start))
		at.start++;
	return slice_is_empty(at);
}

/* "From 10.0.0.1 icmp_seq=2 Destination ...", "92 bytes from gw: Time to live exceeded" */
static bool is_failed_packet(struct slice at)
{
	uint64_t bytes;

	return slice_contains(at, " icmp_seq") ||
	       (scan_integer(&at, &bytes) && scan_text(&at, " bytes from "));
}

/* "pipe 2", behind the statistics or alone */
static bool is_remainder(struct slice at)
{
	uint64_t count;

	return scan_text(&at, "pipe ") && scan_integer(&at, &count) && scan_end(&at);
}

/* A line between the opening and the statistics, or behind them. */
static bool packet_line(struct state *state, struct slice text)
{
	if (slice_starts_with(text, "ai->ai_family: ") || (state->line && is_remainder(text)))
		return true;
	if (state->open == 0)
		return false;
	skip_moment(&text);
	if (is_reply(text) || is_progress(text))
		return true;
	if (!is_failed_packet(text))
		return false;
	remember_reason(state, text);
	return true;
}

static bool ping_line(void *memory, const struct line *line, struct sink *sink)
{
	struct state *state = memory;

	return opening_line(state, line, sink) || heading_line(state, line->text, sink) ||
	       statistics_line(state, line, sink) || error_line(state, line, sink) ||
	       packet_line(state, line->text);
}

static void ping_end(void *memory, struct sink *sink)
{
	struct state *state = memory;

	ping_statistics_end(&state->statistics, sink);
	if (state->open)
		sink_add_problem(sink, PROBLEM_FAILED, state->line,
			"no final result: ping ended without its statistics%s%s",
			*state->reason ? ": " : "", state->reason);
}

static const char *const signs[] = {
	"PING",
	"ping",
	"ai->ai_family: ",
	NULL,
};

const struct format ping_format = {
	.name = "ping",
	.summary = "round trips, as ping of iputils, busybox and the BSDs counts them",
	.state_size = sizeof(struct state),
	.signs = signs,
	.line = ping_line,
	.end = ping_end,
};
