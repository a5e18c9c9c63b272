/* SPDX-License-Identifier: GPL-3.0-or-later */
/* slug - a title as a part of a file's name or of an address */
#ifndef RENDER_REPORT_SLUG_H
#define RENDER_REPORT_SLUG_H

#include "core/text.h"

/*
 * Adds of any bytes the small letters and digits, at most 60, and one '-' for whatever is
 * between two of them. It may add nothing.
 */
void slug_add(struct text *out, const char *title);

#endif
