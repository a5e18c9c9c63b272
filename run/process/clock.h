/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * clock - the clock that nobody sets
 */
#ifndef RUN_PROCESS_CLOCK_H
#define RUN_PROCESS_CLOCK_H

/* Seconds since some moment before the program began. */
double clock_seconds(void);

#endif
