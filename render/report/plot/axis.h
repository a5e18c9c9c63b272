/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * axis - where an axis begins, ends and has its ticks
 */
#ifndef RENDER_REPORT_PLOT_AXIS_H
#define RENDER_REPORT_PLOT_AXIS_H

struct axis {
	double low, high; /* multiples of step */
	double step;      /* 1, 2 or 5 times a power of 10 */
};

/*
 * The shortest axis over low to high, finite numbers, that has at most that many
 * steps (>= 1; 2 where zero lies between). Numbers all alike are given room on both sides.
 */
struct axis axis_over(double low, double high, int steps);

#endif
