/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * workers/output - what a worker writes and says, on its way to the first process
 *
 * It travels in frames, each of them of a parcel; the last says that the parcel is done.
 */
#ifndef INGEST_LOG_WORKERS_OUTPUT_H
#define INGEST_LOG_WORKERS_OUTPUT_H

#include <stddef.h>
#include <stdint.h>

#include "core/text.h"

enum frame_kind {
	FRAME_TEXT,
	FRAME_DONE,
	FRAME_MESSAGE, /* this plus enum message_kind; ends in a NUL */
};

enum { FRAME_LIMIT = 32 * 1024 }; /* bytes behind the head */

/* The head, without a gap: all of its bytes are sent. */
struct frame {
	uint64_t parcel;
	uint32_t kind;
	uint32_t length;
};

/* A worker's end of its pipe. */
struct worker_output {
	int descriptor;
	uint64_t parcel; /* that is being done */
	struct text pending;
	char *reading; /* memory shared with the first process: READING_SIZE bytes */
};

enum { READING_SIZE = 4096 };

/* Passes the text on and empties it. */
void worker_write(struct worker_output *output, struct text *text);

/* What is being read from here on, for the first process to say should this one be killed. */
void worker_begin(struct worker_output *output, const char *path);

/* The parcel is done: sends what is pending. */
void worker_finish(struct worker_output *output);

/* From now on messages go this way, too. */
void worker_hand_over_messages(struct worker_output *output);

#endif
