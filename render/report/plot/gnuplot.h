/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * gnuplot - running it, in a folder of its own
 */
#ifndef RENDER_REPORT_PLOT_GNUPLOT_H
#define RENDER_REPORT_PLOT_GNUPLOT_H

#include <stdbool.h>

enum gnuplot_result {
	GNUPLOT_FINE,
	GNUPLOT_MISSING, /* it is not installed */
	GNUPLOT_FAILED,  /* it, or this function, has said why */
};

/* Whether PATH has it. */
bool gnuplot_is_installed(void);

/*
 * Runs gnuplot on a script of that name in the folder, which is where it works.
 * It reads none of the user's settings; what it prints is dropped.
 */
enum gnuplot_result gnuplot_run(const char *folder, const char *script);

#endif
