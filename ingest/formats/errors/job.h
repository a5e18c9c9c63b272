/* SPDX-License-Identifier: GPL-3.0-or-later */
/* errors/job - what a shell says of a command that a signal ended */
#ifndef INGEST_FORMATS_ERRORS_JOB_H
#define INGEST_FORMATS_ERRORS_JOB_H

#include <stdbool.h>

#include "core/record.h"
#include "core/scan.h"

/* Whether the line is such a report: the status is timed out if the command was timeout(1). */
bool job_ended(struct slice line, enum problem_status *status);

#endif
