/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fio/latency - the latencies in a job's block
 *
 *	    slat (nsec): min=1933, max=125296, avg=3800.16, stdev=7676.07
 *	    clat (usec): min=47, max=3102, avg=172.90, stdev=48.80
 *	     lat (usec): min=47, max=3102, avg=173.00, stdev=48.82
 *	    clat percentiles (usec):
 *	     |  1.00th=[  106],  5.00th=[  119], 10.00th=[  128], 20.00th=[  141],
 *	    sync (usec): min=117, max=353, avg=157.77, stdev=49.58
 *
 * Those of one priority ("high prio_clat") are parts of the others, and not read.
 */
#ifndef INGEST_FORMATS_FIO_LATENCY_H
#define INGEST_FORMATS_FIO_LATENCY_H

#include <stdbool.h>

#include "ingest/formats/fio/line.h"

/* False when the line is none of these. */
bool fio_latency_line(const struct fio_line *line);

#endif
