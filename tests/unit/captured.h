/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * captured - the repeats of tests/reference/captured-samples.tsv
 */
#ifndef TESTS_UNIT_CAPTURED_H
#define TESTS_UNIT_CAPTURED_H

#include "tests/unit/tsv.h"

struct repeats {
	struct numbers values; /* in run order */
	double resolution;     /* the coarsest */
};

/* The last n repeats on a system of what row of table is about: leading ones may be set aside. */
static inline struct repeats repeats_of(const struct tsv *samples, const struct tsv *table,
	size_t row, const char *system, size_t n)
{
	struct repeats repeats = { .resolution = 0 };
	struct numbers resolutions = { 0 };
	size_t aside;

	for (size_t i = 0; i < tsv_row_count(samples); i++) {
		if (strcmp(tsv_text(samples, i, "system"), system) != 0 ||
			!tsv_same(samples, i, table, row, "test") ||
			!tsv_same(samples, i, table, row, "part") ||
			!tsv_same(samples, i, table, row, "metric"))
			continue;
		numbers_add(&repeats.values, tsv_number(samples, i, "value"));
		numbers_add(&resolutions, tsv_number(samples, i, "resolution"));
	}
	assert_true(repeats.values.count >= n && n > 0);
	aside = repeats.values.count - n;
	for (size_t i = 0; i < n; i++) {
		repeats.values.items[i] = repeats.values.items[aside + i];
		repeats.resolution = fmax(repeats.resolution, resolutions.items[aside + i]);
	}
	repeats.values.count = n;
	free(resolutions.items);
	return repeats;
}

#endif
