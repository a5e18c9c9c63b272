/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fio/report - one report of fio, held until it is known to be the last of its run
 *
 * A report is the blocks of its jobs, then the sums of its groups:
 *
 *	mytest: (groupid=0, jobs=4): err= 0: pid=12687: Mon Nov 23 01:11:28 2026
 *	  read: IOPS=...
 *	     issued rwts: total=...
 *
 *	Run status group 0 (all jobs):
 *	   READ: bw=...
 *
 * With --status-interval a run prints several of them, and only the last counts.
 */
#ifndef INGEST_FORMATS_FIO_REPORT_H
#define INGEST_FORMATS_FIO_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ingest/formats/fio/group.h"

/* The line that a job's block begins with. */
struct fio_job_header {
	char name[64]; /* cut, NUL-terminated */
	uint64_t group;
	uint64_t pid;
	uint64_t error;
	bool is_total; /* of all clients */
};

struct fio_report {
	struct fio_job_header first; /* by which the same run's next report is known */
	bool has_sums;
	bool is_in_job;
	struct fio_job job;
	size_t current; /* the group that lines belong to */
	struct fio_group *groups;
	size_t count;
	size_t capacity;
};

/* A block begins in that line, and the one before ends. */
void fio_report_begin_job(
	struct fio_report *report, const struct fio_job_header *header, size_t line);

/* Of the block: a figure, and what its "issued" line counts. */
void fio_report_add(struct fio_report *report, const struct fio_figure *figure);
void fio_report_count_ios(struct fio_report *report, const double counts[FIO_COUNTS], size_t line);

/* A group's sums begin, and the last block ends. */
void fio_report_begin_sums(struct fio_report *report, uint64_t group, size_t line);

/* The group whose lines are being read; only once a block or sums began. */
struct fio_group *fio_report_group(const struct fio_report *report);

/* The line to quote should the group be cut off. */
void fio_report_quote(struct fio_report *report, struct slice text, size_t line);

/* Whether this job begins the same run's next report. */
bool fio_report_is_repeated_by(
	const struct fio_report *report, const struct fio_job_header *header);

/* Whether nothing is missing: every group has its sums. */
bool fio_report_is_whole(const struct fio_report *report);

/*
 * Hands a result or a problem of each group to the sink, and forgets them.
 * error is what fio said beside the report, if anything.
 */
void fio_report_write(struct fio_report *report, const struct fio_error *error, struct sink *sink);

/* Forgets everything, and frees it. */
void fio_report_clear(struct fio_report *report);

#endif
