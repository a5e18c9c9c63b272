/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * fio_log/tally - mean and variance of integers, exactly
 *
 * The sums are kept whole, in 128 bits, which the squares of 10^10 values of 14
 * digits fit; only the results are rounded. So neither the order of the values
 * nor a spread that is small beside them costs a digit.
 */
#ifndef INGEST_FORMATS_FIO_LOG_TALLY_H
#define INGEST_FORMATS_FIO_LOG_TALLY_H

#include <stdint.h>

__extension__ typedef unsigned __int128 wide_integer;

struct tally {
	uint64_t count;
	wide_integer sum;
	wide_integer squares;
};

/* A struct tally is empty when it is all zero. */

static inline void tally_add(struct tally *tally, uint64_t value)
{
	tally->count++;
	tally->sum += value;
	tally->squares += (wide_integer)value * value;
}

void tally_add_all(struct tally *tally, const struct tally *other);

/* The mean of at least one value. */
double tally_mean(const struct tally *tally);

/* The standard deviation of at least two values, divided by n - 1. */
double tally_deviation(const struct tally *tally);

#endif
