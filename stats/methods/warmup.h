/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * warmup - leading values that stand apart from the repeats that follow
 */
#ifndef STATS_METHODS_WARMUP_H
#define STATS_METHODS_WARMUP_H

#include <stddef.h>

#include "core/record.h"
#include "core/text.h"

/* What leading values are whose level is higher (effect > 0) or lower, and what makes them so. */
const char *describe_first(double effect, enum better better);

/*
 * How many of n positive values in run order are to be set aside at the front:
 * as long as find_first_apart() finds one, at most a quarter of them (but one
 * of three). Adds a reason for each to reasons, ended by a newline.
 */
size_t count_set_aside(const double *values, size_t n, double resolution, double tau,
	enum better better, struct text *reasons);

#endif
