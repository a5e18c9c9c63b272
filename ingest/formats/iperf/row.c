/* SPDX-License-Identifier: GPL-3.0-or-later */
/* iperf/row - the row in which iperf 2 and iperf3 print what was transferred */
#include "ingest/formats/iperf/row.h"

#include <math.h>
#include <string.h>

#include "core/units.h"

bool scan_iperf_label(struct slice *at, struct iperf_label *label)
{
	uint64_t count;

	*label = (struct iperf_label){ 0 };
	if (!scan_char(at, '['))
		return false;
	scan_blanks(at);
	label->is_sum = scan_text(at, "SUM") || scan_text(at, "FD");
	label->is_reverse = scan_char(at, '*');
	if (label->is_sum) {
		scan_char(at, '-');
		scan_integer(at, &count);
	} else if (!scan_integer(at, &label->stream)) {
		return false;
	}
	return scan_char(at, ']');
}

/* iperf3 sets both times to six places and two decimals, the second to the left. */
static bool is_padded(const char *start, const char *dash, const char *unit, double step)
{
	enum { PADDED = 7 };

	return step == 0.01 && dash - start >= PADDED && unit - dash > PADDED;
}

bool scan_iperf_interval(struct slice *at, struct iperf_row *row)
{
	const char *begin = at->start;
	const char *dash;
	struct reading start;
	struct reading end;

	if (!scan_blanks(at) || !scan_number(at, &start) || !scan_char(at, '-'))
		return false;
	dash = at->start - 1;
	if (!scan_blanks(at) || !scan_number(at, &end) || !scan_blanks(at) ||
		!scan_text(at, "sec") || end.value < start.value)
		return false;
	*row = (struct iperf_row){
		.start = start.value,
		.end = end.value,
		.seconds = { end.value - start.value, end.resolution },
		.jitter = { NAN, 0 },
		.lost = NAN,
		.datagrams = NAN,
		.retransmits = { NAN, 0 },
		.streams = 1,
		.is_padded = is_padded(begin, dash, at->start - strlen("sec"), end.resolution),
	};
	return true;
}

static bool scan_size(struct slice *at, struct reading *size)
{
	double factor;

	if (!scan_number(at, size) || !scan_blanks(at) ||
		!scan_prefix(at, BINARY_PREFIX, &factor) || !scan_text(at, "Bytes"))
		return false;
	*size = reading_scaled(*size, factor);
	return true;
}

/* "9.97 Mbits/sec" or "1.19 MBytes/sec", in B/s */
static bool scan_rate(struct slice *at, struct reading *rate)
{
	struct slice rest;
	double factor;

	if (!scan_number(at, rate) || !scan_blanks(at))
		return false;
	rest = *at;
	if (scan_prefix(&rest, DECIMAL_PREFIX, &factor) && scan_text(&rest, "bits/sec")) {
		*rate = reading_scaled(*rate, factor / 8);
		*at = rest;
		return true;
	}
	if (!scan_prefix(at, BINARY_PREFIX, &factor) || !scan_text(at, "Bytes/sec"))
		return false;
	*rate = reading_scaled(*rate, factor);
	return true;
}

bool scan_iperf_transfer(struct slice *at, struct iperf_row *row)
{
	return scan_blanks(at) && scan_size(at, &row->bytes) && scan_blanks(at) &&
	       scan_rate(at, &row->rate);
}

/* "0.214 ms" */
static bool scan_jitter(struct slice *at, struct reading *delay)
{
	struct slice rest = *at;

	if (!scan_blanks(&rest) || !scan_number(&rest, delay) || !scan_blanks(&rest) ||
		!scan_text(&rest, "ms"))
		return false;
	*delay = (struct reading){ delay->value / 1000, delay->resolution / 1000 };
	*at = rest;
	return true;
}

bool scan_iperf_datagrams(struct slice *at, struct iperf_row *row)
{
	struct slice rest = *at;
	struct reading delay;
	bool has_jitter = scan_jitter(&rest, &delay);
	uint64_t lost;
	uint64_t total;

	if (!scan_blanks(&rest) || !scan_integer(&rest, &lost) || !scan_char(&rest, '/') ||
		!scan_blanks(&rest) || !scan_integer(&rest, &total) || !scan_blanks(&rest) ||
		!scan_char(&rest, '(') || !scan_until(&rest, "%)", NULL))
		return false;
	scan_text(&rest, "%)");
	if (has_jitter)
		row->jitter = delay;
	row->lost = (double)lost;
	row->datagrams = (double)total;
	*at = rest;
	return true;
}

static void add_reading(struct reading *sum, struct reading reading)
{
	sum->value += reading.value;
	sum->resolution += reading.resolution;
}

static void add_count(struct iperf_count *sum, struct iperf_count count)
{
	sum->value += count.value;
	if (count.line)
		sum->line = count.line;
}

void iperf_row_add(struct iperf_row *sum, const struct iperf_row *row)
{
	if (sum->streams == 0) {
		*sum = *row;
		return;
	}
	if (row->seconds.value > sum->seconds.value)
		sum->seconds = row->seconds;
	sum->end = fmax(sum->end, row->end);
	add_reading(&sum->bytes, row->bytes);
	sum->rate = (struct reading){ 0, 0 };
	add_reading(&sum->jitter, row->jitter);
	sum->lost += row->lost;
	sum->datagrams += row->datagrams;
	add_count(&sum->retransmits, row->retransmits);
	add_count(&sum->out_of_order, row->out_of_order);
	sum->streams += row->streams;
	sum->line = row->line;
}

void iperf_sum_add(struct iperf_sum *sum, const struct iperf_row *row, bool is_printed)
{
	if (is_printed)
		*sum = (struct iperf_sum){ .row = *row, .is_printed = true };
	else if (!sum->is_printed)
		iperf_row_add(&sum->row, row);
}
