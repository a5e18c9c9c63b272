/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * companion - the JSON files that a runner leaves beside the logs
 */
#ifndef INGEST_LOG_COMPANION_H
#define INGEST_LOG_COMPANION_H

#include <stdbool.h>

#include "core/input.h"
#include "core/json.h"
#include "core/text.h"

/* False, with a warning, for a named pipe and the like, which may have no end. True when it is not there. */
bool companion_may_be_opened(const char *path);

/*
 * The file's object, whose values know their lines; NULL when it is not there or,
 * with a warning, no object. It is read from bytes, which must stay as they are
 * until it was freed.
 */
struct json *companion_read(struct inputs *inputs, const char *path, struct text *bytes);

#endif
