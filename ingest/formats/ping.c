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
 *	rtt min/avg/max/mdev = 0.039/0.084/0.252/0.084 ms	iputils
 *	round-trip min/avg/max = 0.047/0.054/0.062 ms		busybox
 *	round-trip min/avg/max/stddev = 0.047/0.054/0.062/0.007 ms	BSD, macOS
 *
 * Of the statistics the words depend on the language and the order of the
 * numbers does not: they are read by their order. mdev is what others call the
 * standard deviation. A ping that nothing answered is a failure.
 *
 *	ping: nosuch.invalid: Name or service not known
 */
#include <math.h>
#include <string.h>

#include "ingest/log/format.h"

static const struct metric transmitted = { "transmitted", "1", BETTER_NEITHER };
static const struct metric received = { "received", "1", BETTER_NEITHER };
static const struct metric loss = { "loss", "ratio", BETTER_LOWER };

enum {
	QUOTE = 160, /* bytes of a line in a message */
	RTT_COUNT = 4,
};

/* In the order in which they are printed. */
static const struct metric rtt[RTT_COUNT] = {
	{ "rtt.min", "s", BETTER_LOWER },
	{ "rtt.avg", "s", BETTER_LOWER },
	{ "rtt.max", "s", BETTER_LOWER },
	{ "rtt.mdev", "s", BETTER_LOWER },
};

struct counts {
	double transmitted;
	double received;
	size_t line; /* 0: none are pending */
};

struct state {
	size_t begun; /* pings that have not printed their statistics yet */
	size_t line;  /* of the last one's beginning */
	bool expects_counts;
	struct counts counts; /* handed out behind the round trips, if any are printed */
	char reason[QUOTE];   /* why a packet came to nothing, in ping's words */
	bool quotes_packet;   /* the next line has the fields of a packet */
};

static void add(struct sink *sink, const struct metric *metric, struct reading reading, size_t line)
{
	sink_add(sink, &(struct measurement){
			       .metric = metric,
			       .reading = reading,
			       .line = line,
		       });
}

static void hand_out_counts(struct state *state, struct sink *sink)
{
	struct counts counts = state->counts;
	double lost = counts.transmitted - counts.received;

	if (counts.line == 0)
		return;
	add(sink, &loss, (struct reading){ lost / counts.transmitted, 1 / counts.transmitted },
		counts.line);
	add(sink, &transmitted, (struct reading){ counts.transmitted, 1 }, counts.line);
	add(sink, &received, (struct reading){ counts.received, 1 }, counts.line);
	state->counts.line = 0;
}

static void remember_reason(struct state *state, struct slice text)
{
	size_t length = slice_length(text);

	if (length >= sizeof state->reason)
		length = sizeof state->reason - 1;
	memcpy(state->reason, text.start, length);
	state->reason[length] = '\0';
}

static void report(struct sink *sink, enum problem_status status, size_t line, struct slice text,
	const char *why)
{
	int length = slice_length(text) < QUOTE ? (int)slice_length(text) : QUOTE;

	sink_add_problem(sink, status, line, "%.*s%s%s", length, text.start, *why ? ": " : "", why);
}

/* "PING host (10.0.0.2) 56(84) bytes of data.", "PING host (10.0.0.2): 56 data bytes" */
static bool opening_line(
	struct state *state, struct slice text, const struct line *line, struct sink *sink)
{
	struct slice at = text;

	if (!scan_text(&at, "PING6(") &&
		!(scan_text(&at, "PING ") && scan_until(&at, "(", NULL) &&
			(slice_contains(at, " data bytes") || slice_contains(at, ") "))))
		return false;
	hand_out_counts(state, sink);
	state->begun++;
	state->line = line->number;
	return true;
}

/* "--- 127.0.0.1 ping statistics ---" */
static bool statistics_line(struct state *state, struct slice text, struct sink *sink)
{
	if (!slice_starts_with(text, "--- ") || !slice_ends_with(text, " ---") ||
		(state->begun == 0 && !slice_contains(text, " ping statistics ---")))
		return false;
	hand_out_counts(state, sink);
	if (state->begun)
		state->begun--;
	state->expects_counts = true;
	return true;
}

/* The next number that is not one of extras: "+2 errors". */
static bool scan_next_number(struct slice *at, struct reading *number)
{
	for (; !slice_is_empty(*at); at->start++) {
		bool is_extra = scan_char(at, '+');

		if (scan_number_of_any_locale(at, number) && !is_extra)
			return true;
	}
	return false;
}

/* The number before a "%". */
static bool scan_percentage(struct slice *at, struct reading *number)
{
	while (scan_next_number(at, number))
		if (scan_char(at, '%'))
			return true;
	return false;
}

/* A loss is printed rounded, or cut to whole percents. */
static bool counts_agree(const struct counts *counts, struct reading percentage)
{
	double lost = counts->transmitted - counts->received;

	return lost >= 0 && counts->transmitted > 0 &&
	       fabs(100 * lost / counts->transmitted - percentage.value) <= percentage.resolution;
}

/* "8 packets transmitted, 5 received, +3 errors, 37.5% packet loss, time 1426ms" */
static bool counts_line(
	struct state *state, struct slice text, const struct line *line, struct sink *sink)
{
	struct slice at = text;
	struct reading sent;
	struct reading answered;
	struct reading percentage;
	struct counts counts;

