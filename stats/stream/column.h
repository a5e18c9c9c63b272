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

#include "core/scan.h"
#include "core/text.h"

void column_write(struct text *out, const char *name, const double *values, size_t count);

/*
 * Reads a list that has so many numbers, those that are not known as NaN; false when it has not.
 * It is a part of a JSON text behind which there are FLAT_PADDING NULs.
 */
bool column_read(struct slice list, double *values, size_t count);

#endif
