/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wget/result - the rate and the bytes that wget tells of at the end */
#ifndef INGEST_FORMATS_WGET_RESULT_H
#define INGEST_FORMATS_WGET_RESULT_H

#include <stdbool.h>
#include <stdint.h>

#include "core/number.h"
#include "core/scan.h"

struct wget_count {
	uint64_t bytes;
	uint64_t total; /* 0 when not printed */
};

/* "2026-11-23 01:18:38"; before 1.11 without the date */
bool wget_stamp(struct slice *at);

/* "2026-11-23 01:18:38 (466 MB/s) - ", in B/s. */
bool wget_rate(struct slice *at, struct reading *rate);

/* Whether the text ends in "[8388608/8388608]" or "[8388608]". */
bool wget_count(struct slice text, struct wget_count *count);

#endif
