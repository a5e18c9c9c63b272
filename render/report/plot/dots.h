/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * dots - the values of a summary, one by one
 */
#ifndef RENDER_REPORT_PLOT_DOTS_H
#define RENDER_REPORT_PLOT_DOTS_H

#include <stdbool.h>
#include <stddef.h>

#include "core/record.h"
#include "core/text.h"

/* Of a summary; of more every 2nd, 3rd ... is drawn, and the legend says so. */
enum { MOST_DOTS = 500 };
#define DOTS_REMARK " Of more than 500 runs some are not drawn."

struct dot {
	size_t place; /* from 0 */
	double value; /* in base units */
	bool is_hollow;
};

struct dots {
	struct dot *items;
	size_t count;
	size_t total; /* of which count are drawn */
};

/*
 * Those set aside, those of a cache, then the others, each in run order; the first
 * two are hollow. summary may be NULL: none.
 */
void dots_init(struct dots *dots, const struct summary *summary);
void dots_release(struct dots *dots);

bool summary_has_mark(const struct summary *summary, const char *mark);

#endif
