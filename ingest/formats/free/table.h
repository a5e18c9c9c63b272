/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * free/table - the rows that free(1) prints at a time, and what they say
 *
 *	               total        used        free      shared  buff/cache   available
 *	Mem:           24105         308       23830           8         188       23797
 *	Swap:              0           0           0
 *
 * Before procps 3.3.10 the used memory included the cache, and a row of its
 * own said how much is used without:
 *
 *	             total       used       free     shared    buffers     cached
 *	Mem:          7982       5977       2005         39        248       4209
 *	-/+ buffers/cache:       1520       6462
 *	Swap:         2047        128       1919
 */
#ifndef INGEST_FORMATS_FREE_TABLE_H
#define INGEST_FORMATS_FREE_TABLE_H

#include <stdbool.h>
#include <stddef.h>

#include "core/scan.h"
#include "ingest/formats/free/row.h"
#include "ingest/formats/free/unit.h"
#include "ingest/log/sink.h"

enum free_layout {
	FREE_NO_CACHE,      /* of toybox and old busybox, which do not tell the cache */
	FREE_BEFORE_3_3_10, /* a column "cached" */
	FREE_SINCE_3_3_10,  /* "buff/cache", or "cache" with -w */
};

struct free_header {
	const struct metric *metrics[FREE_ROW_LIMIT]; /* NULL: a column not known */
	size_t count;                                 /* 0: there is no header */
	enum free_layout layout;
};

struct free_table {
	struct free_unit unit;
	struct free_header header;
	struct free_row rows[FREE_ROW_KINDS];
};

/* "total used free ..." */
bool free_header_read(struct free_header *header, struct slice text);

/* False when a row of this kind in this table does not look so: then it is not added. */
bool free_table_add(struct free_table *table, enum free_row_kind kind, const struct free_row *row);

/* Hands the table's numbers to the sink as one result. */
void free_table_report(const struct free_table *table, struct sink *sink);

#endif
