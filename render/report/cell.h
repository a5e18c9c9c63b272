/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * cell - what stands in a table's cell, as the founding notes write it
 *
 *	142 ± 27        mean and standard deviation of the repeats
 *	[144] 138 ± 2   in brackets before it, leading values set aside
 *	[129]           Unstable: the median
 *	305(C) 150 ± 3  of a cache, the mean of those values, set aside before the others
 *	908(C)          all are of a cache
 *	112.7(E)        exceptional
 *	< 59            a bound that holds for all runs
 *	634,271(C)      a pair; a mark behind it is of both
 *	91.4  91.0      values that nothing summarised: cell_list.h
 */
#ifndef RENDER_REPORT_CELL_H
#define RENDER_REPORT_CELL_H

#include <stdbool.h>

#include "core/record.h"
#include "core/text.h"
#include "render/report/display.h"

/* Adds the cell of a summary or of a pair (second is NULL but for one); nothing when there is none. */
void cell_add(struct text *cell, const struct summary *first, const struct summary *second,
	const struct display *display);

/* What the cell has of a summary with n >= 1, what is set aside left out. */
void cell_add_value(struct text *cell, const struct summary *summary, const struct display *display,
	bool is_pair);

/* Adds "(E)": the first letter of each mark; a bound's is its sign. */
void cell_add_marks(struct text *cell, const struct summary *summary);

/* Whether the cell has the median in it, and not the mean. */
bool cell_shows_median(const struct summary *summary);

enum { CELL_LIST_LIMIT = 8 }; /* values that a cell lists at the most */

/* Whether there is more to say of the summary than the cell does. */
bool cell_needs_note(const struct summary *summary);

#endif
