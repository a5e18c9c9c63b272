/* SPDX-License-Identifier: GPL-3.0-or-later */
/* columns - the columns of a CSV file, by the kind of the records that it holds */
#ifndef RENDER_CSV_COLUMNS_H
#define RENDER_CSV_COLUMNS_H

#include <stddef.h>

#include "core/record.h"

struct csv_column {
	const char *head;
	const char *member; /* of the record, or of the object in its list */
	int element;        /* of an array, from 0; ALL_ELEMENTS: all, in one field */
	const char *within; /* the member is one of this object in the record; NULL: its own */
};

enum { ALL_ELEMENTS = -1 };

struct csv_kind {
	const char *name; /* as --kind has it */
	enum record_kind record;
	const char *list; /* the array of objects that has a row each; NULL: a record is a row */
	const struct csv_column *columns;
	size_t column_count;
};

/* The kind of that name, or NULL. */
const struct csv_kind *csv_kind_find(const char *name);

/* Adds the names of all kinds: "summary, sample ... or environment". */
void csv_kind_add_names(struct text *out);

#endif
