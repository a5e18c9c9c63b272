/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * axis - how far apart the ticks of an axis are
 */
#ifndef RENDER_REPORT_PLOT_AXIS_H
#define RENDER_REPORT_PLOT_AXIS_H

/* The least of 1, 2 and 5 times a power of 10 that goes at most so many times (> 0) into a length (> 0). */
double axis_step(double length, double most);

#endif