	if (!state->expects_counts || slice_is_empty(slice_trim(text)))
		return false;
	state->expects_counts = false;
	if (!scan_next_number(&at, &sent) || !scan_next_number(&at, &answered)) {
		report(sink, PROBLEM_UNREADABLE, line->number, text, "");
		return true;
	}
	counts = (struct counts){ sent.value, answered.value, line->number };
	if (counts.received == 0) {
		report(sink, PROBLEM_FAILED, line->number, text, state->reason);
	} else if (!scan_percentage(&at, &percentage)) {
		report(sink, PROBLEM_UNREADABLE, line->number, text, "");
	} else if (!counts_agree(&counts, percentage)) {
		report(sink, PROBLEM_INVALID, line->number, text, "");
	} else {
		sink_begin_result(sink);
		state->counts = counts;
	}
	*state->reason = '\0';
	return true;
}

/* "0.039/0.084/0.252/0.084 ms": how many there are, 0 if it is something else. */
static size_t read_times(struct slice at, struct reading times[RTT_COUNT])
{
	size_t count = 0;

	do {
		if (count == RTT_COUNT || !scan_number_of_any_locale(&at, &times[count]))
			return 0;
		times[count] = reading_scaled(times[count], 1e-3);
		count++;
	} while (scan_char(&at, '/'));
	return scan_text(&at, " ms") ? count : 0;
}

/* "rtt min/avg/max/mdev = 0.039/0.084/0.252/0.084 ms, ipg/ewma 0.008/0.004 ms" */
static bool rtt_line(
	struct state *state, struct slice text, const struct line *line, struct sink *sink)
{
	static const size_t order[RTT_COUNT] = { 1, 0, 2, 3 }; /* the mean is what people compare */
	struct reading times[RTT_COUNT];
	struct slice at = text;
	size_t count;

	if (state->counts.line == 0 || !scan_until(&at, " = ", NULL) || !scan_text(&at, " = "))
		return false;
	count = read_times(at, times);
	if (count < 3)
		report(sink, PROBLEM_UNREADABLE, line->number, text, "");
	else if (times[0].value > times[1].value || times[1].value > times[2].value)
		report(sink, PROBLEM_INVALID, line->number, text, "");
	else
		for (size_t i = 0; i < count; i++)
			add(sink, &rtt[order[i]], times[order[i]], line->number);
	hand_out_counts(state, sink);
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

/* "64 bytes from 127.0.0.1: icmp_seq=1 ttl=64 time=0.038 ms" */
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
	while (!slice_is_empty(at) && *at.start && strchr(".EC \b", *at.start))
		at.start++;
	return slice_is_empty(at);
}

/* "From 10.0.0.1 icmp_seq=2 Destination Host Unreachable", "92 bytes from gw: Time to live exceeded" */
static bool is_failed_packet(struct slice at)
{
	uint64_t bytes;

	return slice_contains(at, " icmp_seq") ||
	       (scan_integer(&at, &bytes) && scan_text(&at, " bytes from ")) ||
	       slice_starts_with(at, "Request timeout for ");
}

/* A line between the opening and the statistics. */
static bool packet_line(struct state *state, struct slice text)
{
	bool quotes_packet = state->quotes_packet;

	skip_moment(&text);
	state->quotes_packet = slice_starts_with(text, "Vr HL TOS ");
	if (state->begun == 0)
		return false;
	if (is_reply(text) || is_progress(text) || quotes_packet || state->quotes_packet)
		return true;
	if (!is_failed_packet(text))
		return false;
	remember_reason(state, text);
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

static enum problem_status status_of(struct slice text)
{
	return slice_contains(text, "not supported") ? PROBLEM_UNSUPPORTED : PROBLEM_FAILED;
}

/* What ping says of itself; once it sends, it goes on behind an error. */
static bool error_line(
	struct state *state, struct slice text, const struct line *line, struct sink *sink)
{
	struct slice at = text;

	if (!scan_program(&at))
		return slice_starts_with(text, "ai->ai_family: ");
	if (slice_contains(at, "arning: ") || slice_contains(at, "WARNING") ||
		slice_starts_with(at, "sock4.fd: "))
		return true;
	if (state->begun)
		remember_reason(state, text);
	else
		report(sink, status_of(at), line->number, text, "");
	return true;
}

static bool ping_line(void *memory, const struct line *line, struct sink *sink)
{
	struct state *state = memory;
	struct slice text = line->text;

	return opening_line(state, text, line, sink) || statistics_line(state, text, sink) ||
	       counts_line(state, text, line, sink) || rtt_line(state, text, line, sink) ||
	       error_line(state, text, line, sink) || packet_line(state, text);
}

static void ping_end(void *memory, struct sink *sink)
{
	struct state *state = memory;

	hand_out_counts(state, sink);
	if (state->begun)
		sink_add_problem(sink, PROBLEM_FAILED, state->line,
			"no final result: ping ended without its statistics%s%s",
			*state->reason ? ": " : "", state->reason);
}

const struct format ping_format = {
	.name = "ping",
	.summary = "round trips, as ping of iputils, busybox and the BSDs counts them",
	.state_size = sizeof(struct state),
	.line = ping_line,
	.end = ping_end,
};
