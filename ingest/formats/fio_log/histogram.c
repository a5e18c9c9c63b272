/* SPDX-License-Identifier: GPL-3.0-or-later */
/* fio_log/histogram - percentiles of any number of values, in the memory of 20,000 */
#include "ingest/formats/fio_log/histogram.h"

const unsigned reported_percentiles[PERCENTILE_COUNT] = { 100, 500, 1000, 5000, 9000, 9500, 9900,
	9990, 9999 };

static struct bucket_range range_of(size_t bucket)
{
	size_t group = bucket >> HISTOGRAM_BITS;
	size_t dropped = group > 1 ? group - 1 : 0;
	uint64_t low = (uint64_t)(bucket - (dropped << HISTOGRAM_BITS)) << dropped;

	return (struct bucket_range){ low, low + (UINT64_C(1) << dropped) - 1 };
}

struct bucket_range histogram_find(const struct histogram *histogram, uint64_t rank)
{
	size_t bucket = 0;

	for (uint64_t seen = 0; bucket < HISTOGRAM_BUCKETS - 1; bucket++) {
		seen += histogram->counts[bucket];
		if (seen >= rank)
			break;
	}
	return range_of(bucket);
}

uint64_t percentile_rank(unsigned hundredths, uint64_t count)
{
	uint64_t rest = count % 10000 * hundredths;

	return count / 10000 * hundredths + (rest + 9999) / 10000;
}
