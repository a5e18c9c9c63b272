/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * hyperfine - the summary that hyperfine prints of each command
 *
 *	Benchmark 1: sleep 0.1
 *	  Time (mean ± σ):     101.9 ms ±   0.2 ms    [User: 1.3 ms, System: 0.5 ms]
 *	  Range (min … max):   101.7 ms … 102.2 ms    5 runs
 *
 *	  Warning: Ignoring non-zero exit code.
 *
 *	Benchmark 2: sleep 0.05
 *	  Time (abs ≡):         51.7 ms               [User: 1.3 ms, System: 0.3 ms]
 *
 *	Summary
 *	  'sleep 0.05' ran
 *	    1.97 ± 0.01 times faster than 'sleep 0.1'
 *
 * Whether the command failed is said behind its figures, so they wait for the
 * next benchmark, the summary or the end of the log.
 */
#include <string.h>

#include "core/units.h"
#include "ingest/log/format.h"

enum {
	QUOTE = 160, /* bytes of a line in a message */
	PLAIN = 1024,
};

enum figure { MEAN, DEVIATION, USER, SYSTEM, MINIMUM, MAXIMUM, FIGURE_COUNT };

static const struct metric metrics[FIGURE_COUNT] = {
	[MEAN] = { "mean", "s", BETTER_LOWER },
	[DEVIATION] = { "stddev", "s", BETTER_LOWER },
	[USER] = { "user", "s", BETTER_LOWER },
	[SYSTEM] = { "system", "s", BETTER_LOWER },
	[MINIMUM] = { "min", "s", BETTER_LOWER },
	[MAXIMUM] = { "max", "s", BETTER_LOWER },
};

/* A figure of the benchmark; line 0: not printed. */
struct time {
	struct reading reading;
	size_t line;
};

struct state {
	size_t line; /* where the benchmark begins; 0: none is open */
	char title[QUOTE + 1];
	struct time times[FIGURE_COUNT];
	bool failed;     /* and that was reported */
	bool in_summary; /* of all benchmarks */
};

/* What a command of which nothing is known otherwise would not print by itself. */
static const struct {
	const char *text;
	enum problem_status status;
} errors[] = {
	{ "Error: Command terminated with ", PROBLEM_FAILED },
	{ "Error: The process has been terminated by a signal", PROBLEM_KILLED },
	{ "Error: Failed to run command '", PROBLEM_FAILED },
	{ "Error: The setup command terminated ", PROBLEM_FAILED },
	{ "Error: The preparation command terminated ", PROBLEM_FAILED },
	{ "Error: The cleanup command terminated ", PROBLEM_FAILED },
	{ "Error: Could not measure shell execution time", PROBLEM_FAILED },
};

static int quote_length(struct slice text)
{
	return slice_length(text) < QUOTE ? (int)slice_length(text) : QUOTE;
}

static void hand_out(const struct state *state, struct sink *sink)
{
	for (size_t i = 0; i < FIGURE_COUNT; i++)
		if (state->times[i].line)
			sink_add(sink, &(struct measurement){
					       .metric = &metrics[i],
					       .reading = state->times[i].reading,
					       .line = state->times[i].line,
				       });
}

/* No more comes of the benchmark that is open. One with figures is a result, as in the JSON. */
static void close_benchmark(struct state *state, struct sink *sink)
{
	if (state->times[MEAN].line)
		sink_begin_result(sink);
	if (state->times[MEAN].line && !state->failed)
		hand_out(state, sink);
	else if (state->line && !state->failed)
		sink_add_problem(
			sink, PROBLEM_FAILED, state->line, "no final result: %s", state->title);
	*state = (struct state){ 0 };
}

/* "Benchmark 1: sleep 0.1", "Benchmark #1: sleep 0.1" */
static bool opening_line(
	struct state *state, struct slice text, const struct line *line, struct sink *sink)
{
	struct slice at = text;
	uint64_t number;

	if (!scan_text(&at, "Benchmark ") || (scan_char(&at, '#'), !scan_integer(&at, &number)) ||
		!scan_text(&at, ": "))
		return false;
	close_benchmark(state, sink);
	state->line = line->number;
	memcpy(state->title, text.start, (size_t)quote_length(text));
	return true;
}

/* "101.9 ms" */
static bool scan_time(struct slice *at, struct time *time, const struct line *line)
{
	double factor = 1e-6;

	scan_blanks(at);
	if (!scan_number(at, &time->reading) || !scan_char(at, ' ') ||
		(!scan_text(at, "µs") && !scan_time_unit(at, &factor)))
		return false;
	time->reading = reading_scaled(time->reading, factor);
	time->line = line->number;
	return true;
}

/* "[User: 1.3 ms, System: 0.5 ms]" */
static bool scan_processor(struct slice *at, struct time *times, const struct line *line)
{
	scan_blanks(at);
	return scan_text(at, "[User:") && scan_time(at, &times[USER], line) &&
	       scan_text(at, ", System:") && scan_time(at, &times[SYSTEM], line) &&
	       scan_char(at, ']');
}

