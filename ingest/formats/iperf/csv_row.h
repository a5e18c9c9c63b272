/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * iperf/csv_row - a row of iperf 2's CSV
 *
 * when, local address and port, peer's address and port, id, interval in
 * seconds, bytes, bit/s; for datagrams also jitter in ms, lost, all, percent
 * lost, out of order:
 *
 *	20200303101112,10.0.0.3,40712,10.0.0.2,9999,3,0.0-10.0,57409536,45927629
 *	20200303101112,10.0.0.2,9999,10.0.0.3,51712,3,0.0-10.0,12464130,9971304,0.214,26,8505,0.306,3
 *	20200303101112,10.0.0.3,0,10.0.0.2,9999,-1,0.0-10.0,114556928,91645542	sum
 *
 * 2.1.8 says 19700101000000 when it was not called with -i, and knows nothing
 * of the datagrams when it is the client:
 *
 *	19700101000000,127.0.0.1,49703,127.0.0.1,9998,1,0.0-2.0,1315650,5254106,0.000,0,-1,-0.000,0
 *
 * From 2.1.9 on -e names the zone and adds columns, from 2.2 on it has a header
 * and the interval in two columns:
 *
 *	time,srcaddress,srcport,dstaddr,dstport,transferid,istart,iend,bytes,speed,writecnt, ...
 *	+0000:20260303101112.512,10.0.0.3,40712,10.0.0.2,9999,1,0.0,10.0,57409536,45927629,438, ...
 */
#ifndef INGEST_FORMATS_IPERF_CSV_ROW_H
#define INGEST_FORMATS_IPERF_CSV_ROW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "core/lines.h"
#include "ingest/formats/iperf/row.h"
#include "ingest/log/csv_line.h"

struct iperf_csv_host {
	char address[48];
	uint64_t port;
};

struct iperf_csv_connection {
	struct iperf_csv_host local;
	struct iperf_csv_host peer;
	uint64_t id;
	bool is_sum;
};

struct iperf_csv_row {
	struct iperf_csv_connection connection;
	double printed; /* when, in seconds since 1970; NaN: not known */
	bool is_readable;
	bool is_true; /* its bytes, rate and interval agree, and it took some time */
	struct iperf_row row;
};

/* Where the columns are that not every row has; 0: nowhere. */
struct iperf_csv_columns {
	size_t count; /* of all columns; 0: no header was seen */
	size_t jitter;
	size_t lost;
	size_t datagrams;
	size_t out_of_order;
	size_t retransmits;
};

/* Whether the line is the header of 2.2, whose columns are those of the rows to come. */
bool iperf_csv_read_header(
	struct csv_fields *fields, struct slice text, struct iperf_csv_columns *columns);

/* Whether the line is a row: one that lacks figures is, and is not readable. */
bool iperf_csv_read_row(struct csv_fields *fields, const struct line *line,
	const struct iperf_csv_columns *columns, struct iperf_csv_row *row);

#endif
