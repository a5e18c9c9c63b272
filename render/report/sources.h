/* SPDX-License-Identifier: GPL-3.0-or-later */
/* sources - lines of logs, named shortly and none left out */
#ifndef RENDER_REPORT_SOURCES_H
#define RENDER_REPORT_SOURCES_H

#include "core/record.h"
#include "core/text.h"

/*
 * Adds "dir/1.log:3 to 5.log:3 7.log:3": a folder is named once, until another
 * comes, and runs that follow one another are named by the first and the last.
 */
void sources_add(struct text *out, const struct strings *sources);

#endif
