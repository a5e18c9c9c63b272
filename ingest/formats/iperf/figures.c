/* SPDX-License-Identifier: GPL-3.0-or-later */
/* iperf/figures - what a row of iperf's comes to in samples */
#include "ingest/formats/iperf/figures.h"

#include <math.h>

const struct metric iperf_figures[IPERF_FIGURES] = {
	[IPERF_THROUGHPUT] = { "throughput", "B/s", BETTER_HIGHER },
	[IPERF_JITTER] = { "jitter", "s", BETTER_LOWER },
	[IPERF_LOSS] = { "loss", "ratio", BETTER_LOWER },
	[IPERF_RETRANSMITS] = { "retransmits", "1", BETTER_LOWER },
};

static const struct metric bytes = { "bytes", "B", BETTER_NEITHER };
static const struct metric seconds = { "seconds", "s", BETTER_NEITHER };
static const struct metric datagrams = { "datagrams", "1", BETTER_NEITHER };
static const struct metric out_of_order = { "out_of_order", "1", BETTER_LOWER };

static struct reading loss_of(const struct iperf_row *row)
{
	if (!(row->datagrams > 0))
		return (struct reading){ NAN, 0 };
	return (struct reading){ row->lost / row->datagrams, 1 / row->datagrams };
}

/* The jitter of several streams is their mean, as iperf3 has it. */
static struct reading jitter_of(const struct iperf_row *row)
{
	return row->streams == 1 ? row->jitter
				 : reading_scaled(row->jitter, 1 / (double)row->streams);
}

struct reading iperf_row_figure(const struct iperf_row *row, enum iperf_figure figure)
{
	switch (figure) {
	case IPERF_THROUGHPUT:
		return iperf_row_rate(row);
	case IPERF_JITTER:
		return jitter_of(row);
	case IPERF_LOSS:
		return loss_of(row);
	case IPERF_RETRANSMITS:
		return (struct reading){ row->retransmits.value, 1 };
	case IPERF_FIGURES:
		break;
	}
	return (struct reading){ NAN, 0 };
}

/* What is the same for all numbers of a row. */
struct report {
	const struct iperf_row *row;
	const char *prefix;
	bool is_interval;
	struct sink *sink;
};

static void report_reading(const struct report *report, const struct metric *metric,
	struct reading reading, size_t line)
{
	if (isnan(reading.value))
		return;
	sink_add(report->sink, &(struct measurement){
				       .metric = metric,
				       .prefix = report->prefix,
				       .reading = reading,
				       .line = line,
				       .is_interval = report->is_interval,
				       .time = report->row->end,
			       });
}

static size_t line_of(const struct iperf_row *row, enum iperf_figure figure)
{
	size_t own = figure == IPERF_RETRANSMITS ? row->retransmits.line
		     : figure == IPERF_JITTER    ? row->jitter_line
		     : figure == IPERF_LOSS      ? row->loss_line
						 : 0;

	return own ? own : row->line;
}

static void report_figure(const struct report *report, enum iperf_figure figure)
{
	const struct iperf_row *row = report->row;

	report_reading(report, &iperf_figures[figure], iperf_row_figure(row, figure),
		line_of(row, figure));
}

static void report_quality(const struct report *report)
{
	report_figure(report, IPERF_JITTER);
	report_figure(report, IPERF_LOSS);
	report_figure(report, IPERF_RETRANSMITS);
}

void iperf_row_report(const struct iperf_row *row, const char *prefix, struct sink *sink)
{
	const struct report report = { row, prefix, false, sink };

	report_figure(&report, IPERF_THROUGHPUT);
	report_reading(&report, &bytes, row->bytes, row->line);
	report_reading(&report, &seconds, row->seconds, row->line);
	report_quality(&report);
	report_reading(&report, &datagrams, (struct reading){ row->datagrams, 1 }, row->line);
	if (row->out_of_order.value > 0)
		report_reading(&report, &out_of_order,
			(struct reading){ row->out_of_order.value, 1 }, row->out_of_order.line);
}

void iperf_row_report_interval(const struct iperf_row *row, const char *prefix, struct sink *sink)
{
	const struct report report = { row, prefix, true, sink };

	report_figure(&report, IPERF_THROUGHPUT);
	report_quality(&report);
}
