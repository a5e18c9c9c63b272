/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fio_hist/bins - what the bins of fio's latency histograms hold
 *
 * fio counts latencies in groups of 64 bins (stat.h of fio, FIO_IO_U_PLAT_):
 * the first two groups have a bin for each value up to 127, each further one
 * divides a power of two. There are 29 groups of ns since 2.99, and were 19 of
 * us before. --log_hist_coarseness=N (0 to 6) adds up 2^N bins. So the number of bins
 * tells both. The last bin also holds whatever is larger.
 */
#ifndef INGEST_FORMATS_FIO_HIST_BINS_H
#define INGEST_FORMATS_FIO_HIST_BINS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { HIST_BINS = 29 * 64 }; /* at most */

struct hist_bins {
	size_t count;
	unsigned coarseness;
	double per_second; /* units that a second has */
};

/* False when fio has no histogram of so many bins. */
bool hist_bins_find(struct hist_bins *bins, size_t count);

/* The smallest value of a bin, from 0; of count: the end of the last. */
uint64_t hist_bin_start(const struct hist_bins *bins, size_t bin);

/* How many values a bin has. */
uint64_t hist_bin_width(const struct hist_bins *bins, size_t bin);

/* The middle of a bin, as fio's own percentiles have it. */
uint64_t hist_bin_middle(const struct hist_bins *bins, size_t bin);

#endif
