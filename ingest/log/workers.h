/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * workers - processes that share work, whose output is that of one that does it all in turn
 *
 * Work is given in parcels of bytes; whichever worker is free takes the next.
 * What is written and said on the way is passed on in the order of the parcels.
 * A worker that is ahead waits when its pipe is full: memory is bounded. One
 * that ends before its time ends the program.
 */
#ifndef INGEST_LOG_WORKERS_H
#define INGEST_LOG_WORKERS_H

#include <stddef.h>

#include "core/scan.h"
#include "core/text.h"
#include "ingest/log/workers/output.h"

enum {
	WORKERS_MOST = 256,
	PARCEL_LIMIT = 64 * 1024, /* bytes */
};

struct workers;

struct workers_job {
	/* In a worker: does what the parcel says; writes by worker_write(), and says things as ever. */
	void (*work)(struct slice parcel, struct worker_output *output, void *context);
	void *context; /* which each worker has as it was when they were started */

	/* In the first process: takes what was written. */
	void (*write)(const char *bytes, size_t length);
};

/* Starts count processes, WORKERS_MOST at most; job is borrowed. */
struct workers *workers_start(size_t count, const struct workers_job *job);

/* Gives a parcel, or waits until there is somebody to take it. */
void workers_give(struct workers *workers, const struct text *parcel);

/* Waits until all that was given is done and passed on. */
void workers_settle(struct workers *workers);

/* The same, and ends the workers. */
void workers_end(struct workers *workers);

/* How many processors this process may use. */
size_t workers_processors(void);

#endif
