/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * dd - copies, as dd(1) of GNU, BSD, busybox, toybox and uutils reports them
 *
 *	65536+0 records in
 *	65536+0 records out
 *	16777216 bytes (17 MB, 16 MiB) copied, 0.0868265 s, 193 MB/s
 *
 * The last line is a result; dd_statistics.h has its variants. With
 * status=progress such lines, each over the one before, come first; they are
 * none. When they are all there is, the copy was ended from outside:
 *
 *	\r115761408 bytes (116 MB, 110 MiB) copied, 1 s, 116 MB/s\r222251264 bytes ...
 *
 * With status=noxfer, and from busybox as Debian builds it, the last line is
 * missing. Of a copy that failed there are figures as well, which are none:
 *
 *	dd: error writing 'swapfile': No space left on device
 *	33+0 records in
 *	32+0 records out
 *	2097152 bytes (2.1 MB, 2.0 MiB) copied, 0.001235 s, 1.7 GB/s
 *
 * A copy that failed or was not finished counts among the results all the
 * same, so that the next one keeps its place in a log of several.
 *
 * SIGUSR1 (BSD: SIGINFO) makes dd print all three lines before the end. These
 * cannot be told from those of a copy of its own: each is a result.
 */
#include <stdio.h>

#include "ingest/formats/dd_statistics.h"
#include "ingest/formats/dd_words.h"
#include "ingest/log/format.h"

static const struct metric throughput = { "throughput", "B/s", BETTER_HIGHER };
static const struct metric bytes = { "bytes", "B", BETTER_NEITHER };
static const struct metric seconds = { "seconds", "s", BETTER_LOWER };

enum {
	QUOTE_LENGTH = 160,
	RECORDS_LINES = 2, /* in, out */
};

/* A line that may have to be quoted when more is known. */
struct quote {
	size_t line; /* 0: none */
	char text[QUOTE_LENGTH];
};

struct dd_state {
	size_t records; /* lines of records that no statistics followed yet */
	size_t records_line;

	size_t bare_copies; /* that printed nothing but records */
	size_t bare_line;

	struct quote error;
	enum problem_status error_status;
	bool error_not_begun;

	struct quote progress;
	struct dd_statistics reached; /* as progress says */
	size_t returned;              /* the line that last held a carriage return */
};

static void quote_set(struct quote *quote, struct slice text, size_t line)
{
	snprintf(quote->text, sizeof quote->text, "%.*s", (int)slice_length(text), text.start);
	quote->line = line;
}

/* The error's copy ended with no statistics. */
static void settle_error(struct dd_state *state, struct sink *sink)
{
	if (!state->error.line)
		return;
	sink_begin_result(sink);
	sink_add_problem(sink, state->error_status, state->error.line, "%s", state->error.text);
	state->error.line = 0;
	state->records = 0;
}

/*
 * The copy before ended with no statistics. Said once, when the log is over:
 * it did not fail, so what a shell prints of its time is valid.
 */
static void settle_records(struct dd_state *state, struct sink *sink)
{
	settle_error(state, sink);
	if (!state->records)
		return;
	sink_begin_result(sink);
	if (state->bare_copies++ == 0)
		state->bare_line = state->records_line;
	state->records = 0;
	state->progress.line = 0;
}

static void settle_progress(struct dd_state *state, struct sink *sink)
{
	if (!state->progress.line)
		return;
	sink_begin_result(sink);
	sink_add_problem(sink, PROBLEM_FAILED, state->progress.line, "no final result: %s",
		state->progress.text);
	state->progress.line = 0;
}

/* What has got less far than the progress before it is of another copy. */
static void settle_other_progress(
	struct dd_state *state, const struct dd_statistics *statistics, struct sink *sink)
{
	const struct dd_statistics *reached = &state->reached;

	if (statistics->bytes.value < reached->bytes.value ||
		statistics->seconds.value < reached->seconds.value - reached->seconds.resolution)
		settle_progress(state, sink);
}

static void add_sample(
	struct sink *sink, const struct metric *metric, struct reading reading, size_t line)
{
	sink_add(sink, &(struct measurement){
			       .metric = metric,
			       .reading = reading,
			       .line = line,
		       });
}

static void add_result(
	struct sink *sink, const struct dd_statistics *statistics, struct slice text, size_t line)
{
	struct reading rate;

	sink_begin_result(sink);
	if (!dd_statistics_throughput(statistics, &rate)) {
		sink_add_problem(sink, PROBLEM_INVALID, line,
			"bytes, seconds and rate contradict each other: %.*s",
			(int)slice_length(text), text.start);
		return;
	}
	add_sample(sink, &throughput, rate, line);
	add_sample(sink, &bytes, statistics->bytes, line);
	add_sample(sink, &seconds, statistics->seconds, line);
}

/* The statistics of the copy that failed with the error before them. */
static void add_failure(struct dd_state *state, struct slice text, struct sink *sink)
{
	sink_begin_result(sink);
	sink_add_problem(sink, state->error_status, state->error.line, "%s; %.*s",
		state->error.text, (int)slice_length(text), text.start);
	state->error.line = 0;
}

/* A copy that did not begin has no bytes: those printed next are of another one. */
static bool is_of_failed_copy(const struct dd_state *state, const struct dd_statistics *statistics)
{
	return state->error.line && !(state->error_not_begun && statistics->bytes.value > 0);
}

