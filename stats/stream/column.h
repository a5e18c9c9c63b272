/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * column - numbers of samples in a list, in which [first, step, count] stands for count of them
 *
 * A number that is not known is null.
 */
#ifndef STATS_STREAM_COLUMN_H
#define STATS_STREAM_COLUMN_H

#include <stdbool.h>
#include <stddef.h>

#include "core/json.h"
#include "core/text.h"

void column_write(struct text *out, const char *name, const double *values, size_t count);

/* A list that is read, from its first number on. */
struct column {
	const struct json *at;
	double next;
	double step;
	size_t left; /* of what next is the first of */
};

struct column column_of(const struct json *list);

/* False behind the last, and at what is no number. */
bool column_next(struct column *column, double *value);
bool column_is_over(const struct column *column);

#endif
