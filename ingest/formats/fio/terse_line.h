/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fio/terse_line - the grammar of a terse line
 *
 *	3;fio-3.33;mytest;0;0;15952;181272;11329;88;...;1.000000%=104;...;vda;0;0;0;0;0;0;0;0.00%
 *
 * The version of the layout (2 to 5) and, from 3 on, that of fio; the job's
 * name, group and error. Then for reads, writes and, but in version 3, trims:
 *
 *	KiB;KiB/s;iops;ms; slat: min;max;mean;deviation; clat: likewise;
 *	20 percentiles of clat; lat: likewise; bandwidth samples: 5 (version 5: 11)
 *
 * with latencies in microseconds. Then user%;system%; 32 counts that are not
 * read; 9 cells for each disk, but in version 2; perhaps errors, a description.
 */
#ifndef INGEST_FORMATS_FIO_TERSE_LINE_H
#define INGEST_FORMATS_FIO_TERSE_LINE_H

#include "ingest/formats/fio/report.h"

enum {
	FIO_TERSE_DIRECTIONS = 3, /* as enum fio_direction begins */
	FIO_TERSE_PERCENTILES = 20,
};

enum fio_terse_latency {
	FIO_TERSE_SUBMISSION,
	FIO_TERSE_COMPLETION,
	FIO_TERSE_WHOLE,
	FIO_TERSE_LATENCIES
};

struct fio_terse_percentile {
	struct reading rank;
	struct reading value;
};

/* In base units. */
struct fio_terse_direction {
	struct reading bytes, bandwidth, iops, runtime;
	struct fio_latency latencies[FIO_TERSE_LATENCIES];
	struct fio_terse_percentile percentiles[FIO_TERSE_PERCENTILES]; /* of the completion */
};

struct fio_terse_job {
	struct fio_job_header header;
	struct fio_terse_direction directions[FIO_TERSE_DIRECTIONS];
	struct reading user, system;
	struct slice disks;     /* the same for all jobs of a run */
	bool has_disk_activity; /* and then for no other run */
};

/* How a line of version 3 to 5 begins; those of version 2 are known by their end only. */
bool fio_terse_begins(struct slice text);

/* Reads the whole line. */
bool fio_terse_scan(struct slice text, struct fio_terse_job *job);

#endif
