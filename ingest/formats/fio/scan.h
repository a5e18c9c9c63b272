/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fio/scan - the figures in the lines of fio's report
 *
 * fio shortens numbers by a routine of its own, which its source calls cheesy,
 * "complete with carry rounding error":
 *
 *	3.x	50.97 MiB can be printed as 50.0MiB: the carry is lost, in versions that
 *		are not told apart here, so N.0 may stand for anything from N to N + 1
 *	2.x, 1.x	the digits behind the point are a remainder of 1024 cut short:
 *		3998.98 KiB is printed as 3998.2KB
 *
 * Such a figure counts as one whose last digit is in front of the point. In the
 * layout of 1.x and 2.x KB is KiB; kb_base=1000 prints the same letters there.
 */
#ifndef INGEST_FORMATS_FIO_SCAN_H
#define INGEST_FORMATS_FIO_SCAN_H

#include <stdbool.h>

#include "core/scan.h"

/* What a job, or a group, moved in one direction. */
struct fio_transfer {
	struct reading bandwidth; /* the finest of the two printed and bytes / runtime */
	struct reading iops;      /* value 0: not printed */
	struct reading bytes;
	struct reading runtime;
	bool is_contradictory; /* what is printed as bandwidth is not bytes / runtime */
};

/*
 * Behind "read: " and the like:
 *
 *	IOPS=23.0k, BW=360MiB/s (377MB/s)(1439MiB/4001msec); 0 zone resets
 *	io=2048.0MB, bw=45866KB/s, iops=2866 , runt= 45723msec
 */
bool fio_scan_transfer(struct slice at, bool is_version_3, struct fio_transfer *transfer);

/*
 * Behind "READ: " and the like:
 *
 *	bw=261MiB/s (274MB/s), 64.2MiB/s-68.0MiB/s (...), io=22.0MiB (23.0MB), run=83-84msec
 *	io=2048.0MB, aggrb=45866KB/s, minb=46967KB/s, maxb=46967KB/s, mint=45723msec, maxt=45723msec
 *
 * minb and maxb are in other units than aggrb in 1.x, and not read.
 */
bool fio_scan_group_transfer(struct slice at, bool is_version_3, struct fio_transfer *transfer);

/* The reading in a unit so many times as large; dividing rounds but once, unlike a factor of 1e-6. */
struct reading fio_reading_divided(struct reading reading, double times);

/* A unit of time in parentheses, "(usec)": how many of it make a second. */
bool fio_scan_time_unit(struct slice *at, double *per_second);

/* Whether two readings of one quantity can both be true. */
bool fio_readings_agree(struct reading a, struct reading b);

struct fio_latency {
	struct reading minimum, maximum, mean, deviation; /* s */
};

/* Behind "clat " and the like: (usec): min=88 , max=98311 , avg=2789.10, stdev=3021.55 */
bool fio_scan_latency(struct slice at, bool is_version_3, struct fio_latency *latency);

/* One of "|  1.00th=[  106],  5.00th=[  119],": the value has the unit of the heading. */
bool fio_scan_percentile(struct slice *at, double *percentile, struct reading *value);

enum { FIO_COUNTS = 4 };

/*
 * The I/Os counted, by direction; counts that are not there become 0.
 *
 *	issued rwts: total=92091,0,0,0 short=0,0,0,0 dropped=0,0,0,0
 *	issued    : total=r=61234/w=26310/d=0, short=r=0/w=0/d=0
 *	issued r/w: total=0/256, short=0/0
 */
bool fio_scan_counts(struct slice at, double counts[FIO_COUNTS]);

#endif
