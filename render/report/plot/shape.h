/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * shape - which one shows a system's values
 */
#ifndef RENDER_REPORT_PLOT_SHAPE_H
#define RENDER_REPORT_PLOT_SHAPE_H

#include <stdbool.h>
#include <stddef.h>

/* gnuplot's number of the shape, its pointtype, of the system at a place of the book. */
double shape_of(size_t system, bool is_hollow);

#endif
