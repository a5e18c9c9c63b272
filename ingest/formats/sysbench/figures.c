/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sysbench/figures - the lines with figures of a report of sysbench */
#include "ingest/formats/sysbench/figures.h"

#include "core/text.h"
#include "core/units.h"

static const struct metric metrics[SYSBENCH_QUANTITY_COUNT] = {
	[SYSBENCH_EVENT_RATE] = { "throughput", "1/s", BETTER_HIGHER },
	[SYSBENCH_TRANSFER_RATE] = { "throughput", "B/s", BETTER_HIGHER },
	[SYSBENCH_OPERATION_RATE] = { "operations", "1/s", BETTER_HIGHER },
	[SYSBENCH_READ_THROUGHPUT] = { "read.throughput", "B/s", BETTER_HIGHER },
	[SYSBENCH_WRITE_THROUGHPUT] = { "write.throughput", "B/s", BETTER_HIGHER },
	[SYSBENCH_READ_RATE] = { "read.iops", "1/s", BETTER_HIGHER },
	[SYSBENCH_WRITE_RATE] = { "write.iops", "1/s", BETTER_HIGHER },
	[SYSBENCH_FSYNC_RATE] = { "fsync.iops", "1/s", BETTER_HIGHER },
	[SYSBENCH_TRANSACTION_RATE] = { "transactions", "1/s", BETTER_HIGHER },
	[SYSBENCH_QUERY_RATE] = { "queries", "1/s", BETTER_HIGHER },
	[SYSBENCH_LATENCY_MEAN] = { "latency.avg", "s", BETTER_LOWER },
	[SYSBENCH_LATENCY_MINIMUM] = { "latency.min", "s", BETTER_LOWER },
	[SYSBENCH_LATENCY_MAXIMUM] = { "latency.max", "s", BETTER_LOWER },
	[SYSBENCH_LATENCY_PERCENTILE] = { "latency.p", "s", BETTER_LOWER },
	[SYSBENCH_TOTAL_TIME] = { "total_time", "s", BETTER_NEITHER },
	[SYSBENCH_EVENTS] = { "events", "1", BETTER_NEITHER },
};

/*
 * A line with a figure: '#' is a number, a blank any blanks or none. The figure
 * is its last number. Of the versions 0.4 and 0.5 are those with MB, which mean
 * 2^20 bytes, and with ms.
 */
static const struct {
	const char *line;
	enum sysbench_quantity quantity;
	double factor; /* to the metric's unit */
} figure_lines[] = {
	{ "events per second: #", SYSBENCH_EVENT_RATE, 1 },
	{ "# MiB transferred (# MiB/sec)", SYSBENCH_TRANSFER_RATE, MIB },
	{ "# MB transferred (# MB/sec)", SYSBENCH_TRANSFER_RATE, MIB },
	{ "Total operations: # (# per second)", SYSBENCH_OPERATION_RATE, 1 },
	{ "Operations performed: # (# ops/sec)", SYSBENCH_OPERATION_RATE, 1 },
	{ "read, MiB/s: #", SYSBENCH_READ_THROUGHPUT, MIB },
	{ "written, MiB/s: #", SYSBENCH_WRITE_THROUGHPUT, MIB },
	{ "reads/s: #", SYSBENCH_READ_RATE, 1 },
	{ "writes/s: #", SYSBENCH_WRITE_RATE, 1 },
	{ "fsyncs/s: #", SYSBENCH_FSYNC_RATE, 1 },
	{ "transactions: # (# per sec.)", SYSBENCH_TRANSACTION_RATE, 1 },
	{ "queries: # (# per sec.)", SYSBENCH_QUERY_RATE, 1 },
	{ "avg: #", SYSBENCH_LATENCY_MEAN, 1e-3 },
	{ "avg: #ms", SYSBENCH_LATENCY_MEAN, 1e-3 },
	{ "min: #", SYSBENCH_LATENCY_MINIMUM, 1e-3 },
	{ "min: #ms", SYSBENCH_LATENCY_MINIMUM, 1e-3 },
	{ "max: #", SYSBENCH_LATENCY_MAXIMUM, 1e-3 },
	{ "max: #ms", SYSBENCH_LATENCY_MAXIMUM, 1e-3 },
	{ "#th percentile: #", SYSBENCH_LATENCY_PERCENTILE, 1e-3 },
	{ "approx. # percentile: #ms", SYSBENCH_LATENCY_PERCENTILE, 1e-3 },
	{ "total time: #s", SYSBENCH_TOTAL_TIME, 1 },
	{ "total number of events: #", SYSBENCH_EVENTS, 1 },
};

bool sysbench_scan_line(
	struct slice *at, const char *line, struct reading numbers[SYSBENCH_NUMBERS], size_t *count)
{
	*count = 0;
	for (; *line; line++) {
		if (*line == ' ' || *line == '#')
			scan_blanks(at);
		if (*line == '#' ? *count == SYSBENCH_NUMBERS ||
					   !scan_number(at, &numbers[(*count)++])
				 : *line != ' ' && !scan_char(at, *line))
			return false;
	}
	return true;
}

/* "latency.p95" */
static void add_percentile(const struct sysbench_figure *figure, struct sink *sink)
{
	struct metric metric = metrics[SYSBENCH_LATENCY_PERCENTILE];
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
static bool was_measured(const struct sysbench_figure *figure, size_t quantity)
{
	bool is_of_kind = quantity >= SYSBENCH_READ_THROUGHPUT && quantity <= SYSBENCH_FSYNC_RATE;

	return figure->line && !(is_of_kind && figure->reading.value == 0);
}

void sysbench_figures_hand_out(const struct sysbench_figures *figures, struct sink *sink)
{
	for (size_t i = 0; i < SYSBENCH_QUANTITY_COUNT; i++) {
		if (!was_measured(&figures->items[i], i))
			continue;
		if (i == SYSBENCH_LATENCY_PERCENTILE)
			add_percentile(&figures->items[i], sink);
		else
			sink_add(sink, &(struct measurement){
					       .metric = &metrics[i],
					       .reading = figures->items[i].reading,
					       .line = figures->items[i].line,
				       });
	}
}

bool sysbench_figures_line(struct sysbench_figures *figures, struct slice text, size_t line)
{
	for (size_t i = 0; i < sizeof figure_lines / sizeof *figure_lines; i++) {
		struct reading numbers[SYSBENCH_NUMBERS];
		struct slice at = slice_trim(text);
		size_t count;

		if (!sysbench_scan_line(&at, figure_lines[i].line, numbers, &count) ||
			!scan_end(&at))
			continue;
		figures->items[figure_lines[i].quantity] = (struct sysbench_figure){
			.reading = reading_scaled(numbers[count - 1], figure_lines[i].factor),
			.percentile = numbers[0].value,
			.line = line,
		};
		return true;
	}
	return false;
}

bool sysbench_figures_count_events(const struct sysbench_figures *figures)
{
	return figures->items[SYSBENCH_EVENTS].line &&
	       figures->items[SYSBENCH_EVENTS].reading.value > 0;
}
