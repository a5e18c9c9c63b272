/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * prefix - what was put before the lines of a log on its way here
 *
 *	> 1048576+0 records in          quoted in a mail, once or more
 *	[2026-11-23 01:15:09] total     stamped by a logger
 *	^C- - - - -                     what a terminal shows of an interrupt
 */
#ifndef INGEST_LOG_PREFIX_H
#define INGEST_LOG_PREFIX_H

#include "core/scan.h"

/* The line without such prefixes; a line without any is left as it is, blanks included. */
struct slice without_prefix(struct slice text);

#endif
