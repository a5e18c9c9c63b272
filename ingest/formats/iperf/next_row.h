/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * iperf/next_row - the row of an interval, where it stands just as iperf prints it
 *
 *	[  3]  1.0- 2.0 sec  11.9 MBytes  9.97 Mbits/sec
 *	[SUM] 1.0000-2.0000 sec  3.51 GBytes  30.1 Gbits/sec
 *	[  5]   1.00-2.00   sec  1.95 GBytes  16.7 Gbits/sec    1    895 KBytes
 *
 * For logs of millions of them: what is read here, iperf/row reads, too, and to
 * the same end; what is not may be a row all the same.
 */
#ifndef INGEST_FORMATS_IPERF_NEXT_ROW_H
#define INGEST_FORMATS_IPERF_NEXT_ROW_H

#include "core/lines.h"
#include "ingest/formats/iperf/row.h"

/* All zero before the first row of a block, then the one before. */
struct iperf_next_row {
	struct iperf_label label;
	struct iperf_row row;
	struct slice rest; /* of the line, behind the rate */
	const char *end;   /* behind its LF */

	/* As it is printed. */
	struct slice label_text;
	struct slice stop_text;
};

/* False when the block does not begin with such a row, or with one that contradicts itself: then *next is none. */
bool iperf_next_row(const struct block *block, struct iperf_next_row *next);

/* Moves the block behind the row. */
static inline void iperf_next_row_take(const struct iperf_next_row *next, struct block *block)
{
	block->text.start = next->end;
	block->number++;
}

#endif
