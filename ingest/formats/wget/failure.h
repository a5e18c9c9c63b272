/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wget/failure - how wget says that a transfer failed */
#ifndef INGEST_FORMATS_WGET_FAILURE_H
#define INGEST_FORMATS_WGET_FAILURE_H

#include <stdbool.h>

#include "core/scan.h"

/* Whether the line is an answer such as "2026-11-23 01:18:48 ERROR 404: Not Found." */
bool wget_is_http_error(struct slice text);

/* Whether the line is an error that begins with the program's name. */
bool wget_is_own_error(struct slice text);

/* Whether the line, right behind a failure, can be "Retrying." or "Giving up." in any language. */
bool wget_is_comment(struct slice text);

/* Whether the text ends in a full stop. */
bool wget_ends_sentence(struct slice text);

/* Whether a message says that something took too long. */
bool wget_timed_out(struct slice message);

#endif
