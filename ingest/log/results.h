/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * results - a folder of logs, and what lies beside them
 *
 * Beside RUN.log the runner leaves RUN.json (the command and how it ended) and
 * per system environment.json. Other files are not logs, and are named.
 *
 * Logs are read here, or by several processes, whose records come in the same order.
 */
#ifndef INGEST_LOG_RESULTS_H
#define INGEST_LOG_RESULTS_H

#include "ingest/log/place.h"
#include "ingest/log/task.h"
#include "ingest/log/workers.h"

struct results {
	struct tasks tasks; /* its flush is set here */
	struct place place;
	size_t worker_count; /* up to 1: this process reads by itself */

	struct workers *workers; /* NULL: not started */
	struct workers_job job;
	struct text parcel;  /* of tasks that are not given to them yet */
	size_t parcel_tasks; /* in it */
	size_t parcels;      /* given */

	size_t logs;        /* found */
	struct text beside; /* the path of a companion, or of the log that one is of */

	/* What was walked by without being read. */
	size_t skipped;
	char *first_skipped;
};

/* Reads nothing yet; what is not said here is zero, and may be set. */
void results_init(struct results *results, const char *layout, const struct experiment *experiment);

/* Reads a log, standard input ("-") or all logs of a folder; writes their records to standard output. */
void results_read(struct results *results, const char *path);

/* Waits until all is read, and says which files of folders were no logs. */
void results_finish(struct results *results);

#endif
