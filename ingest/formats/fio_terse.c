/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fio-terse - the lines of numbers that fio prints with --minimal, of 2.x and 3.x
 *
 *	3;fio-3.33;mytest;0;0;15952;181272;11329;88;...;1.000000%=104;...;vda;0;0;0;0;0;0;0;0.00%
 *
 * A line is a job: the version of the layout and, from 3 on, that of fio, the
 * job's name, its group and error, then for each direction
 *
 *	KiB;KiB/s;iops;ms; slat, clat: min;max;mean;deviation; 20 percentiles of
 *	clat: 99.000000%=272; lat; bandwidth samples (more of them in version 5)
 *
 * all latencies in microseconds, then "user%;system%" and counts, then the
 * disks. Lines below each other are the jobs of one run, unless they say
 * something else of the disks; each group is a result (see fio_group).
 */
#include <stdio.h>
#include <string.h>

#include "core/units.h"
#include "ingest/formats/fio_terse_fields.h"
#include "ingest/formats/fio_json_job.h"
#include "ingest/log/format.h"

struct fio_terse {
	size_t last_line; /* of the run */
	size_t disks_length;
	char disks[FIO_TERSE_DISKS];
	struct fio_report report;
};
