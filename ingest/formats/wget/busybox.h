/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wget/busybox - what busybox's wget says, which has no result in it */
#ifndef INGEST_FORMATS_WGET_BUSYBOX_H
#define INGEST_FORMATS_WGET_BUSYBOX_H

#include <stdbool.h>

#include "core/scan.h"

/* Whether the line begins a transfer. */
bool wget_busybox_address(struct slice text);

/* Whether the line is one within a transfer. */
bool wget_busybox_progress(struct slice text);

/* Whether the line ends a transfer well. */
bool wget_busybox_end(struct slice text);

#endif
