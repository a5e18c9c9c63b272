/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fio_hist/bins - what the bins of fio's latency histograms hold */
#include "ingest/formats/fio_hist/bins.h"

enum {
	GROUP_BITS = 6,
	GROUP = 1 << GROUP_BITS,
	MOST_COARSE = 6,
};

static const struct {
	size_t groups;
	double per_second;
} versions[] = { { 29, 1e9 }, { 19, 1e6 } };

bool hist_bins_find(struct hist_bins *bins, size_t count)
{
	for (size_t i = 0; i < sizeof versions / sizeof *versions; i++)
		for (unsigned coarseness = 0; coarseness <= MOST_COARSE; coarseness++) {
			if (versions[i].groups * GROUP >> coarseness != count)
				continue;
			*bins = (struct hist_bins){ count, coarseness, versions[i].per_second };
			return true;
		}
	return false;
}

uint64_t hist_bin_start(const struct hist_bins *bins, size_t bin)
{
	size_t finest = bin << bins->coarseness;
	size_t group = finest >> GROUP_BITS;

	if (group < 2)
		return finest;
	return (uint64_t)(GROUP + finest % GROUP) << (group - 1);
}

uint64_t hist_bin_width(const struct hist_bins *bins, size_t bin)
{
	return hist_bin_start(bins, bin + 1) - hist_bin_start(bins, bin);
}

uint64_t hist_bin_middle(const struct hist_bins *bins, size_t bin)
{
	return hist_bin_start(bins, bin) + hist_bin_width(bins, bin) / 2;
}
