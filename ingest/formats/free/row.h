/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * free/row - a line of free(1): what its label says, and its numbers
 *
 *	Mem:           24105         308       23830           8         188       23797
 *	Speicher:       23Gi       319Mi        23Gi       8,6Mi       196Mi        23Gi
 *	内存：          23Gi       319Mi        23Gi       8.6Mi       196Mi        23Gi
 *	-/+ buffers/cache:       1520       6462
 *	Comm:       10247764    13580232    -3332468
 */
#ifndef INGEST_FORMATS_FREE_ROW_H
#define INGEST_FORMATS_FREE_ROW_H

#include <stdbool.h>
#include <stddef.h>

#include "core/number.h"
#include "core/scan.h"
#include "core/units.h"

enum free_row_kind {
	FREE_MEMORY,
	FREE_WITHOUT_CACHE,   /* -/+ buffers/cache: */
	FREE_WITHOUT_BUFFERS, /* -/+ buffers: */
	FREE_LOW,
	FREE_HIGH,
	FREE_SWAP,
	FREE_WITH_SWAP, /* Total: */
	FREE_COMMIT,
	FREE_ONE_LINE, /* all that free -L prints */
	FREE_ROW_KINDS
};

enum { FREE_ROW_LIMIT = 8 };

struct free_row {
	size_t line; /* 0: there is no such row */
	size_t count;
	struct reading numbers[FREE_ROW_LIMIT];
	bool has_letter; /* one at least: then the numbers are in bytes */
};

/* A label and its colon. */
bool free_row_scan_label(struct slice *at, enum free_row_kind *kind);

/* Numbers up to the end of the line, at least one. */
bool free_row_scan_numbers(struct slice *at, enum prefix_base prefix, struct free_row *row);

/* SwapUse 524288 CachUse 4970480 MemUse 9120440 MemFree 2210312 */
bool free_row_scan_one_line(struct slice *at, enum prefix_base prefix, struct free_row *row);

#endif
