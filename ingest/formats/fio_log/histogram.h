/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fio_log/histogram - percentiles of any number of values, in the memory of 20,000
 *
 * Values up to 1023 have a bucket each; above, each power of two is divided
 * into 512 buckets of equal width. So the middle of a bucket is less than
 * 1/1024 (0.098 %) away from each value in it.
 */
#ifndef INGEST_FORMATS_FIO_LOG_HISTOGRAM_H
#define INGEST_FORMATS_FIO_LOG_HISTOGRAM_H

#include <stddef.h>
#include <stdint.h>

enum {
	HISTOGRAM_BITS = 9,        /* of a value that tell buckets of one power of two apart */
	HISTOGRAM_VALUE_BITS = 47, /* of the largest value, which has 14 digits */
	HISTOGRAM_BUCKETS = (HISTOGRAM_VALUE_BITS - HISTOGRAM_BITS + 1) << HISTOGRAM_BITS,
};

/* A struct histogram is empty when it is all zero. */
struct histogram {
	uint64_t counts[HISTOGRAM_BUCKETS];
};

/* The values of a bucket, both of them included. */
struct bucket_range {
	uint64_t low;
	uint64_t high;
};

static inline size_t histogram_bucket(uint64_t value)
{
	int highest_bit = 63 - __builtin_clzll(value | (UINT64_C(1) << HISTOGRAM_BITS));
	int dropped = highest_bit - HISTOGRAM_BITS;

	return ((size_t)dropped << HISTOGRAM_BITS) + (size_t)(value >> dropped);
}

static inline void histogram_add(struct histogram *histogram, uint64_t value)
{
	histogram->counts[histogram_bucket(value)]++;
}

/* The bucket of the rank-th smallest value, rank counted from 1. */
struct bucket_range histogram_find(const struct histogram *histogram, uint64_t rank);

/*
 * Which of count values a percentile is: the smallest that so many hundredths
 * of a percent of them are not above (nearest rank, as fio has it). count is at
 * least 1, hundredths 1 to 10,000.
 */
uint64_t percentile_rank(unsigned hundredths, uint64_t count);

/* The percentiles that are reported: p1 to p99.99, in hundredths of a percent. */
enum { PERCENTILE_COUNT = 9 };
extern const unsigned reported_percentiles[PERCENTILE_COUNT];

#endif