static bool scan_mean(struct slice *at, struct time *times, const struct line *line)
{
	return scan_text(at, "Time (mean ± σ):") && scan_time(at, &times[MEAN], line) &&
	       scan_text(at, " ±") && scan_time(at, &times[DEVIATION], line);
}

static bool scan_only(struct slice *at, struct time *times, const struct line *line)
{
	return scan_text(at, "Time (abs ≡):") && scan_time(at, &times[MEAN], line);
}

static bool read_times(struct slice at, struct time *times, const struct line *line)
{
	struct slice only = at;

	if (!scan_mean(&at, times, line)) {
		at = only;
		if (!scan_only(&at, times, line))
			return false;
	}
	return scan_processor(&at, times, line);
}

static bool read_range(struct slice at, struct time *times, const struct line *line)
{
	return scan_text(&at, "Range (min … max):") && scan_time(&at, &times[MINIMUM], line) &&
	       scan_text(&at, " …") && scan_time(&at, &times[MAXIMUM], line);
}

/* What of the line can be read and what cannot are of one measurement: it is all or nothing. */
static bool figures_line(
	struct state *state, struct slice text, const struct line *line, struct sink *sink)
{
	struct slice at = text;
	bool is_range;

	scan_blanks(&at);
	is_range = slice_starts_with(at, "Range (min ");
	if (state->line == 0 || !(is_range || slice_starts_with(at, "Time (mean ") ||
					slice_starts_with(at, "Time (abs ")))
		return false;
	if (is_range ? read_range(at, state->times, line) : read_times(at, state->times, line))
		return true;
	sink_add_problem(
		sink, PROBLEM_UNREADABLE, line->number, "%.*s", quote_length(text), text.start);
	state->failed = true;
	return true;
}

/* "  Warning: Ignoring non-zero exit code." */
static bool warning_line(
	struct state *state, struct slice text, const struct line *line, struct sink *sink)
{
	if (state->line == 0 || !slice_starts_with(text, "  Warning: "))
		return false;
	if (!slice_starts_with(text, "  Warning: Ignoring non-zero exit code"))
		return true;
	sink_add_problem(sink, PROBLEM_FAILED, line->number, "%s: %.*s", state->title,
		quote_length(slice_trim(text)), slice_trim(text).start);
	state->failed = true;
	return true;
}

static bool error_line(
	struct state *state, struct slice text, const struct line *line, struct sink *sink)
{
	for (size_t i = 0; i < sizeof errors / sizeof *errors; i++) {
		if (!slice_starts_with(text, errors[i].text))
			continue;
		sink_add_problem(sink, errors[i].status, line->number, "%.*s", quote_length(text),
			text.start);
		state->failed |= state->times[MEAN].line == 0;
		return true;
	}
	return false;
}

static bool summary_line(struct state *state, struct slice text, struct sink *sink)
{
	if (state->in_summary && slice_starts_with(text, "  "))
		return true;
	if (state->line == 0 || !slice_equals(text, "Summary"))
		return false;
	close_benchmark(state, sink);
	state->in_summary = true;
	return true;
}

/* " ⠋ Initial time measurement       ░░░░░░░░ ETA 00:00:00" */
static bool is_progress(struct slice text)
{
	return (slice_contains(text, "░") || slice_contains(text, "█")) &&
	       slice_contains(text, " ETA ");
}

/* "\033[1;32m" */
static bool scan_colour(struct slice *at)
{
	struct slice rest = *at;

	if (!scan_text(&rest, "\033["))
		return false;
	while (!slice_is_empty(rest) && *rest.start >= '0' && *rest.start <= ';')
		rest.start++;
	if (!scan_char(&rest, 'm'))
		return false;
	*at = rest;
	return true;
}

/* Leaves out the colours that stand in the midst of a line; a longer line is none of these. */
static struct slice without_colours(struct slice text, char plain[PLAIN])
{
	char *end = plain;

	if (!memchr(text.start, '\033', slice_length(text)) || slice_length(text) > PLAIN)
		return text;
	while (!slice_is_empty(text))
		if (!scan_colour(&text))
			*end++ = *text.start++;
	return (struct slice){ plain, end };
}

static bool hyperfine_line(void *memory, const struct line *line, struct sink *sink)
{
	char plain[PLAIN];
	struct state *state = memory;
	struct slice text = without_colours(line->text, plain);

	if (line->overwritten || is_progress(text))
		return is_progress(text);
	return opening_line(state, text, line, sink) || figures_line(state, text, line, sink) ||
	       warning_line(state, text, line, sink) || error_line(state, text, line, sink) ||
	       summary_line(state, text, sink);
}

static void hyperfine_end(void *memory, struct sink *sink)
{
	close_benchmark(memory, sink);
}

static const char *const signs[] = {
	"Benchmark ",
	"Error: ",
	"░",
	"█",
	"\033[",
	NULL,
};

const struct format hyperfine_format = {
	.name = "hyperfine",
	.summary = "the summary that hyperfine prints of each command",
	.state_size = sizeof(struct state),
	.signs = signs,
	.line = hyperfine_line,
	.end = hyperfine_end,
};
