/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * confusion - whether two tools' rates differ as units do, a pure function
 */
#ifndef STATS_METHODS_CONFUSION_H
#define STATS_METHODS_CONFUSION_H

#include <stdbool.h>
#include <stddef.h>

/* What may have been taken for what. */
enum confusion {
	CONFUSION_NONE,
	CONFUSION_BITS,     /* bits for bytes: 8 times, or 8 x 1024^2 / 1000^2 */
	CONFUSION_THOUSAND, /* one prefix for the next: 1000 or 1024 times */
	CONFUSION_BINARY,   /* MiB or GiB for MB or GB: 1.0486 or 1.0737 times */
};

/*
 * The ratios of one tool's rate to another's on the same link, of k systems.
 *
 * Tools do differ, and a slow system slows them down differently: of gVisor
 * wget's 10 MB/s beside curl's 115 is real. So one system proves nothing, nor
 * do several whose ratios differ. Bits and thousands are suspected when the
 * ratios of more than half of the systems, two at least, lie in the range that
 * the factor allows (7.4 to 8.8; 900 to 1150), and within 6 % of one
 * another. Binary prefixes, so close to what protocols cost, when all ratios of
 * three systems or more are within 0.25 % of the factor.
 *
 * Returns what is suspected, and in *agreeing how many of the ratios say so; ratios
 * below 1 say nothing.
 */
enum confusion find_confusion(const double *ratios, size_t k, size_t *agreeing);

/* Whether a ratio is one that the confusion brings about. */
bool confusion_explains(enum confusion confusion, double ratio);

#endif
