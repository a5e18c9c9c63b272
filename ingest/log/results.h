/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * results - a folder of logs, and what lies beside them
 *
 * Beside RUN.log the runner leaves RUN.json (the command and how it ended) and
 * per system environment.json. Other files are not logs, and are named.
 */
#ifndef INGEST_LOG_RESULTS_H
#define INGEST_LOG_RESULTS_H

#include "ingest/log/reader.h"

struct results {
	struct reader reader; /* its flush is called after each log, too */
	const char *layout;
	struct labels labels; /* given on the command line: they win */
	struct text out;

	size_t logs; /* read */

	/* The folder that is walked: its real path (NULL: none), and the length of what paths begin with for it. */
	char *real_folder;
	size_t folder_length;

	/* What was walked by without being read. */
	size_t skipped;
	char *first_skipped;
};

/* Reads a log, standard input ("-") or all logs of a folder. */
void results_read(struct results *results, const char *path);

/* Says which files of folders were no logs. */
void results_finish(struct results *results);

#endif
