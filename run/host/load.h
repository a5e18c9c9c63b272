/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * load - how busy this machine is
 */
#ifndef RUN_HOST_LOAD_H
#define RUN_HOST_LOAD_H

/* The load average over a minute; NaN when it cannot be had. */
double load_average(void);

#endif
