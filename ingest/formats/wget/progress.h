/* SPDX-License-Identifier: GPL-3.0-or-later */
/* wget/progress - the rows of dots and the bars that wget draws */
#ifndef INGEST_FORMATS_WGET_PROGRESS_H
#define INGEST_FORMATS_WGET_PROGRESS_H

#include <stdbool.h>

#include "core/number.h"
#include "core/scan.h"

/*
 * Whether the line is such a row or bar. The time that it ends in is what a
 * finished transfer took, on its last line only: before, it is what is left to
 * wait. seconds->resolution is 0 when there is none.
 */
bool wget_progress(struct slice text, struct reading *seconds);

#endif
