/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fio/line - a line of a report, what it is about, and where its figures go */
#ifndef INGEST_FORMATS_FIO_LINE_H
#define INGEST_FORMATS_FIO_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/scan.h"
#include "ingest/formats/fio/report.h"

enum fio_rows {
	FIO_NO_ROWS,
	FIO_OTHER_ROWS, /* percentiles that are not read */
	FIO_LATENCY_ROWS,
};

/* What the lines to come are about. */
struct fio_topic {
	bool is_old;    /* printed by 1.x or 2.x */
	bool is_copied; /* repeats what other blocks say: its lines are known, and not read */
	enum fio_direction direction;
	struct reading runtime; /* in that direction */
	enum fio_rows rows;     /* which rows of percentiles may follow */
	enum fio_quantity rows_quantity;
	double rows_per_second; /* their unit's part of one */
};

struct fio_line {
	struct slice text;
	size_t number;
	struct fio_topic *topic;
	struct fio_report *report;
	struct sink *sink;
};

/* The topic as a new block begins. */
void fio_topic_reset(struct fio_topic *topic);

/* Adds a figure of the line to the block; the figure's line is set here. */
void fio_line_add(const struct fio_line *line, struct fio_figure figure);

/*
 * Reports the line; why is said in front of it, NULL when it speaks for itself.
 * The first leaves the block's other figures alone; by the second the group
 * gives no result.
 */
void fio_line_report(const struct fio_line *line, enum problem_status status, const char *why);
void fio_line_fail(const struct fio_line *line, enum problem_status status, const char *why);

#endif
