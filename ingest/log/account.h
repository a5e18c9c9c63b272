/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * account - what a log comes to once it is over
 *
 * Only then is it known whether a tool gave one result or several (parts), and
 * whether the log gave any at all.
 */
#ifndef INGEST_LOG_ACCOUNT_H
#define INGEST_LOG_ACCOUNT_H

#include <stdbool.h>

#include "core/text.h"
#include "ingest/log/reader.h"

/*
 * Adds a problem for what is wrong with the log as a whole: nothing was read
 * of it, a result is missing, bytes are no text; strict: a number was not read.
 */
void account_check(struct sink *sink, bool strict);

/* Writes the records that the log holds ready-made, where they are many, while it is read. */
void account_write_given(struct sink *sink, struct text *out, const struct reader *reader);

/* Adds the records of all that was found to out, which the reader's flush empties where they are many. */
void account_write(struct sink *sink, struct text *out, const struct reader *reader);

#endif
