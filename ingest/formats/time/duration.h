/* SPDX-License-Identifier: GPL-3.0-or-later */
/* time/duration - the ways in which the programs called time write seconds */
#ifndef INGEST_FORMATS_TIME_DURATION_H
#define INGEST_FORMATS_TIME_DURATION_H

#include <stdbool.h>

#include "core/scan.h"

/*
 * "1:02.34" and "1:02:03", "0m0.202s", "0m 0.20s" and "1h02m03.45s", or "0.20",
 * each with a decimal point or comma; as a scan_ function.
 */
bool time_duration_scan(struct slice *at, struct reading *seconds);

#endif
