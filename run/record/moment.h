/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * moment - when something happened, as machine.json and RUN.json say it
 */
#ifndef RUN_RECORD_MOMENT_H
#define RUN_RECORD_MOMENT_H

#include <time.h>

#include "core/text.h"

/* Adds seconds since 1970 as ISO 8601 in UTC: "2026-11-25T18:01:02Z". */
void moment_add(struct text *out, time_t seconds);

#endif
