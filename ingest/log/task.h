/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * task - a file that is to be read, and what is known of it beforehand
 *
 * No task needs to know what came of another.
 */
#ifndef INGEST_LOG_TASK_H
#define INGEST_LOG_TASK_H

#include "core/text.h"
#include "ingest/log/reader.h"
#include "ingest/log/run.h"

enum task_kind {
	TASK_LOG,
	TASK_FACTS, /* machine.json or environment.json */
};

/* NULL and NaN: not known. */
struct task {
	enum task_kind kind;
	const char *path;
	const char *companion; /* in which a runner may tell of the log; NULL: there is none */
	const char *system;
	const char *test;
	double run;
	const char *special; /* "a socket": not to be opened, nor given to another process */
};

/* What holds for all tasks. */
struct tasks {
	struct reader reader; /* its flush is called behind each task, too */
	struct labels labels; /* given on the command line: they win */
	struct run run;       /* of the log that is read */
	struct text out;
};

/* Reads the file. */
void task_do(const struct task *task, struct tasks *tasks);

void tasks_release(struct tasks *tasks);

#endif
