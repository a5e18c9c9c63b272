/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * tail - the end of what was printed, where tools say how it went
 */
#ifndef RUN_RECORD_TAIL_H
#define RUN_RECORD_TAIL_H

#include <stddef.h>

#include "core/text.h"

/* Adds the last bytes of an open file, at most limit. */
void tail_read(struct text *end, int file, size_t limit);

/* Leaves of a text its last line that is not empty, without blanks around it. */
void tail_keep_line(struct text *text);

#endif
