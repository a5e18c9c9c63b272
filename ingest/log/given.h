/* SPDX-License-Identifier: GPL-3.0-or-later */
/* given - records that a log holds ready-made, with labels of their own */
#ifndef INGEST_LOG_GIVEN_H
#define INGEST_LOG_GIVEN_H

#include <stdbool.h>
#include <stddef.h>

#include "core/scan.h"

/* The fields of a sample that a table may have, by which the user names its columns. */
enum sample_field {
	FIELD_SYSTEM,
	FIELD_TEST,
	FIELD_RUN,
	FIELD_PART,
	FIELD_METRIC,
	FIELD_TIME,
	FIELD_VALUE,
	FIELD_UNIT,
	FIELD_BETTER,
	FIELD_BOUND,
	FIELD_CACHED,
	FIELD_SET_ASIDE,
	FIELD_EXCEPTIONAL,
	SAMPLE_FIELD_COUNT
};

extern const char *const sample_field_names[SAMPLE_FIELD_COUNT];

bool is_sample_field(const char *name);

/* Whether the record, a line of JSON that is ours, has the field. */
bool has_field(struct slice record, const char *name);

#endif
