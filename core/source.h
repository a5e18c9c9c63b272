/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * source - where in a log a record's number stands: "path:line", or "path:first-last"
 */
#ifndef CORE_SOURCE_H
#define CORE_SOURCE_H

#include <stddef.h>

#include "core/scan.h"

/*
 * The path of a source, "" for none (NULL), and its first line, 0 for none (line may
 * be NULL). What has no number behind its last colon is all path.
 */
struct slice source_path(const char *source, size_t *line);

#endif
