/* SPDX-License-Identifier: GPL-3.0-or-later */
/* parcel - tasks as bytes, for another process to do */
#ifndef INGEST_LOG_PARCEL_H
#define INGEST_LOG_PARCEL_H

#include <stdbool.h>

#include "core/scan.h"
#include "core/text.h"
#include "ingest/log/task.h"

void parcel_add(struct text *parcel, const struct task *task);

/* Takes the first task, whose strings are those of the parcel. False when there is none left. */
bool parcel_take(struct slice *parcel, struct task *task);

#endif
