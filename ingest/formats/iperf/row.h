/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * iperf/row - the row in which iperf 2 and iperf3 print what was transferred
 *
 *	[  3]  0.0-10.0 sec  11.9 MBytes  9.97 Mbits/sec   0.214 ms   26/ 8505 (0.31%)
 *	[SUM]   1.00-2.00   sec  2.54 GBytes  21.9 Gbits/sec    0
 *	[ *1] 0.0000-2.0026 sec  1.38 GBytes  5.90 Gbits/sec
 *
 * KBytes, MBytes and GBytes are powers of 1024, also in a rate; Kbits, Mbits
 * and Gbits are powers of 1000. What stands behind the rate is each tool's own.
 */
#ifndef INGEST_FORMATS_IPERF_ROW_H
#define INGEST_FORMATS_IPERF_ROW_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/number.h"
#include "core/scan.h"

/* Whose row it is. */
struct iperf_label {
	uint64_t stream;
	bool is_sum;     /* "[SUM]": of all streams */
	bool is_reverse; /* "[ *1]": of what the other end sends on that connection */
};

/* A count that may stand in another line than the rest of its row. */
struct iperf_count {
	double value;
	size_t line;
};

/* A count or jitter that the row does not have is NaN. */
struct iperf_row {
	double start; /* of the interval, in seconds since the run began */
	double end;
	struct reading seconds;
	struct reading bytes;
	struct reading rate;   /* B/s; 0 in a sum made here */
	struct reading jitter; /* s; added up in a sum made here */
	double lost;
	double datagrams;
	struct iperf_count retransmits;
	struct iperf_count out_of_order; /* 0 when none were printed */
	size_t streams;                  /* how many rows this is the sum of; 0: no row yet */
	size_t line;
	size_t jitter_line; /* where it is another: in JSON each number may have a line; 0: it is not */
	size_t loss_line;
	bool is_padded; /* the interval is set as iperf3 sets it */
};

/*
 * The rows that several streams print of one interval: their sum, or the [SUM]
 * row, which counts alone once it is printed.
 */
struct iperf_sum {
	struct iperf_row row;
	bool is_printed;
};

bool scan_iperf_label(struct slice *at, struct iperf_label *label);

static inline bool iperf_label_equals(const struct iperf_label *a, const struct iperf_label *b)
{
	return a->stream == b->stream && a->is_sum == b->is_sum && a->is_reverse == b->is_reverse;
}

/* "0.0-10.0 sec"; sets the whole row, to be filled by the next two. */
bool scan_iperf_interval(struct slice *at, struct iperf_row *row);

/* "11.9 MBytes  9.97 Mbits/sec" */
bool scan_iperf_transfer(struct slice *at, struct iperf_row *row);

/* "0.214 ms   26/ 8505 (0.31%)", the jitter not in every [SUM] row. */
bool scan_iperf_datagrams(struct slice *at, struct iperf_row *row);

/* Whether the rate is that of the bytes in the seconds, as far as the digits printed can tell, and both are finite. */
static inline bool iperf_row_agrees(const struct iperf_row *row)
{
	double expected = row->rate.value * row->seconds.value;
	double margin = 0.05 * row->bytes.value + row->bytes.resolution +
			row->rate.resolution * row->seconds.value +
			row->rate.value * row->seconds.resolution;

	return fabs(row->bytes.value - expected) <= margin && isfinite(margin);
}

/* Adds the row of another stream: bytes and counts add up, the longest time counts. */
void iperf_row_add(struct iperf_row *sum, const struct iperf_row *row);
void iperf_sum_add(struct iperf_sum *sum, const struct iperf_row *row, bool is_printed);

#endif
