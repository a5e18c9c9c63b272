/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * run - how a run went, as its runner wrote it down beside the log
 *
 * docs/RESULTS.md has the file, RUN.json, and its keys.
 */
#ifndef INGEST_LOG_RUN_H
#define INGEST_LOG_RUN_H

#include <stdbool.h>
#include <stddef.h>

#include "core/input.h"
#include "core/json.h"
#include "core/record.h"
#include "core/text.h"
#include "ingest/log/sink.h"

struct run {
	const char *path;
	struct text bytes; /* that the tree is read from */
	struct json *tree;
};

/* The initial value; nothing is known. */
#define RUN_INIT                   \
	{                          \
		.bytes = TEXT_INIT \
	}

/* Reads the file, whose path is borrowed; tree is NULL when it is not there or no object. */
void run_read(struct run *run, struct inputs *inputs, const char *path);

/* Forgets what was read, and keeps its memory for the next one; or releases that, too. */
void run_clear(struct run *run);
void run_release(struct run *run);

/* Whether the file is one that a runner wrote, and not a JSON file of some other kind. */
bool run_is_known(const struct run *run);

/* The command that wrote the log, or NULL. */
const char *run_command(const struct run *run);

/* What kept a run from being a valid one. */
struct run_failure {
	enum problem_status status;
	struct text message;
	size_t line;         /* of the file */
	bool is_exit_status; /* nothing but an exit status: the log's own words say more */
};

/* False when nothing did; otherwise the caller releases the message. */
bool run_failed(const struct run *run, struct run_failure *failure);

/* Bytes that the host's disks moved in that direction; NaN when they were not counted. */
double run_disk_bytes(const struct run *run, enum direction direction);

#endif
