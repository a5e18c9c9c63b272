/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * cached - whether what a log measured was a cache, by evidence that is stated
 *
 * The tool says so itself; or the host's disks moved less than a tenth of the
 * bytes that the log claims to have read or written, or less than half of them
 * where it was to be direct I/O, which then was none in either direction; or
 * the command reads what it has just written, through the cache, and the disks
 * were not seen to read as much as half of it.
 */
#ifndef INGEST_LOG_CACHED_H
#define INGEST_LOG_CACHED_H

#include "core/text.h"
#include "ingest/log/findings.h"

/* Adds the evidence that a number of I/O on a disk is that of a cache; nothing when there is none. */
void cached_evidence(
	const struct sink *sink, const struct found_sample *found, struct text *evidence);

#endif
