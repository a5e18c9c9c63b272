/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * job_log - the name of a log that fio writes beside its output
 *
 *	STEM_QUANTITY.JOB.log        --write_lat_log=STEM: results/Kata/fio-read/1_clat.3.log
 *	STEM_QUANTITY.log            the same with --per_job_logs=0, of all jobs
 *	STEM_QUANTITY.JOB.log.HOST   written by fio --client
 *
 * Only the name says what such a log measured. A ".gz" or ".xz" behind it does not count.
 */
#ifndef INGEST_LOG_JOB_LOG_H
#define INGEST_LOG_JOB_LOG_H

#include <stdbool.h>
#include <stdint.h>

#include "core/scan.h"

struct job_log {
	struct slice stem;     /* with the folders before it */
	struct slice quantity; /* "clat" */
	uint64_t job;          /* 0: all jobs in one log */
};

/* False when the path is not named so. */
bool job_log_scan(const char *path, struct job_log *log);

/* Whether fio has logs of that name: lat, clat, slat, bw, iops, clat_hist. */
bool job_log_is_quantity(struct slice name);

#endif
