/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * bandwidth - how fast one core copies memory
 */
#ifndef RUN_HOST_BANDWIDTH_H
#define RUN_HOST_BANDWIDTH_H

/* Bytes copied a second, the best of a few tries; takes some tenths of a second. */
double bandwidth_measure(void);

#endif
