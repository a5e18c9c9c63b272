/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * outcome - how a run went, as its RUN.json says it: docs/RESULTS.md
 */
#ifndef RUN_RECORD_OUTCOME_H
#define RUN_RECORD_OUTCOME_H

#include "core/text.h"
#include "run/host/disks.h"
#include "run/process/process.h"

/* What is NULL, NaN or false is left out. */
struct outcome {
	const char *command;
	const char *server;                  /* the command of the server that it talked to */
	const char *server_output;           /* the end of what that said */
	const struct process_result *result; /* NULL: it was not run */
	double timeout;
	const char *status; /* a problem's, where the exit status does not say it */
	const char *message;
	const char *cache;         /* the policy */
	const char *cache_message; /* why it could not be dropped; NULL: it was, if it was to be */
	const char *cpuset;
	double load_before;
	double load_after;
	bool has_disks;
	struct disk_bytes disk_before;
	struct disk_bytes disk_after;
};

/* Adds the whole file. */
void outcome_add(struct text *json, const struct outcome *outcome);

#endif
