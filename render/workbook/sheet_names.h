/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * sheet_names - names for sheets, to Excel's rules, whatever a test is called
 *
 * At most 31 UTF-16 units; none of []:*?/\; no apostrophe at either end; not
 * "History"; no two that differ in case alone.
 */
#ifndef RENDER_WORKBOOK_SHEET_NAMES_H
#define RENDER_WORKBOOK_SHEET_NAMES_H

#include "core/index.h"

struct sheet_names {
	struct index taken;
};

/* A struct sheet_names is empty when it is all zero. */

/* A name like the one wanted that no other sheet has, from now on taken; the caller frees it. */
char *sheet_names_take(struct sheet_names *names, const char *wanted);

void sheet_names_release(struct sheet_names *names);

#endif
