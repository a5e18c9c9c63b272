/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fio/block - the lines of a job's block, and of its group's sums
 *
 *	  read: IOPS=23.0k, BW=360MiB/s (377MB/s)(1439MiB/4001msec)
 *	    clat (usec): min=47, max=3102, avg=172.90, stdev=48.80
 *	  fsync/fdatasync/sync_file_range:
 *	    sync (usec): min=117, max=353, avg=157.77, stdev=49.58
 *	  cpu          : usr=1.11%, sys=11.11%, ctx=92099, majf=0, minf=16
 *	     issued rwts: total=92091,0,0,0 short=0,0,0,0 dropped=0,0,0,0
 *
 *	   READ: bw=360MiB/s (377MB/s), 360MiB/s-360MiB/s (...), io=1439MiB (1509MB), run=4001-4001msec
 */
#ifndef INGEST_FORMATS_FIO_BLOCK_H
#define INGEST_FORMATS_FIO_BLOCK_H

#include <stdbool.h>

#include "ingest/formats/fio/line.h"

/* A line of the block that the report has begun; false when it is none that is read. */
bool fio_block_line(const struct fio_line *line);

/* The same of the sums that the report has begun. */
bool fio_block_sum_line(const struct fio_line *line);

#endif
