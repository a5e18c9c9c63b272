/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * spool - samples on their way to the workbook, kept in a file and not in memory
 *
 * Sheets that come before the samples refer to them, so where each will stand
 * must be known before the first is written.
 */
#ifndef RENDER_WORKBOOK_SPOOL_H
#define RENDER_WORKBOOK_SPOOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "core/text.h"

/* A row of the sheet Samples. An absent text is NULL, an absent number NaN. */
struct spooled {
	const char *system;
	const char *test;
	const char *metric;
	const char *unit;
	const char *use;    /* "used", "set aside" ... */
	const char *remark; /* "cached" ... */
	const char *source;
	double part;
	double order; /* among its group's, from 1 */
	double run;
	double time;
	double value;
};

/* What columns the rows need. */
struct spool_columns {
	bool part, order, run, time, use, remark;
};

/* Where a row stands: on which sheet of samples, in which of its rows below the head, both from 0. */
struct spool_place {
	size_t sheet;
	size_t row;
};

struct spool {
	FILE *file;
	size_t count;
	struct spool_columns columns;
	size_t rows_a_sheet;
	uint64_t bytes; /* of text on the last sheet */
	size_t *starts; /* the first row of each sheet */
	size_t sheet_count;
	size_t sheet_capacity;
	struct text row;
};

/* Begins an empty spool of which a sheet takes so many rows. */
void spool_begin(struct spool *spool, size_t rows_a_sheet);

void spool_add(struct spool *spool, const struct spooled *row);

/* Where the row that was added as number index, from 0, will stand. */
struct spool_place spool_place(const struct spool *spool, size_t index);

/* Reads from the first row again; then each spool_next() gives a row, whose texts live until the next. */
void spool_rewind(struct spool *spool);
bool spool_next(struct spool *spool, struct spooled *row);

void spool_release(struct spool *spool);

#endif
