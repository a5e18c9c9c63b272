/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * statistics - the sheet Statistics: a row for each summary, live formulas over Samples
 */
#ifndef RENDER_WORKBOOK_STATISTICS_H
#define RENDER_WORKBOOK_STATISTICS_H

#include "render/workbook/contents.h"

enum statistic {
	STATISTIC_N,
	STATISTIC_MEAN,
	STATISTIC_VARIANCE,
	STATISTIC_SD,
	STATISTIC_CV,
	STATISTIC_HALF, /* of the interval of the mean, at 95 % */
	STATISTIC_LOW,  /* its ends */
	STATISTIC_HIGH,
	STATISTIC_MEDIAN,
	STATISTIC_MIN,
	STATISTIC_MAX,
	STATISTIC_COUNT
};

/* How a column of it is called. */
const char *statistic_head(enum statistic statistic);

/* NaN when the summary has none. */
double statistic_value(const struct summary *summary, enum statistic statistic);

/* What a cell has of a summary: its mean, its median where it is Unstable, or the bound. */
enum statistic statistic_shown(const struct summary *summary);

/*
 * The next cell of another sheet: a statistic in a unit that is factor base
 * units, as a reference to this sheet. Without a value the cell is empty.
 */
void statistics_refer(struct sheet *sheet, const struct material *material,
	const struct summary *summary, enum statistic statistic, double factor,
	const char *number_format);

void statistics_write(struct contents *contents);

#endif
