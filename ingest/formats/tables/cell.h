/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * tables/cell - what stands in a cell of a published table
 *
 *	[144] 138	a value set aside, and the one that counts
 *	305(C) 150	one of a cache, and one that is not
 *	112.7(E)	one that cannot be what it seems
 *	< 59		only a bound
 *	634.0,271.2(C)	a pair; what stands behind it is about both
 *	91.4  91.0	two runs
 *	4.68 ± 0.68	a mean and its standard deviation
 */
#ifndef INGEST_FORMATS_TABLES_CELL_H
#define INGEST_FORMATS_TABLES_CELL_H

#include <stdbool.h>
#include <stddef.h>

#include "core/record.h"
#include "core/scan.h"

enum { CELL_LIMIT = 64 }; /* values of a cell */

struct cell_value {
	struct reading reading; /* as printed, in the column's unit */
	double spread;          /* behind "±"; NaN: none */
	enum bound bound;
	bool is_set_aside;
	bool is_cached;
	bool is_exceptional;
	size_t run;   /* from 1 */
	size_t place; /* in a pair, from 0 */
};

enum cell_kind {
	CELL_BLANK, /* empty, a dash, "n/a": not run */
	CELL_VALUES,
	CELL_VERDICT, /* "Stable", "Stable?", "Unstable" */
	CELL_STATUS,  /* "Unsupported", "Failed" ...: status */
	CELL_UNREADABLE,
};

struct cell {
	enum cell_kind kind;
	enum problem_status status;
	struct cell_value values[CELL_LIMIT];
	size_t count;
};

/* The text without the signs of notes, superscript digits, at its end. */
struct slice without_note_signs(struct slice text);

/* is_pair: a comma parts the two values of a pair; elsewhere it makes a cell unreadable. */
void cell_read(struct cell *cell, const char *text, bool is_pair);

#endif
