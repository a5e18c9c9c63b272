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

#include "core/units.h"
#include "ingest/log/format.h"

enum {
	QUOTE = 160, /* bytes of a line in a message */
	NUMBERS = 2, /* in a line */
};

/* In the order in which they are handed out: the headline of each test first. */
enum quantity {
	EVENT_RATE,
	TRANSFER_RATE,
	OPERATION_RATE,
	READ_THROUGHPUT,
	WRITE_THROUGHPUT,
	READ_RATE,
	WRITE_RATE,
	FSYNC_RATE,
	TRANSACTION_RATE,
	QUERY_RATE,
	LATENCY_MEAN,
	LATENCY_MINIMUM,
	LATENCY_MAXIMUM,
	LATENCY_PERCENTILE,
	TOTAL_TIME,
	EVENTS,
	QUANTITY_COUNT
};

static const struct metric metrics[QUANTITY_COUNT] = {
	[EVENT_RATE] = { "throughput", "1/s", BETTER_HIGHER },
	[TRANSFER_RATE] = { "throughput", "B/s", BETTER_HIGHER },
	[OPERATION_RATE] = { "operations", "1/s", BETTER_HIGHER },
	[READ_THROUGHPUT] = { "read.throughput", "B/s", BETTER_HIGHER },
	[WRITE_THROUGHPUT] = { "write.throughput", "B/s", BETTER_HIGHER },
	[READ_RATE] = { "read.iops", "1/s", BETTER_HIGHER },
	[WRITE_RATE] = { "write.iops", "1/s", BETTER_HIGHER },
	[FSYNC_RATE] = { "fsync.iops", "1/s", BETTER_HIGHER },
	[TRANSACTION_RATE] = { "transactions", "1/s", BETTER_HIGHER },
	[QUERY_RATE] = { "queries", "1/s", BETTER_HIGHER },
	[LATENCY_MEAN] = { "latency.avg", "s", BETTER_LOWER },
	[LATENCY_MINIMUM] = { "latency.min", "s", BETTER_LOWER },
	[LATENCY_MAXIMUM] = { "latency.max", "s", BETTER_LOWER },
	[LATENCY_PERCENTILE] = { "latency.p", "s", BETTER_LOWER },
	[TOTAL_TIME] = { "total_time", "s", BETTER_NEITHER },
	[EVENTS] = { "events", "1", BETTER_NEITHER },
};

/*
 * A line with a figure: '#' is a number, a blank any blanks or none. The figure
 * is its last number. Of the versions 0.4 and 0.5 are those with MB, which mean
 * 2^20 bytes, and with ms.
 */
static const struct {
	const char *line;
	enum quantity quantity;
	double factor; /* to the metric's unit */
} figure_lines[] = {
	{ "events per second: #", EVENT_RATE, 1 },
	{ "# MiB transferred (# MiB/sec)", TRANSFER_RATE, MIB },
	{ "# MB transferred (# MB/sec)", TRANSFER_RATE, MIB },
	{ "Total operations: # (# per second)", OPERATION_RATE, 1 },
	{ "Operations performed: # (# ops/sec)", OPERATION_RATE, 1 },
	{ "read, MiB/s: #", READ_THROUGHPUT, MIB },
	{ "written, MiB/s: #", WRITE_THROUGHPUT, MIB },
	{ "reads/s: #", READ_RATE, 1 },
	{ "writes/s: #", WRITE_RATE, 1 },
	{ "fsyncs/s: #", FSYNC_RATE, 1 },
	{ "transactions: # (# per sec.)", TRANSACTION_RATE, 1 },
	{ "queries: # (# per sec.)", QUERY_RATE, 1 },
	{ "avg: #", LATENCY_MEAN, 1e-3 },
	{ "avg: #ms", LATENCY_MEAN, 1e-3 },
	{ "min: #", LATENCY_MINIMUM, 1e-3 },
	{ "min: #ms", LATENCY_MINIMUM, 1e-3 },
	{ "max: #", LATENCY_MAXIMUM, 1e-3 },
	{ "max: #ms", LATENCY_MAXIMUM, 1e-3 },
	{ "#th percentile: #", LATENCY_PERCENTILE, 1e-3 },
	{ "approx. # percentile: #ms", LATENCY_PERCENTILE, 1e-3 },
	{ "total time: #s", TOTAL_TIME, 1 },
	{ "total number of events: #", EVENTS, 1 },
};

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
	"Merging requests up to ",
	"Number of IO requests: ",
	"Number of threads: ",
	"Number of unfinished transactions",
	"Periodic FSYNC enabled",
	"Prime numbers limit: ",
	"Read/Write ratio for combined random IO test: ",
	"Report intermediate results every ",
	"Target transaction rate: ",
	"Thread yields per test: ",
	"WARNING: ",
	"  block size: ",
	"  total size: ",
	"    events (avg/stddev): ",
	"         sum: ",
};

struct figure {
	struct reading reading;
	double percentile;
	size_t line; /* 0: not printed */
};

