/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fio/group - the jobs of a group of fio's, as the one result that they are
 *
 * A group of one block (group_reporting, or a single job) gives the block's
 * figures. One of several gives what describes the group as a whole: bw, bytes
 * and runtime as its sums print them, iops as the jobs' I/Os over that runtime,
 * the latencies' minimum, maximum and mean over all I/Os; percentiles,
 * deviations and cpu cannot be combined.
 *
 * A block without its "issued" line, or a group without its "Run status", was
 * cut off: what came through are final figures, but of how much of the group
 * nobody knows, so it is a failure.
 */
#ifndef INGEST_FORMATS_FIO_GROUP_H
#define INGEST_FORMATS_FIO_GROUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ingest/formats/fio/error.h"
#include "ingest/formats/fio/metrics.h"
#include "ingest/formats/fio/scan.h"

struct fio_figures {
	struct fio_figure *items;
	size_t count;
	size_t capacity;
};

/* A job's block. */
struct fio_job {
	bool is_counted; /* its "issued" line came */
	double ios[FIO_DIRECTION_COUNT];
	struct fio_figures figures;
};

/* A group's sum in one direction. */
struct fio_sum {
	size_t line; /* 0: none was printed */
	struct fio_transfer transfer;
};

struct fio_group {
	uint64_t id;
	size_t line; /* where it first appears */
	size_t jobs;
	bool is_summed;           /* its "Run status" line came */
	struct fio_error error;   /* why it gives no result */
	struct fio_error cut_off; /* what to say should its end be missing */
	double ios[FIO_DIRECTION_COUNT];
	struct fio_sum sums[FIO_DIRECTION_COUNT];
	struct fio_figures figures;
};

/* Adds a figure to the block; false when it has that one, or more than fio prints. */
bool fio_job_add(struct fio_job *job, const struct fio_figure *figure);

/* The block's I/Os, by which its iops become finer; false when they contradict them. */
bool fio_job_count_ios(struct fio_job *job, const double counts[FIO_COUNTS]);

/* Adds a job to its group, and empties it. */
void fio_group_add(struct fio_group *group, struct fio_job *job);

/* Sets why the group gives no result, unless a reason is set. */
void fio_group_fail(struct fio_group *group, const struct fio_error *error);

/* Whether nothing is missing. */
bool fio_group_is_whole(const struct fio_group *group);

/* Once all of it was read: finds what is wrong with it; error is what fio said, if anything. */
void fio_group_judge(struct fio_group *group, const struct fio_error *error);

/* Hands the result, or what is wrong, to the sink. */
void fio_group_write(const struct fio_group *group, struct sink *sink);

#endif
