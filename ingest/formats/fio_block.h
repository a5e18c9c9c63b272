/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fio_block - the lines of a job's block, and of its group's sums
 *
 *	  read: IOPS=23.0k, BW=360MiB/s (377MB/s)(1439MiB/4001msec)
 *	    slat (nsec): min=1933, max=125296, avg=3800.16, stdev=7676.07
 *	    clat (usec): min=47, max=3102, avg=172.90, stdev=48.80
 *	     lat (usec): min=47, max=3102, avg=173.00, stdev=48.82
 *	    clat percentiles (usec):
 *	     |  1.00th=[  106],  5.00th=[  119], 10.00th=[  128], 20.00th=[  141],
 *	  fsync/fdatasync/sync_file_range:
 *	    sync (usec): min=117, max=353, avg=157.77, stdev=49.58
 *	  cpu          : usr=1.11%, sys=11.11%, ctx=92099, majf=0, minf=16
 *	     issued rwts: total=92091,0,0,0 short=0,0,0,0 dropped=0,0,0,0
 */
#ifndef INGEST_FORMATS_FIO_BLOCK_H
#define INGEST_FORMATS_FIO_BLOCK_H

#include <stdbool.h>

#include "ingest/formats/fio_report.h"

enum fio_rows {
	FIO_NO_ROWS,
	FIO_OTHER_ROWS, /* percentiles that are not read */
	FIO_LATENCY_ROWS,
};

/* What the lines to come are about. */
struct fio_block {
	bool is_old;    /* of fio 1.x or 2.x */
	bool is_copied; /* repeats what other blocks say: its lines are known, and not read */
	enum fio_direction direction;
	struct reading runtime; /* in that direction */
	enum fio_rows rows;     /* may follow */
	enum fio_quantity rows_quantity;
	double rows_unit;
};

/* A line of a block that the report has begun; false when it is none that is read. */
bool fio_block_line(struct fio_block *block, struct slice text, size_t line,
	struct fio_report *report, struct sink *sink);

/* A line of the sums that the report has begun. */
bool fio_block_sum_line(
	struct fio_block *block, struct slice text, size_t line, struct fio_report *report);

#endif