struct state {
	size_t line;       /* of the banner; 0: no sysbench is at work */
	bool runs;         /* a test, which must give a report */
	bool failed;       /* and that was reported */
	bool more_follows; /* behind the report of a checkpoint */
	struct figure figures[QUANTITY_COUNT];
};

static int quote_length(struct slice text)
{
	return slice_length(text) < QUOTE ? (int)slice_length(text) : QUOTE;
}

/* Reads what line says; the numbers come out in their order. */
static bool scan_line(
	struct slice *at, const char *line, struct reading numbers[NUMBERS], size_t *count)
{
	*count = 0;
	for (; *line; line++) {
		if (*line == ' ' || *line == '#')
			scan_blanks(at);
		if (*line == '#' ? *count == NUMBERS || !scan_number(at, &numbers[(*count)++])
				 : *line != ' ' && !scan_char(at, *line))
			return false;
	}
	return true;
}

/* "latency.p95" */
static void add_percentile(const struct figure *figure, struct sink *sink)
{
	struct metric metric = metrics[LATENCY_PERCENTILE];
	char percentile[NUMBER_SIZE];
	struct text name = TEXT_INIT;

	number_write(percentile, figure->percentile);
	text_add_format(&name, "%s%s", metric.name, percentile);
	metric.name = name.data;
	sink_add(sink, &(struct measurement){
			       .metric = &metric,
			       .reading = figure->reading,
			       .line = figure->line,
		       });
	text_release(&name);
}

/* A test of reads prints a rate of writes, too: 0. */
static bool was_measured(const struct figure *figure, size_t quantity)
{
	bool is_of_kind = quantity >= READ_THROUGHPUT && quantity <= FSYNC_RATE;

	return figure->line && !(is_of_kind && figure->reading.value == 0);
}

static void hand_out(const struct figure *figures, struct sink *sink)
{
	for (size_t i = 0; i < QUANTITY_COUNT; i++) {
		if (!was_measured(&figures[i], i))
			continue;
		if (i == LATENCY_PERCENTILE)
			add_percentile(&figures[i], sink);
		else
			sink_add(sink, &(struct measurement){
					       .metric = &metrics[i],
					       .reading = figures[i].reading,
					       .line = figures[i].line,
				       });
	}
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

/* A wrong option is told without a banner. Every thread may tell of the same error. */
static bool error_line(
	struct state *state, struct slice text, const struct line *line, struct sink *sink)
{
	if (!slice_starts_with(text, "FATAL: Invalid value for --") &&
		(state->line == 0 || !(slice_starts_with(text, "FATAL: ") ||
					     slice_starts_with(text, "ALERT: "))))
		return false;
	if (!state->failed)
		sink_add_problem(sink, status_of(text), line->number, "%.*s", quote_length(text),
			text.start);
	state->failed = state->line > 0;
	return true;
}

static bool figure_line(struct state *state, struct slice text, size_t line)
{
	for (size_t i = 0; i < sizeof figure_lines / sizeof *figure_lines; i++) {
		struct reading numbers[NUMBERS];
		struct slice at = text;
		size_t count;

		if (!scan_line(&at, figure_lines[i].line, numbers, &count) || !scan_end(&at))
			continue;
		state->figures[figure_lines[i].quantity] = (struct figure){
			.reading = reading_scaled(numbers[count - 1], figure_lines[i].factor),
			.percentile = numbers[0].value,
			.line = line,
		};
		return true;
	}
	return false;
}

/* "    execution time (avg/stddev):   1.9974/0.00" */
static bool last_line(
	struct state *state, struct slice text, const struct line *line, struct sink *sink)
{
	const struct figure *events = &state->figures[EVENTS];

	if (!slice_starts_with(slice_trim(text), "execution time (avg/stddev):"))
		return false;
	if (!state->failed && events->line && events->reading.value > 0) {
		sink_begin_result(sink);
		hand_out(state->figures, sink);
	} else if (!state->failed) {
		sink_add_problem(sink, PROBLEM_FAILED, events->line ? events->line : line->number,
			"sysbench counted no events");
	}
	*state = (struct state){ .line = state->more_follows ? state->line : 0 };
	state->runs = state->line > 0;
	return true;
}

/* "[ 1s ] thds: 2 eps: 8700.48 ...", "[ 5s ] Checkpoint report:" or a row of a histogram */
static bool interval_line(struct state *state, struct slice text)
{
	struct reading numbers[NUMBERS];
	struct slice at = text;
	size_t count;

	if (scan_line(&at, "[ #s ]", numbers, &count)) {
		state->more_follows |= slice_contains(at, "Checkpoint report:");
		return true;
	}
	at = text;
	return scan_line(&at, "# |", numbers, &count);
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
	return state->line &&
	       (figure_line(state, text, line->number) || last_line(state, text, line, sink) ||
		       interval_line(state, text) || other_line(state, text));
}

static void sysbench_end(void *memory, struct sink *sink)
{
	end_run(memory, sink);
}

const struct format sysbench_format = {
	.name = "sysbench",
	.summary = "cpu, memory, fileio, threads and mutex, as sysbench reports them",
	.state_size = sizeof(struct state),
	.line = sysbench_line,
	.end = sysbench_end,
};
