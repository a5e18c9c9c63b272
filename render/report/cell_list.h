/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * cell_list - values that nothing summarised side by side in a cell, each with its own marks
 *
 *	91.4  91.0      as they were printed, in the order of the records
 *	[144] 138       in brackets, one that was set aside
 *	305(C) 150      of a cache; one space behind it where another is of none
 *	634,271(C)      a pair of one run; a mark behind it is of both
 *	634(C),271      a mark of the first alone
 *	634,271(C: write)   of the second alone
 */
#ifndef RENDER_REPORT_CELL_LIST_H
#define RENDER_REPORT_CELL_LIST_H

#include "core/record.h"
#include "core/text.h"
#include "render/report/display.h"

/* Adds the values of a list, or of two (either may be NULL) in pairs of the same run. */
void cell_add_list(struct text *cell, const struct summary *first, const struct summary *second,
	const struct display *display);

#endif
