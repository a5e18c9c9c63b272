/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fio/json_job - a job as fio tells it to programs, in JSON or as a terse line
 *
 * Neither has the sums that the report for people ends in. They are made here
 * as fio makes them: the bytes of all jobs of a group over the longest runtime.
 */
#ifndef INGEST_FORMATS_FIO_JSON_JOB_H
#define INGEST_FORMATS_FIO_JSON_JOB_H

#include <stddef.h>

#include "ingest/formats/fio/report.h"

struct fio_value {
	struct reading reading; /* value 0: not told */
	size_t line;
};

/* What a job moved in one direction. */
struct fio_io {
	struct fio_value bandwidth, iops, bytes, runtime;
	double count; /* of I/Os; 0: not told */
};

/* A job begins; line is the one with its error. */
void fio_json_job_begin(
	struct fio_report *report, const struct fio_job_header *header, size_t line);

void fio_json_job_add_io(
	struct fio_report *report, enum fio_direction direction, const struct fio_io *io);

/* The job that began with that header ends. */
void fio_json_job_end(struct fio_report *report, const struct fio_job_header *header, size_t line);

/* Whether a latency's mean can be that of a run so long (0: not told); otherwise reports it. */
bool fio_json_job_can_take(
	struct reading mean, struct reading runtime, size_t line, struct sink *sink);

#endif