static void end_copy(struct dd_state *state, const struct dd_statistics *statistics,
	struct slice text, size_t line, struct sink *sink)
{
	settle_other_progress(state, statistics, sink);
	state->progress.line = 0;
	if (is_of_failed_copy(state, statistics)) {
		add_failure(state, text, sink);
	} else {
		settle_error(state, sink);
		add_result(sink, statistics, text, line);
	}
	state->records = 0;
}

/* Without records before it, as a terminal's screen or `tail -n 1` leaves a line, its look decides. */
static bool is_progress(const struct dd_state *state, const struct dd_statistics *statistics,
	const struct line *line)
{
	return line->overwritten || (!state->records && (statistics->may_be_progress ||
								state->returned == line->number));
}

static bool statistics_line(
	struct dd_state *state, struct slice text, const struct line *line, struct sink *sink)
{
	struct dd_statistics statistics;

	if (!dd_statistics_read(text, &statistics))
		return false;
	if (is_progress(state, &statistics, line)) {
		settle_other_progress(state, &statistics, sink);
		quote_set(&state->progress, text, line->number);
		state->reached = statistics;
	} else {
		end_copy(state, &statistics, text, line->number, sink);
	}
	return true;
}

/* "16777216 bytes (17 MB, 16 Mi", behind records */
static bool cut_statistics_line(
	struct dd_state *state, struct slice text, const struct line *line, struct sink *sink)
{
	struct slice at = text;
	uint64_t count;

	if (!state->records || line->overwritten || !scan_integer(&at, &count) ||
		!scan_blanks(&at) || !scan_text(&at, "byte"))
		return false;
	if (!state->error.line) {
		sink_begin_result(sink);
		sink_add_problem(sink, PROBLEM_UNREADABLE, line->number,
			"not the statistics of dd: %.*s", (int)slice_length(text), text.start);
	}
	settle_error(state, sink);
	state->records = 0;
	state->progress.line = 0;
	return true;
}

/* "65536+0 records in"; Chinese has words before the numbers. */
static bool scan_records(struct slice at)
{
	uint64_t whole;
	uint64_t partial;

	while (!slice_is_empty(at) && (unsigned char)*at.start >= 0x80)
		at.start++;
	scan_blanks(&at);
	return scan_integer(&at, &whole) && scan_char(&at, '+') && scan_integer(&at, &partial);
}

/* Takes "2 truncated records" along, which may follow. */
static bool records_line(
	struct dd_state *state, struct slice text, const struct line *line, struct sink *sink)
{
	if (!scan_records(text))
		return state->records && dd_names_records(text);
	if (!dd_names_records(text))
		return false;
	if (state->records == RECORDS_LINES)
		settle_records(state, sink);
	if (state->records++ == 0)
		state->records_line = line->number;
	return true;
}

/* "dd: " or "/bin/dd: " */
static bool scan_program(struct slice *at)
{
	struct slice word;

	return scan_word(at, &word) && scan_blanks(at) &&
	       (slice_equals(word, "dd:") || slice_ends_with(word, "/dd:"));
}

static bool error_line(
	struct dd_state *state, struct slice text, const struct line *line, struct sink *sink)
{
	struct slice message = text;

	if (!scan_program(&message))
		return false;
	if (dd_says_warning(message))
		return true;
	settle_records(state, sink);
	quote_set(&state->error, text, line->number);
	state->error_status = dd_says_unsupported(message) ? PROBLEM_UNSUPPORTED : PROBLEM_FAILED;
	state->error_not_begun = dd_says_not_begun(message);
	if (state->error_not_begun)
		settle_progress(state, sink);
	state->progress.line = 0;
	return true;
}

/* Without what a mail, a terminal or a logger put before it: "> > ", "^C", "[12:00:01] ". */
static struct slice without_prefix(struct slice text)
{
	struct slice at = slice_trim(text);
	struct slice stamp;

	while (scan_char(&at, '>') || scan_text(&at, "^C"))
		scan_blanks(&at);
	text = at;
	if (scan_char(&at, '[') && scan_until(&at, "] ", &stamp) && !slice_is_empty(stamp) &&
		*stamp.start >= '0' && *stamp.start <= '9') {
		scan_text(&at, "] ");
		return slice_trim(at);
	}
	return text;
}

static bool dd_line(void *of_dd, const struct line *line, struct sink *sink)
{
	struct dd_state *state = of_dd;
	struct slice text = without_prefix(line->text);

	if (line->overwritten)
		state->returned = line->number;
	if (slice_is_empty(text))
		return false;
	if (records_line(state, text, line, sink) || error_line(state, text, line, sink) ||
		statistics_line(state, text, line, sink) ||
		cut_statistics_line(state, text, line, sink))
		return true;
	/* What dd has to say of a failure it says at once. */
	settle_error(state, sink);
	return false;
}

static void report_bare_copies(const struct dd_state *state, struct sink *sink)
{
	if (state->bare_copies == 1)
		sink_add_problem(sink, PROBLEM_FAILED, state->bare_line,
			"dd printed no bytes and seconds (records only)");
	else if (state->bare_copies > 1)
		sink_add_problem(sink, PROBLEM_FAILED, state->bare_line,
			"dd printed no bytes and seconds (records only) of %zu copies",
			state->bare_copies);
}

static void dd_end(void *of_dd, struct sink *sink)
{
	struct dd_state *state = of_dd;

	settle_records(state, sink);
	settle_progress(state, sink);
	report_bare_copies(state, sink);
}

const struct format dd_format = {
	.name = "dd",
	.summary = "bytes, seconds and throughput of dd",
	.state_size = sizeof(struct dd_state),
	.line = dd_line,
	.end = dd_end,
};
