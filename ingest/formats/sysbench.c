/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * sysbench - cpu, memory, fileio, threads and mutex, as sysbench reports them
 *
 *	sysbench 1.0.20 (using system LuaJIT 2.1.0-beta3)
 *
 *	Number of threads: 2
 *	[ 1s ] thds: 2 eps: 8700.48 lat (ms,95%): 0.25
 *	CPU speed:
 *	    events per second:  8809.45
 *
 *	General statistics:
 *	    total time:                          2.0004s
 *	    total number of events:              17626
 *
 *	Latency (ms):
 *	         avg:                                    0.23
 *	         95th percentile:                        0.24
 *
 *	Threads fairness:
 *	    execution time (avg/stddev):   1.9974/0.00
 *
 * A report is a result once its last line is there; an error before it, or no
 * event at all, makes its figures worthless.
 *
 *	FATAL: Cannot find benchmark 'nosuch': no such built-in test, file or module
 */
#include <string.h>

#include "ingest/formats/sysbench/figures.h"
#include "ingest/log/format.h"

enum { QUOTE = 160 }; /* bytes of a line in a message */

/* Further lines with numbers: what was asked for, and what others say better. */
static const char *const other_lines[] = {
	" bytes written in ",
	" files, ",
	" total file size",
	"Block size ",
	"Calling fsync() ",
	"Forcing shutdown in ",
	"Initializing random number generator",
	"Latency (ms):",
	"Maximum prime number checked in CPU test: ",
	"Merging requests up to ",
	"Number of IO requests: ",
	"Number of threads: ",
	"Number of unfinished transactions",
	"Periodic FSYNC enabled",
	"Prime numbers limit: ",
	"Read/Write ratio for combined random IO test: ",
	"Report checkpoint(s) at ",
	"Report intermediate results every ",
	"Target transaction rate: ",
	"Thread yields per test: ",
	"WARNING: ",
	"  block size: ",
	"  total size: ",
	"    events (avg/stddev): ",
	"         sum: ",
	"    total time taken by event execution: ",
};

struct state {
	size_t line;       /* of the banner; 0: no sysbench is at work */
	bool runs;         /* a test, which must give a report */
	bool failed;       /* and that was reported */
	bool more_follows; /* behind the report of a checkpoint */
	struct sysbench_figures figures;
};

static int quote_length(struct slice text)
{
	return slice_length(text) < QUOTE ? (int)slice_length(text) : QUOTE;
}

static void end_run(struct state *state, struct sink *sink)
{
	if (state->runs && !state->failed)
		sink_add_problem(sink, PROBLEM_FAILED, state->line, "no final result of sysbench");
	*state = (struct state){ 0 };
}

/* "sysbench 1.0.20 (using system LuaJIT 2.1.0-beta3)", "sysbench 0.4.12:  multi-threaded ..." */
static bool banner_line(
	struct state *state, struct slice text, const struct line *line, struct sink *sink)
{
	struct slice at = text;
	struct slice version;

	if (!scan_text(&at, "sysbench ") || !scan_word(&at, &version) || *version.start < '0' ||
		*version.start > '9' ||
		!(slice_contains(at, "LuaJIT") || slice_contains(at, "multi-threaded system")))
		return false;
	end_run(state, sink);
	state->line = line->number;
	return true;
}

static enum problem_status status_of(struct slice text)
{
	static const char *const impossible[] = {
		"unsupported",
		"not supported",
		"(Invalid argument)",
		"Function not implemented",
	};

	for (size_t i = 0; i < sizeof impossible / sizeof *impossible; i++)
		if (slice_contains(text, impossible[i]))
			return PROBLEM_UNSUPPORTED;
	return PROBLEM_FAILED;
}

/* Every thread may tell of the same error. A wrong option is told without a banner. */
static bool error_line(
	struct state *state, struct slice text, const struct line *line, struct sink *sink)
{
	bool is_of_option = slice_starts_with(text, "FATAL: Invalid value for --");

	if (!is_of_option && (state->line == 0 || !(slice_starts_with(text, "FATAL: ") ||
							  slice_starts_with(text, "ALERT: "))))
		return false;
	if (!state->failed || is_of_option)
		sink_add_problem(sink, status_of(text), line->number, "%.*s", quote_length(text),
			text.start);
	state->failed = state->line > 0;
	return true;
}

/* "    execution time (avg/stddev):   1.9974/0.00" */
static bool last_line(
	struct state *state, struct slice text, const struct line *line, struct sink *sink)
{
	if (!slice_starts_with(slice_trim(text), "execution time (avg/stddev):"))
		return false;
	if (!state->failed && sysbench_figures_count_events(&state->figures)) {
		sink_begin_result(sink);
		sysbench_figures_hand_out(&state->figures, sink);
	} else if (!state->failed) {
		sink_add_problem(sink, PROBLEM_FAILED, line->number, "sysbench counted no events");
	}
	*state = (struct state){ .line = state->more_follows ? state->line : 0 };
	state->runs = state->line > 0;
	return true;
}

/* "[ 1s ] thds: 2 eps: 8700.48 ...", "[ 5s ] Checkpoint report:" or a row of a histogram */
static bool interval_line(struct state *state, struct slice text)
{
	struct reading numbers[SYSBENCH_NUMBERS];
	struct slice at = text;
	size_t count;

	if (sysbench_scan_line(&at, "[ #s ]", numbers, &count)) {
		state->more_follows |= slice_contains(at, "Checkpoint report:");
		return true;
	}
	at = text;
	return sysbench_scan_line(&at, "# |", numbers, &count);
}

static bool other_line(struct state *state, struct slice text)
{
	if (slice_starts_with(text, "Running the test with following options:"))
		return state->runs = true;
	for (size_t i = 0; i < sizeof other_lines / sizeof *other_lines; i++)
		if (slice_contains(text, other_lines[i]))
			return true;
	return false;
}

static bool sysbench_line(void *memory, const struct line *line, struct sink *sink)
{
	struct state *state = memory;
	struct slice text = line->text;

	if (banner_line(state, text, line, sink) || error_line(state, text, line, sink))
		return true;
	return state->line && (sysbench_figures_line(&state->figures, text, line->number) ||
				      last_line(state, text, line, sink) ||
				      interval_line(state, text) || other_line(state, text));
}

static void sysbench_end(void *memory, struct sink *sink)
{
	end_run(memory, sink);
}

static const char *const signs[] = {
	"sysbench ",
	"FATAL: Invalid value for --",
	NULL,
};

const struct format sysbench_format = {
	.name = "sysbench",
	.summary = "cpu, memory, fileio, threads and mutex, as sysbench reports them",
	.state_size = sizeof(struct state),
	.signs = signs,
	.line = sysbench_line,
	.end = sysbench_end,
};
