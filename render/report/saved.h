/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * saved - records that were saved, told from a folder of logs
 */
#ifndef RENDER_REPORT_SAVED_H
#define RENDER_REPORT_SAVED_H

#include <stdbool.h>

/* Whether a path ("-" is standard input) has records, and no logs; what cannot be opened ends the program. */
bool saved_is_at(const char *path);

#endif
