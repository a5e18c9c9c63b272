/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * scale - an axis made from the data: where it begins and ends, and its ticks
 */
#ifndef RENDER_REPORT_PLOT_SCALE_H
#define RENDER_REPORT_PLOT_SCALE_H

#include "core/record.h"
#include "render/report/plot/script.h"

struct scale {
	double low, high;
	struct numbers ticks; /* where they stand */
	struct numbers marks; /* what they say: not the same for logarithms */
};

void scale_init(struct scale *scale);

/* Makes room for a number; one that is not finite, or beyond 1e150, needs none. */
void scale_include(struct scale *scale, double number);

/*
 * Adds a little room, but none beyond zero, and at most so many ticks, at round
 * numbers; without numbers there are none. scale_end_counts() is for 1, 2, 3 ...;
 * scale_end_ratios() is for decimal logarithms, whose ticks say the numbers;
 * scale_end_percentiles() for -log10(1 - share), whose ticks say the shares in percent.
 */
void scale_end(struct scale *scale, double ticks);
void scale_end_counts(struct scale *scale, double ticks);
void scale_end_ratios(struct scale *scale, double ticks);
void scale_end_percentiles(struct scale *scale);

/* Adds the ticks to an open block: where each stands, the number of its text. */
void scale_write(struct script *script, const struct scale *scale);

void scale_release(struct scale *scale);

#endif
