/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * metric - a metric on its test's sheet: statistics of each system, pairs, a chart
 */
#ifndef RENDER_WORKBOOK_METRIC_H
#define RENDER_WORKBOOK_METRIC_H

#include "render/workbook/file/sheet.h"
#include "render/workbook/material.h"

/* Summaries of one metric, or of one test: from first up to end. */
struct summaries {
	const struct summary *const *first;
	const struct summary *const *end;
};

void metric_write(struct sheet *sheet, const struct material *material, struct summaries summaries);

#endif
